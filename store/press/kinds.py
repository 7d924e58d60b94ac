"""The kinds of sources: what each is called, and what to do with one for which there is no room.

A kind is known by its code, in records, on the command line (``--as``) and in `Source.kind`. Its
room is named in `store.press.read`; until there is one, its refusal is what a reader is told.
"""

from msgspec import Struct

from store.messages import Message, template

SAVE_TEXT = template("{file}: this is {what}; save the text that is in it, and import that.")
NOT_READ = template(
    "{file}: this is {what}; choose a page, a feed, a document or the text of pages."
)
NO_TEXT = template("{file}: this is {what}, which has no text; import the text of what it shows.")
UNPACK = template("{file}: this is {what}; unpack it, and import what is in it.")
SAVE_AS_DOCX = template(
    "{file}: this is {what}; open it in Word, WPS or LibreOffice, save it as .docx and import that."
)
SAVE_AS_PDF = template("{file}: this is {what}; save it as PDF, or its text, and import that.")
JSON_TEXT = template(
    "{file}: this is JSON, but no feed and no answer of a known e-paper; save the page that shows "
    "it, or its text."
)


class SourceKind(Struct, frozen=True):
    """A kind of source."""

    code: str
    name: Message
    """What it is called, with its article: ``a web page``."""
    refusal: str = SAVE_TEXT
    """A template with ``{file}`` and perhaps ``{what}``, the name, that says what to do."""
    whole_pages: bool = False
    """Whether such a source holds all that stands on its pages."""
    more_seconds: float = 0.0
    """Processor time for one source beyond what all have; a room may add (`store.press.limits`)."""


DUMP = SourceKind("dump", Message("the text of pages"), whole_pages=True, more_seconds=115.0)
EPAPER = SourceKind("epaper", Message("an e-paper's page list"), SAVE_TEXT, True, 15.0)
"""A page list, or a whole mirrored issue."""
EPAPER_ARTICLE = SourceKind("epaper-article", Message("an e-paper's article"))
WEB = SourceKind("web", Message("a web page"))
FEED = SourceKind("feed", Message("a feed"))
INTERFACE = SourceKind("interface", Message("an answer of an e-paper's interface"), JSON_TEXT, True)
PDF = SourceKind("pdf", Message("a PDF"), whole_pages=True)
DOCX = SourceKind("docx", Message("a Word document"), whole_pages=True, more_seconds=55.0)
ODT = SourceKind("odt", Message("an OpenDocument text"), whole_pages=True, more_seconds=55.0)
EPUB = SourceKind("epub", Message("an EPUB"), more_seconds=15.0)
MHTML = SourceKind("mhtml", Message("a saved web page (MHTML)"))
MAIL = SourceKind("mail", Message("an e-mail"))

READ = (EPAPER, INTERFACE, EPAPER_ARTICLE, FEED, WEB, MHTML, MAIL, EPUB, PDF, DOCX, ODT, DUMP)
"""The kinds that have a room, or will have one: first the one whose text is the best to have."""

