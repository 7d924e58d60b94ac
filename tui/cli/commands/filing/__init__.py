"""Commands by which a reader keeps, corrects and takes away."""
