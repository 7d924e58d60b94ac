"""The room of web pages: an article of any site, without what stands around it."""
