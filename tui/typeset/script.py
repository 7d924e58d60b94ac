"""In which script papers' texts are shown, and each character as it is drawn."""

from collections.abc import Sequence

from store.config import Script
from store.models import Article
from store.words.script import SCRIPTS, in_script, names_kept
from store.words.stand_ins import in_place
from tui.typeset.cells import visible

_chosen: list[Script] = ["printed"]


def show_in(*scripts: str) -> None:
    """Show texts from now on in the first of these that is a script, in the whole process."""
    _chosen[0] = next(each for name in scripts for each in SCRIPTS if each == name)


def script_shown() -> Script:
    """Return the script that texts are shown in."""
    return _chosen[0]


def next_script() -> Script:
    """Return the script after the one that texts are shown in, the first after the last."""
    return SCRIPTS[(SCRIPTS.index(script_shown()) + 1) % len(SCRIPTS)]


def people_in(article: Article, script: Script) -> tuple[str, ...]:
    """Return the people known to `article` whose surnames stay as they are in this script."""
    known = [word.word for word in (*article.keywords, *article.names) if word.kind == "person"]
    authors = (name for byline in article.byline for name in byline.names)
    return names_kept((*known, *authors), script)


def as_drawn(text: str, script: Script, names: Sequence[str] = ()) -> str:
    """Return what is drawn for `text`, one character for each: harmless, and in that script.

    Radicals, marks of vertical pages and private characters of GB 18030 are what they stand for.
    """
    return in_script(in_place(visible(text)), script, names)
