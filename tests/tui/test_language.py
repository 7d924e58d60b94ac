"""The interface speaks both of its languages whole."""

import io
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tui import language

ROOT = Path(language.__file__).parent
FOLDER = ROOT / "locale" / "zh" / "LC_MESSAGES"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "plural": (1, 2)}


def test_every_string_has_its_chinese() -> None:
    found = extract_from_dir(ROOT, [("**.py", "python")], keywords=KEYWORDS)
    wanted = {message[0] if isinstance(message, tuple) else message for _, _, message, *_ in found}
    catalogue = read_po(io.BytesIO((FOLDER / "dubao.po").read_bytes()))
    held = {(m.id[0] if isinstance(m.id, tuple) else m.id): m.string for m in catalogue if m.id}
    assert wanted - set(held) == set()
    assert set(held) - wanted == set()
    assert [message for message, said in held.items() if not any(said)] == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    compiled = GNUTranslations((FOLDER / "dubao.mo").open("rb"))
    for message in read_po(io.BytesIO((FOLDER / "dubao.po").read_bytes())):
        if isinstance(message.id, tuple):
            assert compiled.ngettext(*message.id, 2) == message.string[0]
        elif message.id:
            assert compiled.gettext(message.id) == message.string


@pytest.mark.parametrize(
    ("variables", "chosen"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "zh_CN:en", "LANG": "C"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses(
    variables: dict[str, str], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    try:
        assert language.choose() == chosen
        assert language._("Quit") == {"zh": "退出", "en": "Quit"}[chosen]
    finally:
        language.choose("en")
