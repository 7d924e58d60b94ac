"""What goes down the wire: the lean output, a driver for SSH, leaving when the line drops."""
