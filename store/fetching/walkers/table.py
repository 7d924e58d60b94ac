"""The papers that are asked in ways of their own, by the code that is a subscription's `walker`."""

from store.fetching.walkers.army import ARMY
from store.fetching.walkers.capital import CAPITAL
from store.fetching.walkers.journal import JOURNAL
from store.fetching.walkers.observer import OBSERVER
from store.fetching.walkers.science import SCIENCE

WALKERS = {
    "jfjb": ARMY,
    "kjrb": SCIENCE,
    "xjb": CAPITAL,
    "jfrb": JOURNAL,
    "jjgcb": OBSERVER,
}
