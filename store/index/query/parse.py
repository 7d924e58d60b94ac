"""From what a reader types to what it asks.

    query  = group { blank group }          every group must hold
    group  = term { "|" term }              one of its terms must hold
    term   = [ "-" ] [ field ":" ] value    "-": it must not
    value  = '"' anything '"' | characters other than blank, "|" and '"'

"|" binds closer than a blank: whatever is added after a blank narrows. Fields and their values:

    headline: 标题: title:   words in kicker, headline or subhead
    byline: 作者:            words in a byline          column: 栏目:   words in the column's name
    paper: 报:               a piece of its name, or the beginning of its address
    page: 版:                a page's number            kind: 类:      see KIND_OF
    date: 日期:              2019, 2019-11, 2019-11-19, today, yesterday or 7d (so many days ago),
                             or two of these with ".." between, either left out
    is: 是:                  see STATE_OF          tag: 标签:  one of the reader's tags

A term without a field is looked for in everything printed; without quotation marks, its Latin
letters also stand for the words whose pinyin they fit. Width, case, script and the form of
quotation marks make no difference: ：｜－“” are : | - and ".
"""

import re
from collections.abc import Callable

from store.index.query.conditions import (
    Condition,
    Contains,
    Doubtful,
    Field,
    Marked,
    OfKind,
    OfPaper,
    OnPage,
    Tagged,
)
from store.index.query.dates import dated
from store.index.query.fields import FIELD_OF, KIND_OF, STATE_OF
from store.index.query.query import Query, Term
from store.messages import Message, template
from store.patterns import pattern
from store.words.fold import fold
from store.words.latin import may_stand_for_words
from store.words.search_fold import search_fold

_TERM = pattern(
    r'(?P<bar>\|)|(?P<minus>-?)(?:(?P<field>[^\s"|:]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s|"]*))'
)

MOST_TERMS = 500
"""Terms of a query at most, bars counted: each is looked for in the whole library."""

TOO_MANY = template("More than {most} words were asked for; those after them were passed over.")

_PART_OF: dict[str, Field] = {"headline": "head", "byline": "byline", "column": "column"}
"""The part of an article in which the words of a field are looked for."""

_EXPECTED = {
    "date": Message(
        "a date is 2019, 2019-11, 2019-11-19, today, 7d or two of these with .. between"
    ),
    "is": Message("it is unread, read, starred or doubtful"),
    "kind": Message("kinds are {kinds}", {"kinds": ", ".join(dict.fromkeys(KIND_OF.values()))}),
}


def parse(text: str) -> Query:
    """Return what `text` asks for, as far as it is understood; nothing is ever raised."""
    groups: list[list[Term]] = []
    problems: list[Message] = []
    joined = False
    terms = 0
    for found in _TERM.finditer(fold(text)):
        terms += bool(found[0])
        if terms > MOST_TERMS:
            problems.append(Message(TOO_MANY, {"most": MOST_TERMS}))
            break
        if found["bar"]:
            joined = bool(groups)
            continue
        if not found[0]:
            continue
        if not joined:
            groups.append([])
        joined = False
        term = _term(found, problems.append)
        if term is not None:
            condition, wanted = term
            groups[-1].append((condition, wanted is not bool(found["minus"])))
    return Query(tuple(tuple(group) for group in groups if group), tuple(problems))


def _term(found: re.Match[str], problem: Callable[[Message], None]) -> Term | None:
    """Return what one term asks for without a "-" before it.

    None when it says nothing or is not understood, which `problem` is told.
    """
    name, quoted = found["field"] or "", found["quoted"] is not None
    value = (found["quoted"] if quoted else found["bare"]) or ""
    if not value.strip():
        problem(Message("“{term}” lacks a word after it.", {"term": found[0]}))
        return None
    value = search_fold(value.replace("\n", " "))
    field = FIELD_OF.get(name, "")
    if name and not field:
        if re.fullmatch("[a-z]+", name) and not value.startswith("//"):
            problem(Message("“{field}:” is no field; it was looked for as text.", {"field": name}))
        return Contains(f"{name}:{value}"), True
    if field == "page" and not any(map(str.isdecimal, value)) and len(value.strip()) > 1:
        problem(Message("“{term}”: a page is found by its number, as 1 or A5.", {"term": found[0]}))
    if not field or field in _PART_OF:
        latin = not quoted and may_stand_for_words(value)
        return Contains(value, _PART_OF.get(field, "text"), latin), True
    term = _of_field(field, value.strip())
    if term is None:
        why = _EXPECTED[field]
        problem(Message("“{term}” is not understood: {why}.", {"term": found[0], "why": why}))
    return term


def _of_field(field: str, value: str) -> Term | None:
    """Return what a value of a field asks for, None when the field has no such value."""
    condition: Condition | None = None
    match field:
        case "paper":
            condition = OfPaper(value)
        case "page":
            condition = OnPage(value.lstrip("0") or value)
        case "date":
            condition = dated(value)
        case "tag":
            condition = Tagged(value)
        case "kind" if value in KIND_OF:
            condition = OfKind(KIND_OF[value])
        case "is" if value in STATE_OF:
            state, wanted = STATE_OF[value]
            return Doubtful() if state == "doubtful" else Marked(state), wanted
    return (condition, True) if condition else None
