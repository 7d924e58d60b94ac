"""Whether characters read like a newspaper: how many of them are among the commonest."""

COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年"
    "這為個國時來們於對會發與說報訊記者本月日市"
    "，。、：；？！“”‘’「」『』（）《》—…　０１２３４５６７８９"
)
"""The commonest characters of written Chinese and of its punctuation, both scripts: some 25 in 100
of any newspaper text, hardly any of a wrongly decoded one."""


def likeness(text: str) -> float:
    """Return the share of common characters among those that are not ASCII; 0 without any."""
    wide = [character for character in text if character > "\x7f"]
    return sum(character in COMMON for character in wide) / len(wide) if wide else 0.0
