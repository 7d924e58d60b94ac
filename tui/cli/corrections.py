"""Corrections in words."""

from typing import TYPE_CHECKING

from tui.language import N_, _

if TYPE_CHECKING:
    from store.corrections.correction import Correction
    from store.models import Article, Issue

_INNER = str.maketrans("“”「」", "‘’『』")
"""Marks of quotations within others."""
OUTSIDE = {"furniture": N_("a line outside articles")}
"""What is called otherwise than it is kept."""
AROUND = 6
"""Characters shown on either side of words that were changed."""
LONGEST = 24
"""Characters of a line or headline that are shown, so that a correction fits on one line."""


def describe(correction: "Correction", issue: "Issue") -> str:
    """Return `correction` in words; articles are called by the headlines they have in `issue`."""
    names = {article.key: _name(article) for article in issue.articles}
    article = names.get(correction.article, correction.article)
    line = _shortened(correction.line).translate(_INNER)
    match correction.action:
        case "join":
            other = names.get(correction.to, correction.to)
            return _("an article joined to {story}").format(story=other)
        case "split":
            return _("{story} split before “{line}”").format(story=article, line=line)
        case "line":
            return _("“{line}” changed to {role} in {story}").format(
                line=line, role=_(OUTSIDE.get(correction.to, correction.to)), story=article
            )
        case "text":
            before, after = _changed(correction.line, correction.to)
            return _("“{before}” changed to “{after}” in {story}").format(
                before=before, after=after, story=article
            )
        case "page":
            return _("{story} moved to page {page}").format(story=article, page=correction.to)
        case "sure":
            return _("{story} is right as it is").format(story=article)
        case "date":
            return _("date set to {day}").format(day=correction.to)
        case "paper":
            return _("name of the paper set to {name}").format(name=correction.to)


def _changed(before: str, after: str) -> tuple[str, str]:
    """Return what differs in two texts, whole, with a little of what stands around it."""
    from store.corrections.rewording import common_ends  # the press: 30 ms

    first, rest = common_ends(before, after)
    found = []
    for text in (before, after):
        start, end = max(0, first - AROUND), min(len(text), len(text) - rest + AROUND)
        piece = text[start:end].replace("\n", "¶").translate(_INNER)
        found.append(f"{'…' * (start > 0)}{piece}{'…' * (end < len(text))}")
    return found[0], found[1]


def _name(article: "Article") -> str:
    headline = _shortened(article.headline).translate(_INNER)
    return f"“{headline}”" if headline else article.id


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
