"""Setting a story of an English paper."""

from store.press.dump.lines.kinds import BODY, BYLINE, HEAD, LEAD
from tests.press_lab.desk import Desk
from tests.press_lab.story import Story
from tests.press_lab.truth import ArticleTruth

_PEOPLE = ("Ann Lee", "John R. Smith", "Maria Lopez", "Chen Yan", "Peter Ng", "Ruth Okafor")
_BYLINES = ("By {}", "by {}", "{}, Staff Writer", "By {} in Yunling", "By {} and Tom Hale")
_DATELINES = ("YUNLING — ", "NANWAN, May 12 — ", "QINGXI (Reuters) - ", "SHIPING: ")


def set_english(desk: Desk, story: Story) -> None:
    """Set an English story: headline, perhaps on two lines, byline, dateline, paragraphs."""
    rng = desk.rng
    desk.gap()
    words = story.headline.split()
    half = len(words) // 2
    parts = [story.headline]
    if len(story.headline) > 30 and rng.random() < 0.3:
        parts = [" ".join(words[:half]), " ".join(words[half:])]
        desk.used.add("english headline on two lines")
    for part in parts:
        desk.put(HEAD, part)
    names: list[str] = []
    if rng.random() < 0.6:
        names = [rng.choice(_PEOPLE)]
        form = rng.choice(_BYLINES)
        desk.used.add(f"english byline: {form}")
        desk.put(BYLINE, form.format(names[0]))
        names += ["Tom Hale"] if "Tom Hale" in form else []
    paragraphs = list(story.paragraphs)
    lead = rng.choice(_DATELINES) if rng.random() < 0.4 else ""
    paragraphs[0] = lead + paragraphs[0]
    for at, text in enumerate(paragraphs):
        desk.put(BODY if at else LEAD, text)
    article: ArticleTruth = {
        "page": desk.page, "kind": "news", "column": None, "kicker": "", "headline": story.headline,
        "subhead": "", "byline_names": names, "lead_in": lead.strip(), "paragraphs": paragraphs,
        "crossheads": [], "captions": [], "credit": None, "tail": "", "breaks": [],
    }  # fmt: skip
    desk.articles.append(article)
