"""The library: issues by paper and day, their originals, and every way in which they change."""
