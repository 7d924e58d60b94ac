"""Guests: what one may do who may only read, and the paper over SSH without an sshd."""
