"""Pictures that are made here, and the process that draws them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest


@pytest.fixture(scope="session")
def pillow() -> Any:
    """Give Pillow, where it is installed."""
    return pytest.importorskip("PIL.Image")


@pytest.fixture(scope="session")
def picture(pillow: Any) -> Callable[..., bytes]:
    """Give what makes the file of a picture: bands of red, green and blue, side by side."""

    def make(width: int = 90, height: int = 60, kind: str = "PNG", **options: Any) -> bytes:
        image = pillow.new("RGB", (width, height), "red")
        image.paste("lime", (width // 3, 0, 2 * width // 3, height))
        image.paste("blue", (2 * width // 3, 0, width, height))
        out = BytesIO()
        image.save(out, kind, **options)
        return out.getvalue()

    return make


@pytest.fixture(scope="session")
def noise(pillow: Any) -> bytes:
    """Give a picture of which no two pixels are alike: nothing takes more bytes."""
    parts = [pillow.effect_noise((600, 400), 120) for _ in range(3)]
    out = BytesIO()
    pillow.merge("RGB", parts).save(out, "PNG")
    return out.getvalue()
