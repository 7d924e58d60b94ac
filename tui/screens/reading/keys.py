"""All that can be done on the reading screen, in the order in which help and README tell of it."""

from tui.commands import Command
from tui.language import N_

KEYS = [
    Command("space", "read_on", N_("Turn the page, then on to the next unread"), N_("read on")),
    Command("slash", "filter", N_("Filter by keyword"), N_("filter")),
    Command(
        "escape",
        "give_back",
        N_("Undo the filter, and back to the list"),
        N_("back"),
    ),
    Command("tab", "pane(1)", N_("To the next pane")),
    Command("shift+tab", "pane(-1)", N_("To the pane before")),
    Command("z", "alone", N_("The article alone on the screen, or beside the list")),
    Command("J,right_square_bracket", "step(1)", N_("To the next article")),
    Command("K,left_square_bracket", "step(-1)", N_("To the article before")),
    Command("n", "hit(1)", N_("To the next hit of the filter, on to the next article")),
    Command("N", "hit(-1)", N_("To the hit before, back to the article before")),
    Command("e", "edit", N_("Set the article right: its lines, bounds, page and date")),
    Command("E", "doubtful", N_("To the next article that is doubtful, and what is doubted")),
    # navigation
    Command("f", "front", N_("The page as it is made up; again: headlines and contents")),
    Command("right_curly_bracket", "page(1)", N_("To the next page of the issue")),
    Command("left_curly_bracket", "page(-1)", N_("To the page before")),
    Command("greater_than_sign", "issue(1)", N_("To the next issue of the paper")),
    Command("less_than_sign", "issue(-1)", N_("To the issue before")),
    Command("y", "same_page", N_("To the same page of the issue before")),
    Command("C", "calendar", N_("The calendar of the paper's issues")),
    Command("m", "letter('keep')", N_("Mark this place with a letter")),
    Command("apostrophe", "letter('seek')", N_("To the place marked with a letter")),
    Command("backspace,H", "back", N_("Back to where one was before")),
    Command("L", "forward", N_("Forward again")),
    # arrivals
    Command("d", "today", N_("What is of today or came today, by page, the unread first")),
    Command("R", "fetch", N_("Fetch what is new of the papers subscribed to")),
    Command("w", "full_text", N_("Fetch the whole of an article that is here in part")),
    Command("P", "subscriptions", N_("The papers subscribed to: what came, what failed")),
    Command("plus", "subscribe", N_("Subscribe to a paper or an address")),
    # marking
    Command("s", "star", N_("Star the article, or no longer")),
    Command("r", "toggle_read", N_("Mark the article read, or unread")),
    Command("t", "tag", N_("Tag the article, or take the tag away")),
    Command("u", "undo", N_("Undo the last mark, tag or removal")),
    # saved filters
    Command("S", "save_filter", N_("Save the filter, with what is done to what it finds")),
    Command("full_stop", "show_hidden", N_("Show what saved filters hide, or hide it again")),
    Command("W", "why_hidden", N_("Tell which saved filters hide this article")),
    # what is related
    Command("a", "alike", N_("What is most like the article, and other prints of its story")),
    Command("T", "timeline", N_("How often the filter's words were met, and on which pages")),
    Command("o", "links", N_("The article's links: opened by the terminal, or copied")),
    Command("p", "pictures", N_("The article's pictures")),
    Command("i", "new_words", N_("What is new in the issue against the thirty before")),
    # commands by name, and what is done to many articles
    Command("colon", "order", N_("Type a command, with its scope")),
    Command(
        "M",
        "letter('read')",
        N_("Mark read: a above, b below, p the page, i the issue, s all shown"),
    ),
    # layout
    Command("v", "panes", N_("One, two or three panes, or as many as there is room for")),
    Command("right_parenthesis", "widen(1)", N_("Make the list wider")),
    Command("left_parenthesis", "widen(-1)", N_("Make the list narrower")),
    Command("equals_sign", "widen(0)", N_("Give the list its own width back")),
    Command("F", "script", N_("Show texts in Simplified or Traditional characters, or as printed")),
    # clipping
    Command("x", "clip", N_("Clip the article")),
    Command("X", "clip_some", N_("Clip some of its paragraphs")),
    Command("B", "clippings", N_("The clippings: read, search, note, drop, export")),
    Command("Y", "copy", N_("Copy the article to the clipboard of one's own machine")),
    Command("vertical_line", "pipe", N_("Pipe the article to a command")),
]
