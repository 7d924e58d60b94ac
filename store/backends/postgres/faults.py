"""What a server says against what it is asked, for whoever is told."""

import re

from store.hostile import readable


def first_line(error: Exception) -> str:
    """Return what an error of the server says, on one line and fit to be shown."""
    said = str(error).strip() or type(error).__name__
    return readable(re.sub(r"\s+", " ", said.splitlines()[0])).rstrip(".")
