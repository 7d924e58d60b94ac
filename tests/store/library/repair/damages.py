"""A library that has read a page from its text, what may happen to its files, and its care."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from store.corrections import records as corrections
from store.library.library import Library, open_library
from store.library.repair.quarantine import Finding
from store.press.read import read

PAGE = """临江日报 2024年3月5日 星期二 第1版

古桥修好了
本报讯（记者 叶知秋）望江县的老桥今天通行，乡亲们奔走相告，石匠说手艺也要传下去。

春茶开园
本报讯（记者 顾长河）茶农宋阿婆采下半篓鲜叶，今年的春茶比去年早了五天上市。
"""
ID = "linjiangribao-2024-03-05"


def library_in(folder: Path) -> Library:
    """Return a library on disk that has read the page; its reader's state lies in `folder` too."""
    library = open_library(folder / "library", state=folder / "state")
    add(library, PAGE)
    assert [row.id for row in library.rows()] == [ID]
    return library


def add(library: Library, text: str) -> None:
    """Add what the press reads in a page."""
    data = text.encode()
    for result in read(data, "page.txt"):
        library.add(result.issue, data)


def check(library: Library, *, repair: bool = False) -> list[Finding]:
    return [finding for _, found in library.check(repair=repair) for finding in found]


def only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def reasons(library: Library) -> str:
    return (library.path / "quarantine" / "moved.json").read_text("utf-8")


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*.json")}


def aged(library: Library) -> Library:
    """Give it both parts of a catalogue: issues corrected, redated and removed."""
    for day in (6, 7, 8):
        add(library, PAGE.replace("3月5日", f"3月{day}日"))
    with library.files.lock():
        library._catalogue_file.rewrite(library.rows())
    add(library, PAGE.replace("3月5日", "3月9日"))
    library.edit(ID, corrections.redate(library.issue(ID), date(2024, 2, 5)))
    library.remove("linjiangribao-2024-03-06")
    return library


def told(library: Library) -> tuple[Any, Any, Any]:
    """Return what a library tells: its issues, removed ones, and what has been set right."""
    issues = [library.issue(row.id) for row in library.rows()]
    removed = sorted(row.id for row in library.removed())
    return issues, removed, [library.corrections(issue.id) for issue in issues]


Damage = Callable[[Path], object]


def missing(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).unlink(missing_ok=True)


def no_issues(folder: Path) -> None:
    missing(folder, "catalogue.json", "recent.json")
    shutil.rmtree(folder / "issues")


def torn_issue(folder: Path) -> None:
    path = sorted(folder.glob("issues/*/*.json"))[-1]
    path.write_bytes(path.read_bytes()[:-40])


def torn_and_missing(folder: Path) -> None:
    missing(folder, "catalogue.json", "recent.json")
    torn_issue(folder)


def forgotten(folder: Path) -> None:
    library = open_library(folder)
    with library.files.lock():
        library._catalogue_file.rewrite(library.rows()[2:])


DAMAGES: dict[str, Damage] = {
    "both missing": lambda folder: missing(folder, "catalogue.json", "recent.json"),
    "base missing": lambda folder: missing(folder, "catalogue.json"),
    "recent missing": lambda folder: missing(folder, "recent.json"),
    "base torn": lambda folder: (folder / "catalogue.json").write_bytes(b"\xff"),
    "recent torn": lambda folder: (folder / "recent.json").write_bytes(b"\xff"),
    "originals alone": no_issues,
    "an issue torn": torn_issue,
    "an issue torn, and both missing": torn_and_missing,
    "issues forgotten": forgotten,
    "an original torn": lambda folder: next(folder.glob("sources/*.gz")).write_bytes(b"torn"),
}
