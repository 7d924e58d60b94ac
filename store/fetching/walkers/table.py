"""The papers that are asked in ways of their own, by the code that is a subscription's `walker`."""

from store.fetching.walkers.army import ARMY
from store.fetching.walkers.capital import CAPITAL
from store.fetching.walkers.catalogue import CATALOGUE
from store.fetching.walkers.columns import COLUMNS
from store.fetching.walkers.issues import ISSUES
from store.fetching.walkers.journal import JOURNAL
from store.fetching.walkers.layouts import LAYOUTS
from store.fetching.walkers.menus import MENUS
from store.fetching.walkers.observer import OBSERVER
from store.fetching.walkers.plates import PLATES
from store.fetching.walkers.queried import QUERIED
from store.fetching.walkers.science import SCIENCE

WALKERS = {
    "jfjb": ARMY,
    "kjrb": SCIENCE,
    "xjb": CAPITAL,
    "jfrb": JOURNAL,
    "jjgcb": OBSERVER,
    "wzsb": CATALOGUE,
    "xkb": PLATES,
    "shkjb": ISSUES,
    "ncrb": LAYOUTS,
    "jjjcb": MENUS,
    "gxfzrb": QUERIED,
    "zgzscqb": COLUMNS,
}
