"""The screen of clippings, and what is clipped at once."""
