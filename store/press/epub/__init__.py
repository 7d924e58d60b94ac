"""The room of EPUBs: a day's paper as a book, as calibre makes them of feeds and papers do."""
