"""The lines of a dump: unwrapped, parted into pages, and the habits that they show."""
