"""What fixed forms and their neighbours tell of lines for certain, before the rest is weighed."""
