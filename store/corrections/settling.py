"""What a reader has set right is doubted no more."""

from typing import get_args

from msgspec.structs import replace

from store.doubts import Part
from store.models import Article

ALL_PARTS: tuple[Part, ...] = get_args(Part)


def settled(article: Article, *parts: Part) -> Article:
    """Return `article` with nothing doubted of `parts` any more; it is sure if no doubt is left.

    Articles read before doubts were kept have none, and are sure with the first thing set right.
    """
    left = tuple(doubt for doubt in article.doubts if doubt.part not in parts)
    return replace(article, doubts=left, confidence=article.confidence if left else 1.0)
