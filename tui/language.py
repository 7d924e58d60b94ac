"""The interface's languages, through gettext: English in the code, Chinese in the catalogue."""

import gettext as _gettext
import os

LANGUAGES = ("zh", "en")
_translation: _gettext.NullTranslations = _gettext.NullTranslations()
_chosen = "en"


def from_environment() -> str:
    """Return ``zh`` or ``en``: what the locale asks for; English where it says nothing.

    The order of variables is POSIX's: LANGUAGE, LC_ALL, LC_MESSAGES, LANG.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def choose(language: str = "") -> str:
    """Speak `language` from now on, or what the locale asks for; return what was chosen."""
    global _translation, _chosen  # one process speaks one language
    _chosen = language if language in LANGUAGES else from_environment()
    if _chosen == "en":
        _translation = _gettext.NullTranslations()
    else:
        from pathlib import Path  # 6 ms: not before the first paint in English

        _translation = _gettext.translation("dubao", Path(__file__).with_name("locale"), [_chosen])
    return _chosen


def lend() -> None:
    """Let the standard library speak our language, too: argparse says some sentences itself."""
    if _chosen != "en":
        os.environ["LANGUAGE"] = _chosen
        from pathlib import Path

        _gettext.bindtextdomain("dubao", Path(__file__).with_name("locale"))
        _gettext.textdomain("dubao")


def chosen() -> str:
    """Return the language that is spoken: ``zh`` or ``en``."""
    return _chosen


def _(message: str) -> str:
    """Return `message` in the language chosen; where gettext has its own heads, nothing."""
    return _translation.gettext(message) if message else ""


def plural(one: str, many: str, count: int) -> str:
    """Return `one` or `many`, whichever `count` asks for, in the language chosen."""
    return _translation.ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark `message` for the catalogue; it is translated where it is shown."""
    return message
