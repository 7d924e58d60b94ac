"""A site on this machine to subscribe to."""

from tests.store.fetching.conftest import papers, site

__all__ = ["papers", "site"]
