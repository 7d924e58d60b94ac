"""The place from which people report, at the end of their byline."""

import pytest

from store.press.forms.places import without_place


@pytest.mark.parametrize(
    ("bare", "people"),
    [
        ("记者张小华/青溪报导", "记者张小华"),
        ("记者张小华青溪报导", "记者张小华"),
        ("记者白露青溪报导", "记者白露"),
        ("记者张小华报导", "记者张小华报导"),
        ("本报记者 白露 发自青溪", "本报记者 白露"),
        ("本报记者 白露 北京报道", "本报记者 白露"),
        ("本报记者 白露 成都、上海报道", "本报记者 白露"),
        ("本报记者 白露报道", "本报记者 白露报道"),
        ("本报记者 白露 简宁报道", "本报记者 白露 简宁报道"),
        ("本报记者 白露 发自青溪、南渡", "本报记者 白露"),
        ("本报记者白露青溪、南渡联合报道", "本报记者白露"),
        ("本报记者白露、简宁报道", "本报记者白露、简宁报道"),
        ("本报特派员 白露 金山报导", "本报特派员 白露"),
        ("江一帆 摄影报道", "江一帆 摄影报道"),
        ("简宁 白 露摄影报道", "简宁 白 露摄影报道"),
    ],
)
def test_people_without_their_place(bare: str, people: str) -> None:
    assert without_place(bare) == people
