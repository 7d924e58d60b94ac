"""Whatever stands in a file that somebody else may have written: one sentence or the right answer.

Each kind of file that is read is spoilt in a random way (bits, cuts, other kinds of values, older
and newer schemas), and commands are called and the reader is started on it. Nothing ends in a
traceback, hangs or fills memory, and nothing is lost. 20 cases, 20,000 with DUBAO_LONG.
"""

import asyncio
import json
import random
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.config import read_config
from store.errors import DubaoError
from tests.conftest import LONG
from tests.tui.whole.fuzz.home import (
    ARCHIVE,
    FORBIDDEN,
    ISSUE,
    LIBRARY,
    STATE,
    Home,
    Said,
    Tree,
    limits,
)
from tests.tui.whole.fuzz.mutations import mutations
from tui.app import DubaoApp
from tui.first_paint import first_rows
from tui.state.session import Session

SECOND = "qingxishibao-2024-03-13"
ARTICLE = f"{ISSUE}/1.1"

READING = f"""
    list; list --json; show {ISSUE}; show {ARTICLE} --json; show {SECOND} --columns 2; read
    search 古桥; search --json 云坪 茶; search is:starred; search baiyu; search tag:桥
    keywords; keywords {ISSUE} --json; keywords --new; trend 古桥 白露; trend 云坪 --json
    similar {ARTICLE}; clips; clips --format markdown; clips --format csv; clips --json
    filters; filters --json; filters x 古桥 --dry-run; words; words --json; check --json
    export; export --format markdown; export {ISSUE} --format text; remove --list
    edit {ISSUE} --list; edit {SECOND} --list; reimport --dry-run; keys; help backup
    check --verify all.zip; import --dry-run all.zip
"""
CHANGING = f"""
    import all.zip; remove {ISSUE}; remove --undo; edit {ARTICLE} --page 9; reindex
    edit {ISSUE} --undo; check --repair; check --restore; reimport; words add 新词
    filters 新 古桥 --star; filters 旧桥 集市 --read; move {SECOND} --to other
    edit {SECOND} --date 2024-03-12; filters --drop 藏; reindex --words; clips --drop x
"""
SAME = f"""
    show {ISSUE}; export --format text; similar {ARTICLE}; search 古桥; search 云坪 茶
    trend 古桥 白露
"""
"""What says the same whatever is wrong with a reader's own files."""


def commands(several: str) -> list[str]:
    """Return the commands in `several`, which stand on its lines with semicolons between."""
    return [each.strip() for line in several.splitlines() for each in line.split(";") if each]


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    """Give a home that is filled; it lies in memory where the system has a place for that."""
    memory = Path("/dev/shm")
    with (
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
        pytest.MonkeyPatch.context() as patched,
    ):
        top = Path(folder, "home")
        top.mkdir()
        home = Home(top)
        for name, value in {**home.environment, "LANGUAGE": "en"}.items():
            patched.setenv(name, value)
        patched.chdir(folder)
        home.fill()
        home.put(home.tree)
        home.answers = {command: ask(home, command) for command in commands(SAME)}
        yield home


def spoil(home: Home, chance: random.Random) -> str:
    """Spoil one of the files, and return its name."""
    kind = chance.choice(sorted({str(Path(name).parent) for name in home.tree}))
    name = chance.choice([name for name in sorted(home.tree) if str(Path(name).parent) == kind])
    change = chance.choice(mutations(name))
    home.put({**home.tree, name: change(chance, home.tree[name])})
    return name


def ask(home: Home, command: str) -> Said:
    """Run the command, and see that it says one sentence or something right."""
    words = [str(home.folder / w) if w in (ARCHIVE, "other") else w for w in command.split()]
    said = home.run(*words)
    assert not said.trace, f"{command}: {said.trace}"
    assert said.status in (0, 1, 2), (command, said)
    assert not FORBIDDEN.search(said.out + said.err), (command, said)
    lines = said.err.splitlines()
    assert all(line.startswith("dubao: ") for line in lines), (command, said)
    assert len(said.err) < 4000, (command, said)
    assert said.status != 2 or lines, (command, said)
    return said


def start(home: Home) -> None:
    """Start the reader, press some keys and leave it."""
    with limits(), suppress(DubaoError):  # it is said, and the reader does not start
        config, library, marks = read_config(), home.library, home.marks
        library.rows()
        with suppress(DubaoError):
            first_rows(Session(library, marks), config, 80, 24)
        asyncio.run(_drive(DubaoApp(library, marks, config)))


async def _drive(app: DubaoApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("j", "enter", "down", "f", "escape", "s", "slash", "enter", "q"):
            if app.is_running:
                await pilot.press(key)
    assert not app.failed


def is_understood(home: Home, name: str) -> bool:
    """Return whether this file can be read, whatever it says."""
    said = ask(home, "check --json")
    known = "not in the catalogue", "catalogue says other", "no issue has this"
    return said.status != 2 and not any(
        name.endswith(found["file"]) and not any(each in found["wrong"] for each in known)
        for found in json.loads(said.out)
    )


def check_kept(home: Home, before: Tree, name: str, understood: bool) -> None:
    """See that what could not be understood is still there, and every original."""
    after = home.now()
    if name.startswith((LIBRARY, STATE)) and name.endswith(".json") and not understood:
        assert before[name] in after.values(), f"{name} is lost"
    for each, data in before.items():
        if each.endswith(".gz"):
            # A damaged one may have been replaced by another copy.
            assert {data, home.tree[each]} & {*after.values()}, f"{each} is lost"
        if each.startswith((f"{STATE}/clips", f"{STATE}/marks")) and each != name:
            assert each in after, f"{each} is lost"


@pytest.mark.slow
@settings(
    max_examples=20_000 if LONG else 20,
    derandomize=not LONG,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
@given(st.randoms(use_true_random=False))
def test_one_sentence_or_the_right_answer(
    home: Home, unworded: None, chance: random.Random
) -> None:
    name = spoil(home, chance)
    before = home.now()
    for command in chance.sample(commands(READING), 3):
        ask(home, command)
    answer_the_same(home, name, chance.choice(commands(SAME)))
    if chance.random() < 0.2:
        start(home)
    understood = is_understood(home, name)
    if chance.random() < 0.3:
        mend(home, name)
    else:
        for command in chance.sample(commands(CHANGING), 2):
            ask(home, command)
    check_kept(home, before, name, understood)


def answer_the_same(home: Home, name: str, command: str) -> None:
    """See that what is wrong with a file of the reader's own changes nothing of the library."""
    said = ask(home, command)
    if name.startswith(STATE) and "corrections" not in name:
        assert said.out == home.answers[command].out, command
    if name.endswith("sqlite3"):
        ask(home, "reindex")
        assert ask(home, command) == home.answers[command]


def mend(home: Home, name: str) -> None:
    """Repair the library: all that is not spoilt is there, and nothing is left to be done."""
    said = ask(home, "check --repair")
    if said.status == 2:
        assert "newer dubao" in said.err or name.startswith("config"), said
        return
    for issue in (ISSUE, SECOND):
        if name.startswith(LIBRARY) and issue not in name and not name.endswith(".gz"):
            assert ask(home, f"show {issue}").status == 0, said
    listed = ask(home, "list")
    again = ask(home, "check --repair")
    assert again.out.count("→") <= said.out.count("→"), (said, again)
    assert ask(home, "list") == listed
