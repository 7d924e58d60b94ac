"""The query language: what a reader types to narrow the articles, and what it asks of each."""
