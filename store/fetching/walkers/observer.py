"""经济观察报: a page of covers, and lists of stories without pages that are leafed through."""

from datetime import date
from urllib.parse import urlencode, urlsplit

from store.fetching.asking import Asker
from store.fetching.editions import Edition
from store.fetching.walkers.asked import Walker, no_issue, no_newest
from store.net.client import Response
from store.press.epaper.page_list import Entry
from store.press.text.web_address import day_in as day_of

_OBSERVER = "app.eeo.com.cn"
_LEAVES = 20
_COVERS = "261"


def _newest(asker: Asker) -> tuple[Response, date]:
    entry = asker.get()
    for name, value in asker.look(entry).hidden:
        if name.startswith("e_cbqh_") and (day := day_of(f"/{value}/")):
            return entry, day
    raise no_newest(asker)


def _edition(asker: Asker, day: date) -> Edition:
    hidden = dict(asker.look(asker.get()).hidden)
    at = next((name for name, value in hidden.items() if value == day.isoformat()), "")
    number = hidden.get(at.replace("e_cbqh_", "e_cid_"), "")
    if not number:
        raise no_issue(asker.subscription.address, day)
    asked = {"app": "epaper", "controller": "text", "action": "eeolist", "cid": _COVERS}
    scheme = urlsplit(asker.subscription.address).scheme
    where = f"{scheme}://{_OBSERVER}/?{urlencode(asked | {'qid': number})}"
    entries: dict[str, Entry] = {}
    for _ in range(_LEAVES):
        leads = asker.look(asker.get(where))
        for link in filter(lambda each: day_of(each.address), leads.links):
            entries[link.address] = Entry(link.address, link.title, "1")
        where = leads.next
        if not where:
            break
    return Edition(day, "经济观察报", (), tuple(entries.values()))


OBSERVER = Walker(_newest, _edition)
