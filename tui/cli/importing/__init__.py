"""Importing from the command line: what is named, the report, the summary and the progress bar."""
