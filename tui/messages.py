"""What `store` says, which speaks English alone, in the interface's language."""

from store.messages import Message
from tui.language import N_, _

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
