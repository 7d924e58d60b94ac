"""From bytes to clean text: encodings, hostile characters, numerals, words cut in two."""
