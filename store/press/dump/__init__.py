"""Text dumps of pages: lines, what each is, and the stories that they make."""
