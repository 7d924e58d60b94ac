"""The room of mails and of pages saved as one file: what they hold is read in its own room."""
