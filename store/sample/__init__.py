"""A sample paper, written for dubao about an invented town, shown while a library is empty."""

from pathlib import Path

NAME = "qingxi.txt"


def sample() -> bytes:
    """Return the sample dump: two pages of 《青溪时报》, UTF-8."""
    return Path(__file__).with_name(NAME).read_bytes()
