"""From files to the library: what is named, read by worker processes, and added."""