BINARY = SourceKind("binary", Message("binary data"), NOT_READ)
JSON = SourceKind("json", Message("JSON"), JSON_TEXT)
RUINED = SourceKind(
    "ruined",
    Message("a text that was lost when it was saved"),
    template(
        "{file}: most characters were lost when this was saved; get the text again, as UTF-8."
    ),
)
OPML = SourceKind(
    "opml",
    Message("a list of subscriptions (OPML)"),
    template(
        "{file}: this is a list of subscriptions (OPML), which has no articles; save the feeds "
        "that it names and import those."
    ),
)
LISTING = SourceKind(
    "listing",
    Message("a directory's listing"),
    template(
        "{file}: this is a directory's listing, as its title says; save the files that it names."
    ),
)
LOGIN = SourceKind(
    "login",
    Message("a login page"),
    template(
        "{file}: this page asks its visitors to log in, and tells no story; log in, open an "
        "article and save that."
    ),
)
ERROR = SourceKind(
    "error",
    Message("an error page"),
    template(
        "{file}: this page says that another is not there or cannot be had, and tells no story; "
        "save the article itself; if this is one, say --as web."
    ),
)
CHECK = SourceKind(
    "check",
    Message("a page that checks its visitors"),
    template(
        "{file}: this page asks whether a person is there, and tells no story; answer it in a "
        "browser, open an article and save that."
    ),
)
PAYWALL = SourceKind(
    "paywall",
    Message("the beginning of an article behind a paywall"),
    template(
        "{file}: this page has an article's beginning, and the rest is for subscribers; log in and "
        "save it whole, or say --as web."
    ),
)
SHELL = SourceKind(
    "shell",
    Message("an empty page that a program fills"),
    template(
        "{file}: this page is empty until its program has run; open it in a browser and save what "
        "it shows."
    ),
)
FRONT = SourceKind(
    "front",
    Message("a site's front page"),
    template(
        "{file}: this page is made of links and tells no story; open an article and save that; if "
        "this is one, say --as web."
    ),
)
SEARCH = SourceKind(
    "search",
    Message("a saved search"),
    template(
        "{file}: this is the answer of a search, as its title says; open an article and save that; "
        "if this is one, say --as web."
    ),
)
_NO_PAGE = template(
    "{file}: this is {what}, and no newspaper's page; if it is one all the same, say --as dump."
)
CODE = SourceKind("code", Message("source code or data"), _NO_PAGE)
LOG = SourceKind("log", Message("a log"), _NO_PAGE)
MANUAL = SourceKind("manual", Message("a program's manual in Markdown"), _NO_PAGE)
ZIP = SourceKind("zip", Message("a zip archive"), UNPACK)
GZIP = SourceKind("gzip", Message("a gzip archive"), UNPACK)
TAR = SourceKind("tar", Message("a tar archive"), UNPACK)

OTHERS = (
    SourceKind("png", Message("a PNG image"), NO_TEXT),
    SourceKind("jpeg", Message("a JPEG image"), NO_TEXT),
    SourceKind("gif", Message("a GIF image"), NO_TEXT),
    SourceKind("tiff", Message("a TIFF image"), NO_TEXT),
    SourceKind("bzip2", Message("a bzip2 archive"), UNPACK),
    SourceKind("xz", Message("an xz archive"), UNPACK),
    SourceKind("7z", Message("a 7z archive"), UNPACK),
    SourceKind("rar", Message("a RAR archive"), UNPACK),
    SourceKind("doc", Message("an old document of Word or WPS (.doc, .wps)"), SAVE_AS_DOCX),
    SourceKind("rtf", Message("an RTF document"), SAVE_AS_DOCX),
    SourceKind("word-xml", Message("a Word document in one file of XML"), SAVE_AS_DOCX),
    SourceKind("table", Message("a table of an office"), SAVE_AS_PDF),
    SourceKind("slides", Message("a presentation"), SAVE_AS_PDF),
    SourceKind("ofd", Message("an OFD document"), SAVE_AS_PDF),
    SourceKind("pages", Message("a document of Apple's Pages"), SAVE_AS_PDF),
    SourceKind("office", Message("an old document of an office"), SAVE_AS_PDF),
    SourceKind(
        "locked",
        Message("a document with a password"),
        template("{file}: this is {what}; take the password off, and save it again."),
    ),
    SourceKind(
        "outlook",
        Message("a message of Outlook's own (.msg)"),
        template("{file}: this is {what}; save it as .eml, and import that."),
    ),
    SourceKind("program", Message("a program"), NOT_READ),
    SourceKind("sound", Message("a sound file"), NO_TEXT),
    SourceKind("riff", Message("a sound, film or WebP file"), NO_TEXT),
)

KINDS = {
    kind.code: kind
    for kind in (
        *READ,
        *(BINARY, RUINED, JSON, OPML, ZIP, GZIP, TAR),
        *(LISTING, ERROR, CHECK, PAYWALL, SHELL, LOGIN, FRONT, SEARCH, CODE, LOG, MANUAL),
        *OTHERS,
    )
}
"""Every kind by its code."""
