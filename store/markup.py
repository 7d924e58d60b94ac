"""Text that is never taken for markup, whatever a paper prints."""

import re

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])|^(\s*\d*)([-+=.)])(?=\s)")
"""Characters that are markup anywhere in Markdown, and those that begin a list or a heading."""


def escape_markdown(text: str) -> str:
    """Return `text` with what Markdown would take for markup escaped."""
    return _SPECIAL.sub(lambda m: "\\" + m[1] if m[1] else f"{m[2]}\\{m[3]}", text)
