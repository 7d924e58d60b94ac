"""The command that is run when issues have come."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.library.library import Library, open_library
from tests.tui.cli.support import Dubao
from tui.cli import hooks
from tui.cli.hooks import hooked

pytestmark = pytest.mark.slow


@pytest.fixture
def own(tmp_path: Path, builder: Any) -> Library:
    """Give a library with one issue."""
    library = open_library(tmp_path / "library")
    builder("清溪报").on(2024, 3, 4).page("1").article("茶市").add_to(library)
    return library


def setting(tmp_path: Path, command: str) -> None:
    (tmp_path / "config" / "dubao").mkdir(parents=True)
    (tmp_path / "config" / "dubao" / "config.toml").write_text(f"hook = {json.dumps(command)}")


def test_it_gets_what_is_new_or_has_grown(
    dubao: Dubao, own: Library, tmp_path: Path, builder: Any
) -> None:
    setting(tmp_path, f"cat > {tmp_path}/got; echo $DUBAO_LIBRARY > {tmp_path}/where")
    with hooked(own):
        pass
    assert not (tmp_path / "got").exists(), "nothing has come"
    with hooked(own):
        builder("临江报").on(2024, 3, 5).page("1").article("古桥").article("书屋").add_to(own)
    new = {"id": "linjiangbao-2024-03-05", "paper": "临江报", "date": "2024-03-05", "articles": 2}
    got = json.loads((tmp_path / "got").read_text())
    assert got == {"library": str(own.path), "issues": [new]}
    assert (tmp_path / "where").read_text().strip() == str(own.path)


def test_what_came_before_an_interruption_is_told_of(
    dubao: Dubao, own: Library, tmp_path: Path, builder: Any
) -> None:
    setting(tmp_path, f"cat > {tmp_path}/got")

    def interrupted() -> None:
        with hooked(own):
            builder("临江报").on(2024, 3, 5).page("1").article("古桥").add_to(own)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert "linjiangbao" in (tmp_path / "got").read_text()


@pytest.mark.parametrize(
    ("command", "says"), [("exit 3", "has failed (3)"), ("sleep 1000 & sleep 1000", "within 0.1")]
)
def test_a_failure_is_told_and_undoes_nothing(
    dubao: Dubao,
    own: Library,
    tmp_path: Path,
    builder: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    says: str,
) -> None:
    setting(tmp_path, command)
    if "within" in says:
        monkeypatch.setattr(hooks, "LONGEST", 0.1)
    with hooked(own):
        builder("临江报").on(2024, 3, 5).page("1").article("古桥").add_to(own)
    assert says in capsys.readouterr().err


def test_an_import_runs_it(dubao: Dubao, page: str, tmp_path: Path) -> None:
    setting(tmp_path, f"cat >> {tmp_path}/got")
    assert dubao("import", page)[0] == 0
    assert json.loads((tmp_path / "got").read_text())["issues"][0]["articles"] > 0
    dubao("import", page)
    assert json.loads((tmp_path / "got").read_text()), "nothing was new, and nothing was told"
