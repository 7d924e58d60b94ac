"""What a reader has set right in an issue, and how that is applied to it."""
