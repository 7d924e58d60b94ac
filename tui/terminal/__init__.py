"""The terminal: output that is sent as differences, a driver for SSH, an orderly departure."""
