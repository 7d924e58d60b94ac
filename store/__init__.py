"""What dubao knows about newspapers: reading their sources, keeping them, finding in them.

Nothing below imports the screen; the package is usable as a library of its own.
"""
