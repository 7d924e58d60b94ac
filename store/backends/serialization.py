"""Between the frozen models and the plain values of JSON: one door in each direction."""

from typing import Any, TypeVar

import msgspec

from store.errors import DubaoError, LibraryError

T = TypeVar("T")


def to_plain(model: object) -> Any:
    """Return `model` as dicts, lists and strings; dates become ISO 8601."""
    return msgspec.to_builtins(model)


def from_plain(plain: object, kind: type[T]) -> T:
    """Return `plain` as a `kind`.

    Raises LibraryError when it does not have that shape.
    """
    try:
        return msgspec.convert(plain, kind)
    except (msgspec.ValidationError, RecursionError, DubaoError) as error:
        raise LibraryError("A record is not what dubao wrote ({why}).", why=error) from error


def decode(packed: bytes | msgspec.Raw, kind: type[T]) -> T:
    """Return the `kind` that the JSON in `packed` holds.

    Raises LibraryError when it is not JSON, or does not have that shape.
    """
    try:
        return msgspec.json.decode(packed, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, DubaoError) as error:
        raise LibraryError("A record is not what dubao wrote ({why}).", why=error) from error


def to_json(plain: object, *, indent: bool = False) -> bytes:
    """Return `plain` (models may stand in it) as UTF-8 JSON.

    Raises LibraryError for text that has bytes in it which do not decode.
    """
    try:
        packed = msgspec.json.encode(plain)
    except UnicodeEncodeError as error:
        raise LibraryError(
            "{text!r} holds bytes that are no text.", text=_excerpt(error)
        ) from error
    return msgspec.json.format(packed, indent=1) if indent else packed


def to_bytes(model: object) -> bytes:
    """Return `model` as MessagePack, in which bytes stay bytes: what processes send each other.

    Raises LibraryError for text that has bytes in it which do not decode.
    """
    try:
        return msgspec.msgpack.encode(model)
    except UnicodeEncodeError as error:
        raise LibraryError(
            "{text!r} holds bytes that are no text.", text=_excerpt(error)
        ) from error


def from_bytes(packed: bytes, kind: type[T]) -> T:
    """Return the `kind` that the MessagePack in `packed` holds."""
    return msgspec.msgpack.decode(packed, type=kind)


def _excerpt(error: UnicodeEncodeError) -> str:
    return error.object[:100].encode("utf-8", "backslashreplace").decode()
