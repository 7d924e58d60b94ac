"""What a text, a number or a list in a file may be at most: many times what dubao makes."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

LARGEST = 64 * 2**20
"""Bytes of a source, a mirrored site: a thick issue of a hundred pages and a thousand articles has
60 KB each."""

Short = Annotated[str, Meta(max_length=256)]
"""A word, a number, a name of a page: what is made is a quarter of that at most."""

Spelling = Annotated[str, Meta(max_length=512)]
"""The Latin letters of a word."""

Ordinal = Annotated[int, Meta(ge=0, le=2**31)]
"""A place in a list or a text, or a line's number."""

Text = Annotated[str, Meta(max_length=2**24)]
"""A line or a paragraph: a source has no more bytes than that."""

Name = Annotated[str, Meta(max_length=2**18)]
"""A name that a reader gave when they might be as long as what was pasted."""

Address = Annotated[str, Meta(max_length=2 * 512)]
"""The id of an issue or an article."""

Hash = Annotated[str, Meta(max_length=64)]
"""A digest in hexadecimal digits, a key among them."""

SourcePart = Annotated[str, Meta(max_length=32)]
"""Which of the issues in its original a source is."""

SourceId = Annotated[str, Meta(max_length=64 + 1 + 32)]
"""The sha256 of an original, with the part behind a colon if there is one."""

Url = Annotated[str, Meta(max_length=2**11)]
"""The address of a page on the web."""

Thousandth = Annotated[int, Meta(ge=0, le=1000)]
"""A part of the width or the height of a page."""

Instant = Annotated[datetime, Meta(tz=True)]
"""A moment that can be compared with every other."""

FEW, MANY = 2**10, 2**16
"""More than there are of what a reader gives one thing, and of what becomes one issue."""

LONGEST_WORD = 64
"""Characters of a keyword or a name that is made."""

LONGEST_NAME = 64
"""Characters of a name that a reader gives: a tag, a saved filter."""

LONGEST_QUERY = 1000
"""Characters of a query that is kept."""
