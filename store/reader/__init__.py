"""One reader's own: marks, saved filters, clippings, and the place where reading left off."""
