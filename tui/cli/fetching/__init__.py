"""Subscriptions and fetching from the command line: options, the run, and what is told of them."""
