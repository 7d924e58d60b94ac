"""Commands that set dubao up: keys, words, guests."""
