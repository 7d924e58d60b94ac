"""How papers arrive, as the reader sees it: fetching beside the reader, and what is subscribed."""
