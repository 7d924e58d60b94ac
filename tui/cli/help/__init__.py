"""Topics of ``dubao help``: a text for each, in both languages."""
