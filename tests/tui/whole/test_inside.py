"""Inside screen and over mosh the reader looks as it does without them."""

import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from shlex import join
from typing import Any

import pytest

from store.library.library import open_library
from tests.tui.sshd import MISSING, client, sshd

KEYS = (("down", "enter", "pagedown"), ("left", "pagedown", "/", "茶"))

GOING = "MOSH_SERVER_NETWORK_TMOUT=5"
"""Has mosh's server end so many seconds after its client."""

Inside = Callable[[list[str]], list[str]]


@pytest.fixture(params=["screen", "mosh"])
def inside(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Inside]:
    """Give what puts a command inside another program."""
    name = request.param
    if not shutil.which(name) or (name == "mosh" and MISSING):
        pytest.skip(f"needs {name}")
    if name == "screen":
        settings = tmp_path / "screenrc"
        settings.write_text("autodetach off\n")  # when its terminal goes, it goes
        yield lambda command: ["screen", "-U", "-c", str(settings), *command]
        return
    with sshd(tmp_path) as port:
        *words, to = client(tmp_path, port)
        words.remove("-tt")  # mosh asks for a terminal itself

        def over_mosh(command: list[str]) -> list[str]:
            ours = [f"--server=env LANG=C.UTF-8 {GOING} mosh-server", f"--ssh={join(words)}"]
            return ["mosh", *ours, to, "--", *command]

        yield over_mosh


def test_the_screen_is_the_same(
    terminal: Any, builder: Any, tmp_path: Path, inside: Inside
) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1")
    for number in range(40):
        paper.article(f"春茶开园第{number}天", *["茶香满坡，游人如织。" * 20] * 3)
    with open_library(tmp_path / "library") as library:
        paper.add_to(library)
    program = str(Path(sys.executable).with_name("dubao"))

    def seen(name: str, around: Inside, *wanted: str) -> list[str]:
        """Return what is seen after each of the keys; `wanted` is waited for, as it may be late."""
        folders = [f"XDG_{kind}_HOME={tmp_path}/{name}" for kind in ("STATE", "CACHE")]
        command = ["env", *folders, program, "--library", str(tmp_path / "library")]
        places = {"SCREENDIR": str(tmp_path / "screen"), "MOSH_NO_TERM_INIT": ""}
        reader = terminal(around(command), environment=places)
        reader.until("春茶开园第0天")
        screens = []
        for number, keys in enumerate(KEYS):
            for key in keys:
                reader.cost(key, quiet=0.1)
            reader.settle(0.6)
            if wanted:  # of a reader within another program one cannot see when it is done
                reader.until(partial(shows, reader, wanted[number]))
            screens.append(reader.text)
        reader.press("escape")
        reader.settle()
        reader.press("q")
        reader.gone()
        return screens

    (tmp_path / "screen").mkdir(mode=0o700)
    plain = seen("plain", list)
    assert seen("inside", inside, *plain) == plain


def shows(reader: Any, text: str) -> bool:
    return bool(reader.text == text)
