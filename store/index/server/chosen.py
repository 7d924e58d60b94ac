"""Whether a library is searched by the index in its own database: as its reader has set."""

from store.config import read_config
from store.locations import is_remote
from store.protocols import CatalogueOnDisk


def is_on_server(library: CatalogueOnDisk) -> bool:
    """Tell whether its index is kept where it is; that of a folder always lies on this host.

    Raises DubaoError when the configuration cannot be read.
    """
    return is_remote(library.address) and read_config().search == "server"
