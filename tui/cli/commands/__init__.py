"""The subcommands of ``dubao``, by theme; none imports another."""
