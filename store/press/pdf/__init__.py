"""The room of PDFs: the letters of a page and where they stand, put together into its stories."""
