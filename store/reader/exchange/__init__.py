"""A reader's own records, carried between the hosts on which they read."""
