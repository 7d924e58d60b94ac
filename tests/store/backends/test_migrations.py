"""Files of older schemas are brought forward."""

from typing import Any

import pytest
from msgspec import Raw

from store.backends.migrations import SCHEMA, Packed, forward
from store.backends.serialization import decode, to_json
from store.corrections.correction import Correction
from store.models import Issue


def packed(**tables: Any) -> Packed:
    return {name: Raw(to_json(documents)) for name, documents in tables.items()}


def plain(tables: Packed) -> dict[str, Any]:
    return {name: decode(raw, dict[str, Any]) for name, raw in tables.items()}


def test_the_first_schema_had_keys_one_by_one() -> None:
    old = packed(issues={"a": {"id": "a", "keys": ["0123", "4567"]}, "b": {"id": "b"}})
    rows = plain(forward(old, 1))["issues"]
    assert rows == {"a": {"id": "a", "keyed": "01234567"}, "b": {"id": "b"}}


KILLED = "No keywords were made, for the worker failed: SIGKILL"


@pytest.mark.parametrize("table", ["issue", "readings"])
@pytest.mark.parametrize(
    ("sentence", "code", "fields"),
    [
        (
            "3 terminal escape sequences were taken out.",
            "taken_out",
            {"count": 3, "what": "terminal escape sequences"},
        ),
        (
            "12 characters could not be decoded as gb18030.",
            "undecodable",
            {"count": 12, "encoding": "gb18030"},
        ),
        ("The encoding is a guess: cp1252.", "encoding_guessed", {"encoding": "cp1252"}),
        (
            "The paper says it has 8 pages; 7 were found.",
            "pages_missing",
            {"expected": 8, "found": 7},
        ),
        ("No article was found.", "no_article", {}),
        (KILLED, "no_keywords", {"why": "SIGKILL"}),
        ("Something that is said no more.", "note", {"text": "Something that is said no more."}),
    ],
)
def test_warnings_were_sentences(
    table: str, sentence: str, code: str, fields: dict[str, str | int]
) -> None:
    old = packed(**{table: {"a": {"id": "a", "warnings": [sentence]}}})
    new = forward(old, 2)
    assert plain(new)[table]["a"]["warnings"] == [{"code": code, "fields": fields}]
    issue = decode(new[table], dict[str, Issue])["a"]
    said = {KILLED: "No keywords were made: the system ended it, perhaps for want of memory."}
    assert [str(each.message()) for each in issue.warnings] == [said.get(sentence, sentence)]


def test_tables_that_have_not_changed_are_left_packed() -> None:
    old = packed(marks={"k": {"read": True}}, issue={"a": {"id": "a"}})
    assert forward(old, 1)["marks"] is old["marks"]


def test_a_file_of_today_is_as_it_is() -> None:
    assert forward(packed(issue={}), SCHEMA) == packed(issue={})


def test_what_the_third_schema_had_is_as_it_was() -> None:
    old = packed(corrections={"0": {"action": "line", "line": "桥通了。", "to": "body"}})
    assert forward(old, 3) == old
    correction = decode(old["corrections"], dict[str, Correction])["0"]
    assert (correction.at, correction.words) == (0, None)
