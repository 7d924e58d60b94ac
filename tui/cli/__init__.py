"""The command line: ``dubao``, and one module for each of its subcommands."""
