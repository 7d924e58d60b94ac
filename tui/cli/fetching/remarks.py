"""What a subscriber should know of the papers that are known, for the interface's catalogue."""

from tui.language import N_

REMARKS = (
    N_("a weekly"),
    N_("a weekly; its pages are leafed through one by one"),
    N_("a weekly; robots.txt asks crawlers for 120 s between two requests"),
    N_("answers browsers alone"),
    N_("it may want the cookies of a browser (--cookies FILE)"),
    N_("its articles stand on another host, epaper.nfnews.com"),
    N_("over https it answers 504"),
    N_("robots.txt asks crawlers for 120 s between two requests"),
    N_("the folder itself answers 403"),
    N_("the host's root answers 403"),
)
"""The remarks that stand in the table of papers."""
