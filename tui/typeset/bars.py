"""Bars of a chart: how large a number is beside the largest one."""


def bar(count: int, largest: int, cells: int, *, sign: str = "=") -> str:
    """Return `sign` repeated: for `largest` over all of `cells`, for `count` its share of them.

    The share is rounded up, so that what is rare is still seen; without a count there is no bar.
    """
    return sign * -(-cells * count // max(largest, 1))
