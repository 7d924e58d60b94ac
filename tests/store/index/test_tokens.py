"""Every run of characters is found by its tokens, in the lines that hold it and in no others."""

import sqlite3
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.index.tokens import TOKENIZER, phrase, tokens, trait, traits
from store.words.fold import fold

LETTERS = "斗争的ab1 \"'*-:,。\t\0é\U00020bb7"
lines = st.lists(st.text(LETTERS, max_size=8).map(fold), max_size=4)
terms = st.text(LETTERS, min_size=1, max_size=5).map(fold)


@given(st.lists(lines, min_size=1, max_size=5), terms)
@example([["的ab"]], "ab")
@example([["的ab1"]], "的ab")
@example([["的ab"], ["a", "b"]], "ab")
@example([['说:"斗争"']], '"')
@example([["a\0b"]], "\0b")
def test_a_term_is_found_where_it_stands(articles: list[list[str]], term: str) -> None:
    base = sqlite3.connect(":memory:")
    base.execute(
        f"""CREATE VIRTUAL TABLE held USING fts5(text, tokenize="{_doubled(TOKENIZER)}")"""
    )
    base.execute(
        f"""CREATE VIRTUAL TABLE had USING fts5(trait, tokenize="{_doubled(TOKENIZER)}")"""
    )
    for at, article in enumerate(articles):
        text = "\n".join(article)
        base.execute("INSERT INTO held (rowid, text) VALUES (?, ?)", (at, tokens(text)))
        base.execute("INSERT INTO had (rowid, trait) VALUES (?, ?)", (at, traits(text, ["ab"])))

    def found(table: str, expression: str) -> list[int]:
        rows = base.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (expression,))
        return [row for (row,) in rows]

    holding = [at for at, article in enumerate(articles) if any(term in line for line in article)]
    assert found("held", phrase(term)) == holding
    if len(term) == 1:
        assert found("had", trait(term)) == holding
    assert found("had", trait("ab")) == list(range(len(articles)))


def _doubled(text: str) -> str:
    return text.replace('"', '""')


@pytest.mark.slow
def test_folded_text_leaves_the_tokenizer_nothing_to_fold() -> None:
    folded = set(fold("".join(map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1))))))
    assert not folded & set("ABCDEFGHIJKLMNOPQRSTUVWXYZ\uf900\uf901\uf902")


def test_half_a_character_is_found_nowhere() -> None:
    assert phrase("斗\ud800").encode()
    assert trait("\udfff").encode()
