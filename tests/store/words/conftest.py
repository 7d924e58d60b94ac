"""One dictionary for all tests of words: to load it takes a second."""

import pytest

from store.imports import worker
from store.words.segmenter import Segmenter


@pytest.fixture
def segmenter() -> Segmenter:
    """Give the segmenter of this process, which has learned nothing."""
    segmenter = worker._segmenter()
    segmenter.forget()
    return segmenter
