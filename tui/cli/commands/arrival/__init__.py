"""Commands by which papers arrive."""
