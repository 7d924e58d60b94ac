"""Taking an article elsewhere by its keys."""

from base64 import b64decode
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from store.reader.clippings import open_clips
from tests.tui.screens.reading.fake_host import FakeHost
from tui.app import DubaoApp
from tui.panes.question import Question
from tui.screens.reading.clipping import Clipping, paragraph_numbers


async def test_an_article_and_some_paragraphs_are_clipped(
    papers: Callable[[], DubaoApp], drive: Any, state: Path
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        article = driver.pane.article
        await driver.press("x")
        assert "Clipped: " in driver.told
        await driver.press("X", *"1", "enter")
        await driver.press("X", *"0-x", "enter")
        assert "names no paragraphs" in driver.told
        await driver.press("escape", "X", *"9", "enter")
        assert f"The article has {len(article.paragraphs)} paragraph" in driver.told
        asked = driver.pilot.app.screen.focused
        assert isinstance(asked, Question)
        assert asked.value == "9"
        await driver.press("backspace")
        assert "The article has" not in driver.told, "it goes with the next key"
    whole, some = open_clips(state).all()
    assert (whole.article, whole.paragraphs) == (article.id, article.paragraphs)
    assert some.paragraphs == article.paragraphs[:1]


async def test_paragraphs_have_their_numbers_while_they_are_asked_for(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:

        def shown() -> list[str]:
            rows = range(driver.pane.size.height)
            return [driver.pane.render_line(y).text.rstrip() for y in rows]

        plain = shown()
        for leaving in ("escape", "enter"):
            await driver.press("X")
            numbered = shown()
            changed = [(a, b) for a, b in zip(plain, numbered, strict=False) if a != b]
            assert changed
            assert changed[0][1].strip().startswith("1 ")
            assert all(a.strip() == b.strip().lstrip("123456789 ") for a, b in changed)
            await driver.press(leaving)
            assert shown() == plain


async def test_what_is_clipped_already_is_not_clipped_again(
    papers: Callable[[], DubaoApp], drive: Any, state: Path
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        for keys in ("x", ["X", "1", "enter"]):
            await driver.press(*keys)
            assert "Clipped: " in driver.told
            await driver.press(*keys)
            assert "Clipped already: " in driver.told
    assert len(list(open_clips(state).all())) == 2


async def test_copying_goes_to_the_terminals_clipboard(
    papers: Callable[[], DubaoApp], drive: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    async with drive(papers(), (80, 24)) as driver:
        sent: list[str] = []
        monkeypatch.setattr(driver.pilot.app.terminal_driver, "write", sent.append)
        await driver.press("Y")
        assert "OSC 52" in driver.told
        copied = next(each for each in sent if each.startswith("\x1b]52;c;"))
        article = driver.pane.article
        lines = b64decode(copied[7:-1]).decode().splitlines()
        assert article.headline in lines
        assert set(article.paragraphs) <= set(lines), "paragraphs are not cut into lines"


async def test_a_command_gets_the_article_on_its_input(
    papers: Callable[[], DubaoApp], drive: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("builtins.input", asked.append)
    async with drive(papers(), (80, 24)) as driver:
        monkeypatch.setattr(driver.pilot.app, "suspend", nullcontext)
        await driver.press("|", *f"cat > {tmp_path}/out; exit 3", "enter")
        assert driver.pane.article.headline in (tmp_path / "out").read_text("utf-8")
        assert "exit status 3" in asked[0]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("2", (1,)), ("2-4 6", (1, 2, 3, 5)), ("0", ()), ("a", ()), ("4-2", ()), ("1-99999999", ())],
)
def test_paragraphs_are_named_by_numbers(text: str, numbers: tuple[int, ...]) -> None:
    assert paragraph_numbers(text) == numbers


def test_the_clippings_lead_to_an_article(host: FakeHost) -> None:
    host.outside.chosen = "linjiangbao-2024-03-05/1.2"
    Clipping(host).action_clippings()
    assert host.outside.opened == [("clippings",)]
    assert host.went == ["linjiangbao-2024-03-05/1.2"]


def test_without_an_article_there_is_nothing_to_take(host: FakeHost) -> None:
    host.show("")
    clipping = Clipping(host)
    clipping.action_clip()
    clipping.action_copy()
    clipping.action_pipe()
    assert (host.told, host.asked, host.outside.opened) == ("", "", [])


def test_what_a_clipboard_does_not_take_is_told_of(host: FakeHost, builder: Any) -> None:
    long = builder("临江报").on(2024, 3, 9).page("1").article("长", "汛" * 30_000)
    long.add_to(host.session.library)
    clipping = Clipping(host)
    clipping.action_copy()
    ((_copied, text),) = host.outside.opened
    assert "古桥一。" in text
    host.show("linjiangbao-2024-03-09/1.1")
    clipping.action_copy()
    assert "more than a terminal's clipboard takes" in host.told


def test_the_paragraph_at_the_top_is_offered(host: FakeHost, state: Path) -> None:
    host.panes.article_pane.at = (1, 0)
    Clipping(host).action_clip_some()
    assert "2 is at the top" in host.asked
    host.answer("2")
    (clip,) = open_clips(state).all()
    assert clip.paragraphs == ("古桥二。",)
