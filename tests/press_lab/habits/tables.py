"""A form that lines take, and the makers among whom it is at home."""

from collections.abc import Iterable

from msgspec import Struct


class Form(Struct, frozen=True):
    """A template (see `words.Facts`), and the families of makers that set lines so."""

    text: str
    families: frozenset[str]


def table(rows: dict[str, str]) -> tuple[Form, ...]:
    """Return the forms of `rows`: families, parted by blanks, by their templates."""
    return tuple(Form(text, frozenset(families.split())) for text, families in rows.items())


def at_home(forms: Iterable[Form], family: str) -> list[str]:
    """Return the templates of those of `forms` that a family uses."""
    return [form.text for form in forms if family in form.families]


def not_only_of(forms: Iterable[Form], barred: frozenset[str]) -> list[str]:
    """Return the templates of those of `forms` that others than the families `barred` use, too."""
    return [form.text for form in forms if form.families - barred]
