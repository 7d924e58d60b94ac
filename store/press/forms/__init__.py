"""The fixed forms of the trade, wherever a page prints them: pages, days, bylines, mastheads."""
