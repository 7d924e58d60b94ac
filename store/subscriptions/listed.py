"""What a list of another reader's names: an address, its title, its tags."""

from msgspec import Struct


class Listed(Struct, frozen=True):
    """An address that a list names, with the title and the tags that it gives it."""

    address: str
    title: str = ""
    tags: tuple[str, ...] = ()
