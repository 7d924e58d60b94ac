"""News, pictures, commentaries and documents."""

import pytest

from store.press.forms.story_kind import is_caption, kind_of

LONG = ("望江县的老桥修好了。",) * 7


@pytest.mark.parametrize(
    ("head", "paragraphs", "captions", "lead", "kind"),
    [
        ("老桥修好了", LONG, (), True, "news"),
        ("老桥修好了", LONG, (), False, "news"),
        ("望江时评：桥与路", LONG, (), False, "commentary"),
        ("望江县桥梁管理办法", LONG, (), False, "document"),
        ("桥上", ("老桥。",), ("赵青摄",), False, "photo"),
        ("桥上", ("清晨，老桥上行人往来。 赵青摄",), (), False, "photo"),
    ],
)
def test_the_kind(
    head: str, paragraphs: tuple[str, ...], captions: tuple[str, ...], lead: bool, kind: str
) -> None:
    assert kind_of(head, paragraphs, captions, "", lead=lead) == kind


def test_a_paragraph_of_a_story_is_no_caption() -> None:
    assert not is_caption(["老桥修好了。", "赵青摄"])
