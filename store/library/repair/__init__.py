"""Care for a library: what is wrong with it, made again of what is there, or set aside."""
