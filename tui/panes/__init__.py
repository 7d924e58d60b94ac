"""The panes: one file and one widget each; data comes down to them, news go up from them."""
