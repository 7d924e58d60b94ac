"""The reading screen: issue list, article and filter side by side."""
