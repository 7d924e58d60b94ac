"""What is set of a subscription, in the words of the options of ``dubao subscribe``."""

from store.subscriptions.models import Subscription

_PLAIN = {"--pages": "pages", "--at": "at", "--agent": "agent"}
_SWITCHES = {"--full-text": "full_text", "--pictures": "pictures"}


def options_set(own: Subscription) -> dict[str, str]:
    """Return the options of `own` that are not the usual ones, with their values.

    A switch has the value ``""``. What names a secret is not among them.
    """
    found = {option: getattr(own, field) for option, field in _PLAIN.items()}
    if own.every and not own.at:
        found["--every"] = f"{own.every}m"
    if own.pause is not None:
        found["--pause"] = f"{own.pause:g}"
    if own.keep_days:
        found["--keep"] = str(own.keep_days)
    given = {option: value for option, value in found.items() if value}
    return given | {option: "" for option, field in _SWITCHES.items() if getattr(own, field)}


def as_typed(options: dict[str, str]) -> str:
    """Return some options as they are typed."""
    return " ".join(f"{option} {value}".strip() for option, value in options.items())
