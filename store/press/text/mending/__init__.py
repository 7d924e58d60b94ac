"""What went wrong before a text was saved, put right: characters, blanks, encodings."""
