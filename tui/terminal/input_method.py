"""Keys typed while an input method is on: its signs stand for the keys that give them."""

from textual.events import Key

from tui.terminal.textual_seam import key_named

_FULL_WIDTH = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)}

_SIGNS = {
    "　": " ", "、": "/", "。": ".", "《": "<", "》": ">", "〈": "<", "〉": ">", "【": "[",
    "】": "]", "〔": "[", "〕": "]", "「": "{", "」": "}", "『": "{", "』": "}", "“": '"',
    "”": '"', "‘": "'", "’": "'", "￥": "$", "¥": "$", "·": "`", "—": "_", "…": "^",
}  # fmt: skip
"""What Chinese input methods give for the keys of a keyboard."""

PLAIN = _FULL_WIDTH | _SIGNS
"""The character of the key that gives a character while an input method is on."""


def plain(key: Key) -> Key:
    """Return the key that was pressed: what gave ``、`` is the key of ``/``."""
    character = PLAIN.get(key.character or "")
    return Key(key_named(character), character) if character else key
