"""Under the lean output the screen is, cell by cell, what stock Textual draws."""

import random
from types import ModuleType

import pytest

from tests.tui.emulator import Watch

KEYS = ("down", "up", "pagedown", "pageup", "home", "end", "f1", "f2", "f3", "o", "escape",
        "backspace", "left", *"云临3A，")  # fmt: skip

SIZES = ((80, 24), (41, 12), (23, 5), (250, 20))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_random_sessions_show_what_stock_textual_draws(
    reader: ModuleType, size: tuple[int, int]
) -> None:
    chance = random.Random(sum(size))
    app = reader.SmallReader()
    watch = Watch(app)
    async with app.run_test(size=size) as pilot:
        for step in range(40):
            key = chance.choice(KEYS)
            await pilot.press(key)
            if step % 15 == 14:
                await pilot.resize_terminal(*chance.choice(SIZES))
            await pilot.pause()
            assert watch.seen() == watch.stock(), f"after step {step}, {key}"
