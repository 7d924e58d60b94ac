"""A site on this machine to subscribe to."""

from tests.store.fetching.conftest import site

__all__ = ["site"]
