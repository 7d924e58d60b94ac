"""The index on disk: where it lies, whether it is whole, and how it is opened."""
