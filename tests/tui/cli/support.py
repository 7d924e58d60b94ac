"""What tests of the command line share: the sample issue's name, and the type of their runner."""

from collections.abc import Callable
from pathlib import Path

ISSUE = "qingxishibao-2024-03-12"
"""The issue that the sample page makes."""

Dubao = Callable[..., tuple[int, str, str]]
"""Runs the command with these arguments; returns status, output and errors."""


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files beneath `folder` by their relative paths, with their bytes."""
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}
