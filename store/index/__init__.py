"""Finding articles: the query language, the exact search, the places to highlight."""
