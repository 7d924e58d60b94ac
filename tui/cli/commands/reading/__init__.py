"""Commands that show what the library holds."""
