"""What tests change in a file's bytes."""

import re


def unsummed(data: bytes) -> bytes:
    """Return a file without its checksum, so that what is changed in it passes for written."""
    return re.sub(rb',"sum":[0-9]+', b"", data, count=1)
