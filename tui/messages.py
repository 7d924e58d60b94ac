"""What `store` says, which speaks English alone, in the interface's language."""

from typing import TYPE_CHECKING

from store.messages import Message
from tui.language import N_, _

if TYPE_CHECKING:
    from store.models import Article

SYSTEM = (
    N_("No space left on device"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("No such file or directory"),
    N_("Input/output error"),
)
"""What the system says most often of why a file cannot be read or written."""


def translated(message: Message) -> str:
    """Return the sentence of `message` in the language chosen."""
    return message.text(_)


def doubted_parts(article: "Article") -> str:
    """Return what is doubtful of an article, in a few words; ``""`` if nothing is."""
    if not article.doubtful:
        return ""
    parts = dict.fromkeys(translated(doubt.name) for doubt in article.doubts)
    return _("doubtful: {parts}").format(parts=_(", ").join(parts)) if parts else _("doubtful")


def doubt_reasons(article: "Article") -> str:
    """Return what is doubtful of an article, and why, in a sentence; ``""`` if nothing is."""
    if not article.doubtful:
        return ""
    reasons = [translated(doubt.message()) for doubt in article.doubts]
    return (
        _("doubtful - {reasons}").format(reasons=_("; ").join(reasons))
        if reasons
        else _("doubtful")
    )
