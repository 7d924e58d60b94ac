"""A library's files in PostgreSQL: named bytes, written on a primary, read on any server."""
