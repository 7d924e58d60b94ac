"""What arrives by itself: subscriptions, how each fares, when it is due, and the papers known."""
