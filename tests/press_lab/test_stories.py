"""Our own stories, and what is taken from a truth."""

import random

from tests.press_lab.stories import Library, invented
from tests.press_lab.story import Story, is_verse, natural_crossheads


def test_our_own_stories_are_of_many_kinds() -> None:
    stories = invented()
    assert {story.script for story in stories} == {"zh-Hans", "zh-Hant", "en"}
    subjects = {story.subject for story in stories}
    assert subjects == {"news", "interview", "photo", "verse", "essay", "letter", "comment"}
    assert any(story.crossheads for story in stories)
    assert all(story.paragraphs for story in stories)


def test_crossheads_are_short_paragraphs_without_an_end() -> None:
    texts = ("第一段说完了。", "路修到哪里", "第二段也说完了。", "第三段。")
    assert natural_crossheads(texts) == (1,)
    said = ("第一段说完了。", "“先把路修到村口”", "“走。”", "第二段也说完了。", "第三段。")
    assert natural_crossheads(said) == (1,)
    assert natural_crossheads(("船走了", "水还在", "灯亮了", "人不见了")) == ()
    assert is_verse(("船走了", "水还在", "灯亮了", "人不见了"))


def test_no_story_is_drawn_twice_as_long_as_there_are_others() -> None:
    stories = [Story(f"标题{n}", ("正文。",)) for n in range(5)]
    drawn = Library(stories).draw(random.Random(3), 5)
    assert {story.headline for story in drawn} == {story.headline for story in stories}
