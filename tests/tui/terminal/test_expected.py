"""What the next key is meant for: it is waited for until it is there, given up or replaced."""

import asyncio

from tui.terminal.expected import Expected


def test_what_is_expected_is_over_when_its_end_is_called() -> None:
    expected = Expected()
    assert not expected.is_pending()
    ends = [expected.begin("filter"), expected.begin("related")]
    assert expected.is_pending()
    for end in ends:
        end()
    assert not expected.is_pending()


def test_the_end_of_what_was_replaced_ends_nothing() -> None:
    expected = Expected()
    before = expected.begin("filter")
    after = expected.begin("filter")
    before()
    assert expected.is_pending()
    after()
    assert not expected.is_pending()


async def test_it_is_waited_for_also_when_it_is_replaced_meanwhile() -> None:
    expected = Expected()
    expected.begin("filter")
    waiting = asyncio.ensure_future(expected.over())
    await asyncio.sleep(0)
    end = expected.begin("filter")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not waiting.done()
    end()
    await waiting


def test_what_is_given_up_is_over() -> None:
    expected = Expected()
    expected.begin("related")
    assert expected.end("related")
    assert not expected.is_pending()
    assert not expected.end("related")
