"""A reader's own words: kept, learned, and applied to what is there already."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.errors import DubaoError
from store.imports.keywords import rebuild_keywords
from store.library.library import Library
from store.words.user_dictionary import MOST, update_user_words, user_words

Builder = Callable[..., Any]


def test_words_are_added_changed_and_dropped(tmp_path: Path) -> None:
    path = tmp_path / "config" / "words.txt"
    assert user_words(path) == {}
    update_user_words({"亭山书会": "topic", "岑小满": "person"}, path)
    update_user_words({"亭山书会": "organisation"}, path)
    assert user_words(path) == {"亭山书会": "organisation", "岑小满": "person"}
    assert (
        update_user_words({"岑小满": None}, path)
        == user_words(path)
        == {"亭山书会": "organisation"}
    )


def test_a_file_written_by_hand_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# 人名\n岑小满 person\n\n亭山书会\n甲\n乙乙 eater\n", "utf-8")
    assert user_words(path) == {"岑小满": "person", "亭山书会": "topic"}


def test_lines_of_any_other_form_stay_when_a_word_is_added(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("# 人名\n岑小满 person\n\n乙乙 eater\n".encode() + b"\xff\xfe\n")
    update_user_words({"岑小满": None, "亭山书会": "topic"}, path)
    assert path.read_bytes() == "# 人名\n\n乙乙 eater\n".encode() + b"\xff\xfe\n" + (
        "亭山书会 topic\n".encode()
    )


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"#" * (MOST + 1))
    with pytest.raises(DubaoError, match=r"words\.txt: cannot be read"):
        update_user_words({"亭山书会": "topic"}, path)
    assert path.stat().st_size == MOST + 1


@pytest.mark.parametrize(
    "word", ["", "甲", "x" * 21, "\x1b[31m", "#人名", "++", "渡月 ", "渡月\nA4L"]
)
def test_what_is_no_word_is_refused(tmp_path: Path, word: str) -> None:
    with pytest.raises(DubaoError, match="is no word"):
        update_user_words({word: "topic"}, tmp_path / "words.txt")
    assert user_words(tmp_path / "words.txt") == {}


@pytest.mark.parametrize("word", ["C++", "糖类抗原19-9", "渡月 A4L", "清溪(进口)", "规范Ｖ1.0"])
def test_words_may_have_marks_figures_and_blanks(tmp_path: Path, word: str) -> None:
    path = tmp_path / "words.txt"
    update_user_words({word: "topic", "岑小满": "person"}, path)
    assert user_words(path) == {word: "topic", "岑小满": "person"}
    assert update_user_words({word: None}, path) == {"岑小满": "person"}
    assert user_words(path) == {"岑小满": "person"}


@pytest.mark.usefixtures("in_this_process")
def test_they_are_keywords_of_what_is_there_already(
    library: Library, builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    text = "今年的渡月谣曲办得热闹，乡亲们都来看。"
    paper = builder().on(2024, 3, 5).page("1").article("镇上办起晚会", text)
    paper.add_to(library)
    (row,) = library.rows()
    update_user_words({"渡月谣": "topic"})
    assert list(rebuild_keywords(library, [row.id])) == [(1, 1)]
    (article,) = library.issue(row.id).articles
    (keyword,) = [keyword for keyword in article.keywords if keyword.word == "渡月谣"]
    assert keyword.kind == "topic"
    assert "du yue yao" in keyword.keys
    assert library.rows()[0].stamp != row.stamp
    assert list(rebuild_keywords(library, [row.id])) == [(1, 0)], "nothing more is to be done"


def test_words_of_a_pipe_are_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "words.txt")
    assert user_words(tmp_path / "words.txt") == {}
