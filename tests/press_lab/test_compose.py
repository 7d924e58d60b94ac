"""Made pages: their labels and truths agree with their texts, and every habit can be drawn."""

import random

import pytest

from store.press.dump.lines.kinds import BODY, FURNITURE, HEAD, KINDS, LEAD
from tests.press_lab.compose import Composed, compose
from tests.press_lab.corpus import scorer
from tests.press_lab.families import FAMILIES
from tests.press_lab.habits.tables import at_home
from tests.press_lab.labels import samples
from tests.press_lab.stories import Library, invented
from tests.press_lab.style import HABITS, TABLES, draw
from tests.press_lab.words import Facts

STORIES = Library(invented())


def made(family: str, count: int = 6) -> list[Composed]:
    return [compose(str(seed), family, STORIES) for seed in range(count)]


def plain(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("family", FAMILIES)
def test_every_line_has_its_label(family: str) -> None:
    for each in made(family):
        lines = each.dump.data.decode().split("\n")[:-1]
        assert len(lines) == len(each.dump.labels)
        for line, label in zip(lines, each.dump.labels, strict=True):
            assert (label is None) == (not line.strip()), line
            assert label is None or label.kind in KINDS


@pytest.mark.parametrize("family", sorted(FAMILIES.keys() - {"layout", "vertical"}))
def test_the_truth_stands_in_the_text(family: str) -> None:
    half = str.maketrans("，：；？！（）％", ",:;?!()%")
    for each in made(family):
        text = plain(each.dump.data.decode()).translate(half)
        assert each.dump.truth["articles"]
        for article in each.dump.truth["articles"]:
            assert plain(article["headline"]).translate(half) in text
        for line in each.dump.truth["furniture"]:
            assert plain(line).translate(half) in text


@pytest.mark.parametrize("family", FAMILIES)
def test_a_seed_makes_the_same_page(family: str) -> None:
    assert compose("again", family, STORIES) == compose("again", family, STORIES)


def test_heads_and_paragraphs_are_labelled_as_such() -> None:
    for each in made("district"):
        dump = each.dump
        of_kind: dict[str, str] = dict.fromkeys(KINDS, "")
        for line, label in zip(dump.data.decode().split("\n"), dump.labels, strict=False):
            if label:
                of_kind[label.kind] += plain(line)
        half = str.maketrans("，：；？！（）％", ",:;?!()%")
        for article in dump.truth["articles"]:
            headline = plain(article["headline"])
            assert headline in of_kind[HEAD] or headline.translate(half) in of_kind[HEAD]
        assert of_kind[LEAD]
        assert "本报讯" not in of_kind[HEAD] + of_kind[FURNITURE]


def test_samples_give_each_line_of_the_press_a_kind() -> None:
    for family in FAMILIES:
        for each in made(family, 2):
            for sample in samples(each.dump):
                assert len(sample.lines) == len(sample.kinds)
                assert set(sample.kinds) <= set(KINDS)


def test_wrapped_lines_are_one_paragraph_when_unwrapped() -> None:
    found = [kind for each in made("book", 12) for s in samples(each.dump) for kind in s.kinds]
    assert found.count(LEAD) + found.count(BODY) > 20


@pytest.mark.parametrize("slot", TABLES)
def test_every_form_can_be_filled(slot: str) -> None:
    facts = Facts(random.Random(1))
    for form in TABLES[slot]:
        assert form.families
        assert form.families <= FAMILIES.keys() | {"comment"}
        if slot in ("in_headline", "caption"):
            assert facts.fill(form.text.format("X"))
        elif slot == "entry":
            assert form.text.format(t="X", n=3, k=1)
        elif slot == "column":
            assert "{c}" in form.text
        else:
            assert all(map(facts.fill, filter(None, form.text.split("|"))))


def test_every_habit_can_be_drawn() -> None:
    drawn: set[str] = set()
    for family in FAMILIES:
        for seed in range(60):
            style = draw(random.Random(seed), family)
            drawn |= {habit for habit, rate in style.rates.items() if rate} | set(style.forms)
    assert drawn >= set(HABITS) | set(TABLES)


def test_forms_of_a_family_that_is_held_out_are_not_drawn() -> None:
    only = {form.text for table in TABLES.values() for form in table if form.families == {"portal"}}
    for family in FAMILIES.keys() - {"portal"}:
        for seed in range(20):
            style = draw(random.Random(seed), family, frozenset({"portal"}))
            assert not only & {form for forms in style.forms.values() for form in forms}


def test_each_slot_has_a_family_at_home() -> None:
    for slot, table in TABLES.items():
        assert any(at_home(table, family) for family in FAMILIES), slot


def test_a_truth_is_the_best_reading_of_itself() -> None:
    try:
        score, value = scorer()
    except FileNotFoundError:
        pytest.skip("the scorer is not here")
    for family in FAMILIES:
        for each in made(family, 3):
            counts = score(each.dump.truth, each.dump.truth)
            for metric in ("bound_strict", "headline_exact", "byline", "date"):
                assert value(metric, counts[metric]) in (None, 1.0), (family, metric)
