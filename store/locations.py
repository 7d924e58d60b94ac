"""Where things lie: the library, one reader's state, the cache, the configuration."""

import os
from pathlib import Path

import platformdirs


def library_folder(chosen: str | None = None) -> Path:
    """Return the library's folder: `chosen`, else ``DUBAO_LIBRARY``, else the platform's own."""
    folder = chosen or os.environ.get("DUBAO_LIBRARY")
    return Path(folder).expanduser() if folder else platformdirs.user_data_path("dubao")


def state_folder() -> Path:
    """Return the folder of what one reader did: marks, and the place where one left off."""
    return platformdirs.user_state_path("dubao")


def cache_folder() -> Path:
    """Return the folder of what can be made again: the segmenter's cache, derived indexes."""
    return platformdirs.user_cache_path("dubao")


def config_file() -> Path:
    """Return the path of the reader's configuration."""
    return platformdirs.user_config_path("dubao") / "config.toml"
