"""The way from an address by redirects, which ends somewhere."""

from store.errors import NetError
from store.net.addresses import Address

HOPS = 10
"""Redirects that are followed."""

PERMANENT = {301, 308}
REDIRECTS = {302, 303, 307, *PERMANENT}


class Way:
    """Where one stands: at `address`, to which lasting redirects have led as far as `moved`."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.moved = ""
        self._lasting = True
        self._begun = address
        self._asked: set[tuple[str, str]] = set()

    def ask(self, cookie: str) -> None:
        """Note that `address` is asked with this cookie.

        Raises NetError for the same question twice, and after too many of them: many sites lead
        back to the same address to set a cookie, but it is another question then.
        """
        question = (self.address.url, cookie)
        if question in self._asked or len(self._asked) > HOPS:
            raise NetError(
                "{url}: it leads round and round, by way of {last}.",
                "loop",
                url=self._begun.url,
                last=self.address.url,
            )
        self._asked.add(question)

    def follow(self, status: int, location: str) -> None:
        """Go on to where an answer of this `status` leads. Raises NetError."""
        before, self.address = self.address, self.address.leads_to(location)
        weaker = before.scheme == "https" and self.address.scheme == "http"
        self._lasting = self._lasting and status in PERMANENT and not weaker
        if self._lasting:
            self.moved = self.address.url
