"""What dubao shows: the reader's screen and the command line."""
