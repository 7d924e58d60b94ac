"""What is to stand on a sheet, and what gives way."""

from msgspec.structs import replace

from store.models import Area, Issue, Jump, Page, PageBox, Part
from tui.makeup.advertisement import AdvertisementBlock
from tui.makeup.contents import ContentsBlock
from tui.makeup.geometry import Rect
from tui.makeup.masthead import MastheadBlock
from tui.makeup.plan import plan_of
from tui.makeup.story import StoryBlock
from tui.makeup.tree import Cut, leaves


def area(x: int, y: int, width: int, height: int) -> Area:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


AREAS = (
    area(0, 700, 490, 300),
    area(0, 160, 640, 520),
    area(660, 0, 340, 340),
    area(660, 360, 340, 320),
    area(510, 700, 490, 300),
)


def placed(issue: Issue) -> Issue:
    """Return the issue with places for five stories of its first page, and no others there."""
    kept = (replace(a, area=each) for a, each in zip(issue.articles, AREAS, strict=False))
    rest = (article for article in issue.articles if article.page != "1")
    return replace(issue, articles=(*kept, *rest))


def test_the_first_page_has_its_stories_and_the_contents_box(issue: Issue) -> None:
    plan = plan_of(issue, issue.pages[0], first=True)
    kinds = [type(plan.blocks[at]) for at in plan.order]
    assert kinds == [StoryBlock, ContentsBlock, *[StoryBlock] * 8]
    leads = [block for block in plan.blocks if isinstance(block, StoryBlock) and block.leads]
    assert [block.article for block in leads] == [issue.articles[0]]
    second = plan_of(issue, issue.pages[1], first=False)
    assert [type(block) for block in second.blocks] == [StoryBlock]


def test_areas_say_what_leads_and_where_the_masthead_stood(issue: Issue) -> None:
    issue = placed(issue)
    plan = plan_of(issue, issue.pages[0], first=True)
    assert plan.has_masthead
    leads = [block for block in plan.blocks if isinstance(block, StoryBlock) and block.leads]
    assert [block.article for block in leads] == [issue.articles[1]]
    tree = plan.fit(118, 40)
    assert isinstance(tree, Cut)
    assert not tree.beside  # what no area tells of stands at the foot
    assert isinstance(plan.blocks[next(leaves(tree))], MastheadBlock)
    assert isinstance(plan.blocks[list(leaves(tree))[-1]], ContentsBlock)


def test_contents_and_advertisements_stand_where_they_were(issue: Issue) -> None:
    boxes = PageBox("contents", area(0, 0, 640, 140)), PageBox("advertisement", AREAS[4])
    issue = placed(issue)
    kept = (article for article in issue.articles if article.area != AREAS[4])
    pages = (replace(issue.pages[0], boxes=boxes), *issue.pages[1:])
    issue = replace(issue, articles=tuple(kept), pages=pages)
    plan = plan_of(issue, issue.pages[0], first=True)
    assert not plan.has_masthead
    tree = plan.fit(118, 40)
    assert tree is not None
    named = [type(plan.blocks[at]) for at in leaves(tree)]
    assert named[0] is ContentsBlock
    assert named[-1] is AdvertisementBlock
    narrow = plan_of(issue, issue.pages[0], first=True)
    narrow.fit(38, 7)
    assert narrow.rest is not None
    assert all(block.items for block in narrow.rest.blocks)


def test_the_lightest_give_way_and_are_on_the_next_sheet(issue: Issue) -> None:
    plan = plan_of(issue, issue.pages[0], first=True)
    tree = plan.fit(38, 9)
    assert tree is not None
    assert plan.rest is not None
    assert list(leaves(tree)) == plan.order[: len(list(leaves(tree)))]
    assert set(plan.rest.blocks) == {
        plan.blocks[at] for at in plan.order[len(list(leaves(tree))) :]
    }


def test_a_story_goes_on_where_its_second_part_is(issue: Issue) -> None:
    lead = replace(issue.articles[0], parts=(Part("2", 1, 0, headline="防汛（下）"),))
    issue = replace(issue, articles=(lead, *issue.articles[1:]))
    blocks = plan_of(issue, issue.pages[1], first=False).blocks
    assert [block.article for block in blocks if isinstance(block, StoryBlock)] == [
        issue.articles[-1],
        lead,
    ]


def test_on_a_tall_sheet_headlines_do_not_stand_alone(issue: Issue) -> None:
    plan = plan_of(issue, issue.pages[0], first=True)
    tree = plan.fit(38, 30)
    assert tree is not None
    assert plan.rest is not None
    allotment = plan.allotment(30)
    allotment.spread(tree, Rect(0, 0, 38, 29))
    stories = [at for at in leaves(tree) if isinstance(plan.blocks[at], StoryBlock)]
    assert all(allotment.boxes[at].height >= 1 + 3 for at in stories)


def test_the_rest_of_a_story_stands_where_it_was(issue: Issue) -> None:
    part = Part("2", 1, 0, area=area(500, 0, 500, 1000))
    lead = replace(issue.articles[0], parts=(part,))
    other = replace(issue.articles[-1], area=area(0, 0, 480, 1000))
    issue = replace(issue, articles=(lead, *issue.articles[1:-1], other))
    plan = plan_of(issue, issue.pages[1], first=False)
    tree = plan.fit(118, 40)
    assert isinstance(tree, Cut)
    assert tree.beside
    assert list(leaves(tree)) == [0, 1]


def test_a_story_that_is_printed_again_on_another_page_is_named_there(issue: Issue) -> None:
    lead = replace(issue.articles[0], jump=Jump("2", "（下转2版）", resolved=True))
    issue = replace(issue, articles=(lead, *issue.articles[1:]))
    named = plan_of(issue, issue.pages[1], first=False).blocks[-1]
    assert isinstance(named, StoryBlock)
    assert named.article == lead
    assert {
        run.role
        for drawn in named.draw(Rect(0, 0, 40, 9))
        for piece in drawn.pieces
        for run in piece.runs
    } == {"jump", "headline"}


def test_a_page_of_nothing_has_no_tree() -> None:
    plan = plan_of(Issue(), Page(""), first=True)
    assert plan.fit(80, 24) is None
