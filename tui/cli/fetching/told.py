"""What is told of subscriptions, in a few lines."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tui.language import _, plural

if TYPE_CHECKING:
    from store.fetching.discover import Found
    from store.subscriptions.models import Subscription


def of_found(found: "Found") -> Iterator[str]:
    """Yield what was found: what it is, its newest issue, and how long that takes."""
    from store.net.pace import PAUSE

    own = found.subscription
    what = _("an e-paper") if own.kind == "epaper" else _("a feed")
    yield f"{own.title or own.name}: {what}  {own.address}"
    if own.kind == "feed":
        stories = plural("{n} story", "{n} stories", found.stories).format(n=found.stories)
        newest = f", {found.newest.isoformat()}" if found.newest else ""
        yield "  " + _("newest: {stories}{day}").format(stories=stories, day=newest)
        if found.stubs and not own.full_text:
            yield "  " + _("beginnings alone: {n}; --full-text brings the rest").format(
                n=found.stubs
            )
    else:
        pages = plural("{n} page", "{n} pages", found.pages).format(n=found.pages)
        day = found.newest.isoformat() if found.newest else _("undated")
        yield "  " + _("newest issue: {day}, {pages}").format(day=day, pages=pages)
        seconds = found.requests * (found.pause + 0.3)
        long = _("an issue takes about {time}, with {pause:g} s between two requests")
        if found.pause > PAUSE and own.pause is None:
            long = _(
                "an issue takes about {time}: the site asks for {pause:g} s between two requests "
                "(--pause SECONDS overrules it)"
            )
        yield "  " + long.format(time=_time(seconds), pause=found.pause)
        if found.by_day:
            yield "  " + _("its entry is not found: each day is asked for by this address")
    for other in found.others:
        yield "  " + _("also there: {title} {address}").format(
            title=other.title, address=other.address
        )


def kept(own: "Subscription") -> Iterator[str]:
    """Yield under which name a subscription is kept, and when it is fetched."""
    yield "  " + _("kept as {name}, fetched {when}; dubao fetch {name} brings it now").format(
        name=own.name, when=regularly(own)
    )


def changed_options(before: "Subscription", after: "Subscription") -> Iterator[str]:
    """Yield which options have other values than before."""
    from store.subscriptions.options import as_typed, options_set

    was, now = options_set(before), options_set(after)
    for option in dict.fromkeys((*was, *now)):
        each = [as_typed({option: at[option]}) if option in at else "" for at in (was, now)]
        if each[0] != each[1]:
            usual = f"{option}: " + _("the usual")
            yield "  " + " → ".join(one or usual for one in each)


def regularly(own: "Subscription") -> str:
    """Return how often a subscription is fetched, or when."""
    from store.subscriptions.schedule import interval

    if own.at:
        return _("at {times} ({zone})").format(times=own.at, zone=own.zone)
    return _("every {time}").format(time=_time(interval(own).total_seconds()))


def when(moment: datetime) -> str:
    """Return a moment in this machine's time."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _time(seconds: float) -> str:
    whole = timedelta(seconds=round(seconds))
    minutes = round(whole / timedelta(minutes=1))
    if minutes < 1:
        return _("{n} s").format(n=max(1, round(seconds)))
    if minutes < 120 and minutes % 60:
        return _("{n} min").format(n=minutes)
    return _("{n} h").format(n=f"{minutes / 60:.3g}")
