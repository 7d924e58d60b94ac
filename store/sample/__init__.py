"""A sample paper, written for dubao about an invented town, shown while a library is empty."""

from importlib.resources import files

NAME = "qingxi.txt"


def sample() -> bytes:
    """Return the sample dump: two pages of 《青溪时报》, UTF-8."""
    return (files(__name__) / NAME).read_bytes()
