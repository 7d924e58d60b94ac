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
    N_("Operation not permitted"),
    N_("File exists"),
    N_("File name too long"),
    N_("Too many levels of symbolic links"),
    N_("Directory not empty"),
    N_("Device or resource busy"),
    N_("Text file busy"),
    N_("Disk quota exceeded"),
    N_("File too large"),
    N_("Too many open files"),
    N_("Too many open files in system"),
    N_("Cannot allocate memory"),
    N_("Invalid cross-device link"),
    N_("Invalid argument"),
    N_("Broken pipe"),
    N_("Bad file descriptor"),
    N_("No such device or address"),
    N_("No such device"),
    N_("Stale file handle"),
    N_("Operation not supported"),
    N_("Resource temporarily unavailable"),
    N_("No locks available"),
    N_("Exec format error"),
    N_("Connection refused"),
    N_("Connection reset by peer"),
    N_("Connection timed out"),
    N_("Network is unreachable"),
    N_("Network is down"),
    N_("No route to host"),
    N_("Host is down"),
    N_("Address already in use"),
    N_("Cannot assign requested address"),
    N_("Name or service not known"),
    N_("No address associated with hostname"),
    N_("Temporary failure in name resolution"),
)
"""What the system says of why a file or a connection fails, as far as readers meet it."""


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
