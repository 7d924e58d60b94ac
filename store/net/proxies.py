"""By way of which proxy: the one that a subscription names, else what the environment says."""

from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from store.errors import NetError
from store.net.addresses import PORTS, Address, shown

NONE = "none"
"""The setting of who wants no proxy, whatever the environment says."""

SCHEMES = {
    "http": "http",
    "https": "https",
    "socks": "socks5h",
    "socks5": "socks5h",
    "socks5h": "socks5h",
    "socks4": "socks4a",
    "socks4a": "socks4a",
}
"""Kinds of proxies, and how each is used: all resolve names, as the network here may not."""

SOCKS_PORT = 1080


def proxy_for(address: Address, setting: str, known: dict[str, str]) -> str:
    """Return the proxy's address, with who asks in it, or ``""`` for none.

    Where there is no `setting`, that is what `known` says: the variables http_proxy, https_proxy,
    all_proxy and no_proxy, as `urllib.request.getproxies_environment` finds them. The last has
    names of hosts, ends of them, addresses and networks, parted by commas. Raises NetError.
    """
    if setting == NONE:
        return ""
    if setting:
        return checked(setting)
    found = known.get(address.scheme) or known.get("all", "")
    if not found or _spared(address, known.get("no", "")):
        return ""
    return checked(found)


def _spared(address: Address, spared: str) -> bool:
    """Return whether no_proxy has this address: by its name or one above it, or by a network."""
    names = {f".{address.host}", f".{address.host}:{address.port}"}
    for each in filter(None, map(str.strip, spared.lower().split(","))):
        below = f".{each.lstrip('.')}"
        if each == "*" or any(name.endswith(below) for name in names):
            return True
        if _within(address.host, each.strip("[]")):
            return True
    return False


def _within(host: str, network: str) -> bool:
    try:
        return ip_address(host) in ip_network(network, strict=False)
    except ValueError:
        return False


def checked(proxy: str) -> str:
    """Return `proxy` as it is used. Raises NetError when it is none."""
    written = proxy if "://" in proxy else f"http://{proxy}"
    try:
        parts = urlsplit(written)
        scheme = SCHEMES[parts.scheme]
        port = parts.port or PORTS.get(scheme, SOCKS_PORT)
        if not parts.hostname:
            raise ValueError(proxy)
    except (KeyError, ValueError):
        raise NetError(
            "{proxy}: no address of a proxy; there are http://, https:// and socks5:// ones.",
            "proxy",
            proxy=shown(proxy),
        ) from None
    user, at, _ = parts.netloc.rpartition("@")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{scheme}://{user}{at}{host}:{port}"
