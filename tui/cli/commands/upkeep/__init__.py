"""Commands that take care of the library."""
