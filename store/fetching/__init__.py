"""Bringing what is subscribed: fetched side by side, read by workers, kept as it comes."""
