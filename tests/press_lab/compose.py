"""Composing whole dumps: pages of stories in the habits of one maker, with labels and truth."""

import random
import re
from collections.abc import Iterable

from msgspec import Struct

from store.press.dump.lines.kinds import FURNITURE, INDEX
from tests.press_lab.bindings import bind, misread
from tests.press_lab.corpus import Dump
from tests.press_lab.desk import Desk
from tests.press_lab.english import set_english
from tests.press_lab.extras import set_titles
from tests.press_lab.families import FAMILIES, Family
from tests.press_lab.habits.around import ENTRIES
from tests.press_lab.habits.tables import at_home
from tests.press_lab.setting import set_story
from tests.press_lab.stories import Library, library_without
from tests.press_lab.story import Story
from tests.press_lab.style import Style, draw
from tests.press_lab.words import SECTIONS

LONGEST = 12
"""Paragraphs that a story keeps: pages are to be of many stories, not of long ones."""


class Composed(Struct, frozen=True):
    """A made dump, and the habits that it has."""

    dump: Dump
    habits: frozenset[str]


def compose(
    seed: str, family: str, stories: Library, barred: frozenset[str] = frozenset()
) -> Composed:
    """Return a page or issue made by chance out of `seed`, always the same one."""
    rng = random.Random(f"{family} {seed}")
    return compose_in(rng, draw(rng, family, barred), stories, f"made-{family}-{seed}")


def compose_in(rng: random.Random, style: Style, stories: Library, name: str) -> Composed:
    """Return an issue in the habits of `style`."""
    desk = Desk(rng, style)
    family = FAMILIES[style.family]
    desk.facts.pages = rng.choice(family.pages)
    desk.facts.page = 1 if desk.facts.pages > 1 or rng.random() < 0.5 else rng.randint(2, 24)
    for at in range(desk.facts.pages):
        if at:
            desk.facts.page += 1
        _set_page(desk, family, stories, front=at == 0)
    lines = bind(desk)
    text = "\n".join(line for line, _ in lines) + "\n"
    labels = tuple(label for _, label in lines)
    desk.furniture = [line.strip() for line, label in lines if label and label.kind == FURNITURE]
    dump = Dump(name, f"made:{style.family}", text.encode(), desk.truth(name), labels)
    common = {f"family={style.family}", f"binding={style.binding}", f"blank={style.blank}"}
    common |= {"indented" if style.indent else "flush", "wrapped" if style.wrap else "unwrapped"}
    return Composed(dump, frozenset(desk.used | common | ({"half"} if style.half else set())))


def _set_page(desk: Desk, family: Family, stories: Library, front: bool) -> None:
    rng, style = desk.rng, desk.style
    desk.facts.section = rng.choice(SECTIONS)
    archive = style.binding in ("one_line", "columns_named")
    if front and not archive:
        _set_masthead(desk)
    drawn = stories.draw(rng, rng.randint(*family.stories), family.script, family.subjects)
    _set_site(desk, "site_above")
    if not archive:
        _set_page_line(desk, front)
    if rng.random() < 0.7:
        _set_site(desk, "site_above")
    set_titles(desk, drawn)
    if "contents" in style.forms and (front or rng.random() < 0.3):
        _set_contents(desk, drawn, stories, family)
    for story in drawn:
        _set_one(desk, family, story, rng.choice(drawn).headline[:20] or "活动现场")
    if rng.random() < 0.5:
        _set_notice(desk)
    _set_site(desk, "site_below")


def _set_one(desk: Desk, family: Family, story: Story, scene: str) -> None:
    if family.script == "en":
        set_english(desk, story)
        return
    if desk.style.binding == "ocr":
        story = Story(
            misread(story.headline, desk.rng, 0.01),
            tuple(misread(text, desk.rng, 0.02) for text in story.paragraphs),
            story.crossheads, subject=story.subject,
        )  # fmt: skip
    elif len(story.paragraphs) > LONGEST:
        kept = tuple(at for at in story.crossheads if at < LONGEST - 1)
        story = Story(
            story.headline, story.paragraphs[:LONGEST], kept, story.kicker, story.subhead,
            story.maker, story.subject,
        )  # fmt: skip
    if desk.style.forms.get("in_headline"):
        desk.page = page_of(desk.style.forms["in_headline"][0], desk.facts.page)
    set_story(desk, story, scene)
    if desk.rng.random() < 0.2:
        _set_notice(desk)
    if desk.style.forms.get("separator") and desk.rng.random() < 0.8:
        desk.put(FURNITURE, desk.form("separator"))


def page_of(form: str, number: int) -> str:
    """Return what `form` makes of a page's number: with its letter, if it has one."""
    letter = re.search(r"([A-Z])\{+page", form)
    return (letter[1] if letter else "") + str(number)


def _set_masthead(desk: Desk) -> None:
    form = desk.style.one("masthead", desk.rng)
    if not form:
        return
    desk.used.add(f"masthead: {form}")
    for line in form.split("|"):
        if line:
            desk.put(FURNITURE, desk.facts.fill(line))
        else:
            desk.void()


def _set_page_line(desk: Desk, front: bool) -> None:
    form = desk.style.one("page_line", desk.rng)
    if not form or (front and desk.facts.pages == 1 and desk.rng.random() < 0.15):
        desk.page = None
        return
    desk.used.add(f"page_line: {form}")
    desk.page = page_of(form, desk.facts.page)
    desk.gap()
    desk.put(FURNITURE, desk.facts.fill(form))


def _set_site(desk: Desk, slot: str) -> None:
    forms = desk.style.forms.get(slot, [])
    for form in dict.fromkeys(forms):
        desk.used.add(f"{slot}: {form}")
        desk.put(FURNITURE, desk.facts.fill(form))
    if slot == "site_above" and "picture" in desk.style.forms and desk.rng.random() < 0.3:
        desk.put(FURNITURE, desk.form("picture"))


def _set_notice(desk: Desk) -> None:
    form = desk.style.one("notice", desk.rng)
    if not form:
        return
    desk.used.add(f"notice: {form}")
    desk.gap()
    for line in form.split("|"):
        desk.put(FURNITURE, desk.facts.fill(line))


def _set_contents(desk: Desk, here: list[Story], stories: Library, family: Family) -> None:
    """Set a table of contents, with a header or else with a page under each title."""
    rng = desk.rng
    header = desk.style.one("contents", rng)
    form = rng.choice(at_home(ENTRIES, desk.style.family) or [entry.text for entry in ENTRIES])
    if "{n" not in form and not header:
        return
    if header and ("|" not in form or rng.random() < 0.6):
        desk.used.add(f"contents: {header}")
        desk.gap()
        desk.put(INDEX, desk.facts.fill(header))
    listed = (
        here
        if "{k" in form
        else stories.draw(rng, rng.randint(2, 4), family.script, family.subjects)
    )
    desk.used.add(f"entry: {form}")
    for number, story in enumerate(listed, 1):
        title = re.sub(r"[ \u3000]+", " ", story.headline)
        if not title:
            continue
        page = rng.randint(2, 12)
        for line in form.split("|"):
            desk.put(INDEX, line.format(t=title, n=page, k=number))
        letter = "A" if "A{n" in form else ""
        desk.index.append({"title": title, "page": f"{letter}{page}" if "{n" in form else None})


def made_dumps(pages: int, families: Iterable[str] = FAMILIES, seed: str = "judge") -> list[Dump]:
    """Return `pages` made dumps of each family, of all stories."""
    stories = library_without(())
    return [
        compose(f"{seed} {n}", family, stories).dump for family in families for n in range(pages)
    ]
