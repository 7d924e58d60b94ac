"""Where things lie: the library, one reader's state, the cache, the configuration."""

import os
from pathlib import Path

import platformdirs


def library_address(chosen: str | None = None) -> str:
    """Return where the library lies: `chosen`, else ``DUBAO_LIBRARY``, else the platform's own.

    It is a folder's path, or an address of PostgreSQL (`store.backends.addresses`).
    """
    address = chosen or os.environ.get("DUBAO_LIBRARY")
    if not address:
        return str(platformdirs.user_data_path("dubao"))
    return address if is_remote(address) else str(Path(address).expanduser())


def is_remote(address: str) -> bool:
    """Return whether an address is one of PostgreSQL, and no folder's path."""
    return address.startswith(("postgresql://", "postgres://", "service="))


def state_folder() -> Path:
    """Return the folder of what one reader did: ``DUBAO_STATE``, else the platform's own."""
    return _folder("DUBAO_STATE") or platformdirs.user_state_path("dubao")


def cache_folder() -> Path:
    """Return the folder of what can be made again: ``DUBAO_CACHE``, else the platform's own."""
    return _folder("DUBAO_CACHE") or platformdirs.user_cache_path("dubao")


def config_file() -> Path:
    """Return the path of the reader's configuration."""
    return platformdirs.user_config_path("dubao") / "config.toml"


def credentials_folder() -> Path:
    """Return the folder of the reader's logins and cookies, which lies beside the configuration."""
    return config_file().with_name("credentials")


def state_room() -> int | None:
    """Return how many bytes the state may have in all: ``DUBAO_ROOM``; None if as many as it needs.

    A guest's reader is told so by what confines it.
    """
    room = os.environ.get("DUBAO_ROOM", "")
    return int(room) if room.isdecimal() else None


def _folder(variable: str) -> Path | None:
    folder = os.environ.get(variable)
    return Path(folder).expanduser() if folder else None
