"""The paper over SSH, end to end: a server of ours, and a client as guests have it."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from store.library.library import open_library
from tui.cli.main import main

asyncssh = pytest.importorskip("asyncssh")
if not (shutil.which("ssh") and shutil.which("ssh-keygen")):
    pytest.skip("needs an ssh client", allow_module_level=True)

DUBAO = [sys.executable, "-c", "import sys; from tui.cli.main import main; sys.exit(main())"]


class Served:
    """A running server, started with nohup, and how guests come to it."""

    def __init__(self, home: Path, *options: str) -> None:
        self.home = home
        names = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "STATE", "CACHE")}
        self.process = subprocess.Popen(
            ["nohup", *DUBAO, "serve", "--port", "0", *options],
            stdin=subprocess.DEVNULL,
            env={**os.environ, **names, "DUBAO_LIBRARY": str(home / "library"), "LANG": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        first = self.process.stdout.readline()
        found = re.search(r"-p (\d+) paper@127\.0\.0\.1", first)
        assert found, first + (self.process.communicate()[1] if self.process.poll() else "")
        self.port = found[1]

    def ssh(self, *words: str, key: str = "mei") -> list[str]:
        """Return the command of a guest who comes with a key."""
        options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "BatchMode=yes",
                   "IdentitiesOnly=yes", "IdentityAgent=none", "LogLevel=ERROR"]  # fmt: skip
        given = [word for option in options for word in ("-o", option)]
        named = ["-F", "none", "-i", str(self.home / key), "-p", self.port]
        return ["ssh", *given, *named, *words, "paper@127.0.0.1"]

    def run(self, *words: str, key: str = "mei", after: tuple[str, ...] = ()) -> Any:
        """Run an ssh command to its end."""
        return subprocess.run(
            [*self.ssh(*words, key=key), *after],
            env={**os.environ, "TERM": "xterm-256color"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


@pytest.fixture
def served(tmp_path: Path, builder: Callable[..., Any]) -> Iterator[Callable[..., Served]]:
    """Give what serves a library of one issue to the guests Mei and Lan."""
    paper = builder("临江报").on(2024, 3, 5).page("1").article("防汛不松劲", "堤上无险。")
    paper.article("春茶开园", "茶香满坡。").add_to(open_library(tmp_path / "library"))
    for name in ("mei", "lan", "nobody"):
        making = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)]
        subprocess.run(making, check=True)
    keys = "".join((tmp_path / f"{name}.pub").read_text() for name in ("mei", "lan"))
    (tmp_path / "guests").write_text(f"# guests\n\n{keys}")
    running: list[Served] = []

    def serving(*options: str) -> Served:
        running.append(Served(tmp_path, *(options or ("--keys", str(tmp_path / "guests")))))
        return running[-1]

    yield serving
    for each in running:
        each.process.kill()
        each.process.communicate()


def test_a_guest_reads_and_finds_their_marks_again(served: Any, terminal: Any) -> None:
    server = served()
    reader = terminal(server.ssh("-tt"))
    reader.until("防汛不松劲")
    reader.press("s")
    reader.until("Starred")
    reader.resize(100, 30)
    reader.press("e", "|")
    reader.until("Guests cannot do that")
    reader.press("q")
    assert reader.gone() == 0
    again = terminal(server.ssh("-tt"))
    again.until("* 防汛不松劲")
    other = terminal(server.ssh("-tt", key="lan"))
    other.until("防汛不松劲")
    assert "* 防汛不松劲" not in other.text, "each guest has marks of their own"
    other.hang_up()
    again.press("q")
    assert again.gone() == 0


def test_who_has_no_key_comes_in_only_when_anyone_may(served: Any, terminal: Any) -> None:
    refused = served().run(key="nobody")
    assert refused.returncode == 255
    assert "Permission denied" in refused.stderr
    reader = terminal(served("--anyone").ssh("-tt", key="nobody"))
    reader.until("防汛不松劲")


def test_there_is_nothing_but_the_reader(served: Any, tmp_path: Path) -> None:
    server = served()
    told = server.run(after=("cat /etc/passwd",))
    assert (told.returncode, "needs a terminal" in told.stderr) == (2, True)
    assert server.run("-s", after=("sftp",)).returncode != 0
    assert not server.run("-W", f"127.0.0.1:{server.port}").stdout.startswith("SSH-")
    forward = server.run("-o", "ExitOnForwardFailure=yes", "-N", "-R", "0:127.0.0.1:22")
    assert forward.returncode == 255


def test_no_more_than_the_most_read_and_twice_as_many_are_connected(
    served: Any, terminal: Any
) -> None:
    server = served("--anyone", "--most", "1")
    reader = terminal(server.ssh("-tt"))
    reader.until("防汛不松劲")
    turned_away = server.run("-tt")
    assert (turned_away.returncode, "come again later" in turned_away.stderr) == (1, True)
    with connected(server) as waiting:
        assert until_in(waiting)
        assert server.run("-tt").returncode == 255, "there are twice as many as may read"


def test_a_reader_without_a_key_is_ended(served: Any, terminal: Any) -> None:
    reader = terminal(served("--anyone", "--idle", "0.05").ssh("-tt"))
    assert reader.gone() == 129
    given_back = reader.received.index(b"\x1b[?1049l")
    assert b"No key has been pressed" in reader.received[given_back:]


def test_a_connection_on_which_nobody_reads_is_ended(served: Any) -> None:
    with connected(served("--anyone", "--idle", "0.02")) as waiting:
        assert "nobody reads here" in waiting.communicate(timeout=60)[1]


@contextmanager
def connected(server: Served) -> Iterator["subprocess.Popen[str]"]:
    """Give a client that asks for nothing once it is let in."""
    command = server.ssh("-v", "-N")
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as client:
        try:
            yield client
        finally:
            client.kill()


def until_in(client: "subprocess.Popen[str]") -> bool:
    """Wait until a client is let in; return whether it is."""
    return any("Entering interactive session" in line for line in client.stderr or ())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_reads_when_the_server_ends_has_their_terminal_back(
    served: Any, terminal: Any, number: signal.Signals
) -> None:
    server = served()
    readers = [terminal(server.ssh("-tt", key=key)) for key in ("mei", "lan")]
    for reader in readers:
        reader.until("防汛不松劲")
    server.process.send_signal(number)
    for reader in readers:
        assert reader.gone() == 129
        given_back = reader.received.index(b"\x1b[?1049l")
        assert b"no longer served" in reader.received[given_back:]
    assert server.process.wait(60) == 0


def test_who_comes_and_goes_is_told(served: Any, terminal: Any, tmp_path: Path) -> None:
    server = served()
    reader = terminal(server.ssh("-tt"))
    reader.until("防汛不松劲")
    server.run(key="nobody")
    reader.press("q")
    assert reader.gone() == 0
    server.process.send_signal(signal.SIGTERM)
    said = server.process.communicate()[0]
    (mei,) = (path.name for path in (tmp_path / "STATE" / "dubao" / "guests").iterdir())
    for line in (f"127.0.0.1 {mei} come", f"127.0.0.1 {mei} gone", "gone without being let in"):
        assert line in said


def test_the_host_key_stays_and_is_its_owners_alone(served: Any, tmp_path: Path) -> None:
    server = served()
    (path,) = (tmp_path / "STATE").rglob("host_key")
    assert path.stat().st_mode & 0o777 == 0o600
    assert server.process.stdout.readline() == served().process.stdout.readline()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--keys", "nosuch"), "no file of public keys"),
        (("--keys", "recent.json"), "line 1: no public key"),
        (("--keys", "options"), "line 2: no public key"),
        (("--keys", "/dev/null"), "no public keys"),
        (("--anyone", "--most", "0"), "must be 1 or more"),
        (("--anyone", "--idle", "-1"), "must be a number of minutes"),
        (("--anyone", "--host-key", "guests"), "no key of a host"),
        (("--anyone", "--host", "203.0.113.1"), "nothing can be served there"),
        ((), "one of the arguments"),
    ],
)
def test_wrong_use_is_one_sentence(
    refused: Callable[..., str], tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    (tmp_path / "guests").write_text("# guests\n")
    (tmp_path / "recent.json").write_text("{}")
    key = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    (tmp_path / "options").write_text(f"# ours\nno-pty {key}")
    (tmp_path / "library").mkdir()
    assert said in refused("library", *options)


def test_a_library_that_is_not_there_is_not_served(refused: Callable[..., str]) -> None:
    assert "there is no library to serve" in refused("nosuch", "--anyone")


@pytest.fixture
def refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Give what says why the server does not even begin."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "STATE"))
    monkeypatch.chdir(tmp_path)

    def run(library: str, *options: str) -> str:
        try:
            status: object = main(["--library", library, "serve", *options])
        except SystemExit as exit_:
            status = exit_.code
        assert status == 2
        return capsys.readouterr().err

    return run
