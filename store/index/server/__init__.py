"""The index in an archive's own database, for hosts that are to hold none."""
