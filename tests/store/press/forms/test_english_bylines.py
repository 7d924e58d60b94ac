"""English bylines, with a post and without."""

import pytest

from store.press.forms.english_bylines import read_english


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        ("By Ada Stone", "By", ("Ada Stone",)),
        ("By Ada Stone and Tom Lee in New Haven", "By", ("Ada Stone", "Tom Lee")),
        ("BY ADA STONE AND TOM LEE", "By", ("ADA STONE AND TOM LEE",)),
        ("by Ada Stone, Tom Lee and Mo Reed", "By", ("Ada Stone", "Tom Lee", "Mo Reed")),
        ("Ada Stone, Staff Writer", "Staff Writer", ("Ada Stone",)),
        (
            "Ada Stone and Tom J. Lee, senior reporters",
            "senior reporters",
            ("Ada Stone", "Tom J. Lee"),
        ),
        (
            "Ada O'Neill, Tom Lee, and Mo Reed, Correspondents",
            "Correspondents",
            ("Ada O'Neill", "Tom Lee", "Mo Reed"),
        ),
    ],
)
def test_people(text: str, role: str, names: tuple[str, ...]) -> None:
    (found,) = read_english(text)
    assert (found.role, found.names) == (role, names)


@pytest.mark.parametrize(
    "text",
    [
        "Harbour town votes to keep its clock",
        "A writer leaves town",
        "Ada Stone",
        "Old Clock Stays, Reporter Says",
    ],
)
def test_others(text: str) -> None:
    assert read_english(text) == ()
