"""The originals: each source as it was added, in ``sources/SHA256.gz``.

Beside each lie the pictures of its articles that were brought, as they came, in
``pictures/SHA256/ADDRESS``, where that stands for the digest of a picture's address: an article's
`source` and a picture's `url` say where it is, and they go when the original does.
"""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256 as digest

from store.backends.files import Files
from store.bounds import LARGEST
from store.errors import LibraryError, NotFoundError


def original_file(sha256: str) -> str:
    """Return the file of the original with this sha256.

    Raises NotFoundError for what is no sha256, such as a path that leads out of the library.
    """
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise NotFoundError("{sha256!r} is not the sha256 of an original.", sha256=sha256)
    return f"sources/{sha256}.gz"


def picture_file(sha256: str, address: str) -> str:
    """Return the file of the picture from this address, of an article in this original."""
    written = digest(address.encode("utf-8", "replace")).hexdigest()
    return f"pictures/{sha256}/{written[:32]}"


def files_of(files: Files, originals: Iterable[str]) -> Iterator[str]:
    """Yield the files of these originals, and of what lies beside them. Raises LibraryError."""
    for sha256 in originals:
        yield original_file(sha256)
        yield from files.names(f"pictures/{sha256}")


def sha256_named(name: str) -> str:
    """Return the sha256 in the name of a file of an original, ``""`` for any other name."""
    found = re.fullmatch(r"sources/([0-9a-f]{64})\.gz|pictures/([0-9a-f]{64})/[0-9a-f]{32}", name)
    return (found[1] or found[2]) if found else ""


def pack(original: bytes) -> bytes:
    """Return `original` as it lies in its file, the same bytes each time."""
    return gzip.compress(original, mtime=0)


def packed(files: Files, sha256: str) -> bytes:
    """Return the bytes of the file of this original, having seen that they hold it.

    Raises NotFoundError when it is not kept, LibraryError when it is damaged.
    """
    name = original_file(sha256)
    held = files.read(name)
    if held is None:
        raise NotFoundError(
            "There is no original {sha256}; import its source again.", sha256=sha256
        )
    if digest(unpack(held)).hexdigest() != sha256:
        raise LibraryError("{file}: damaged; restore it from a copy.", file=files.where(name))
    return held


def unpack(held: bytes) -> bytes:
    """Return what is packed in `held`, ``b""`` when that is damaged or larger than a source."""
    unpacking = zlib.decompressobj(wbits=31)  # gzip, its checksum included
    try:
        data = unpacking.decompress(held, LARGEST + 1)
    except zlib.error:
        return b""
    return data if unpacking.eof else b""
