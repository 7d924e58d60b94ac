"""Where named blobs of bytes lie, and the tables that stand in them."""
