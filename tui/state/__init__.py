"""What the screen shows, as plain objects that know no screen."""
