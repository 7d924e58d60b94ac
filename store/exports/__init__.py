"""What leaves a library: which articles are meant, and the forms in which they go."""
