"""The kinds of sources: what each is called, and what to do with one for which there is no room.

A kind is known by its code, in records, on the command line (``--as``) and in `Source.kind`. Its
room is named in `store.press.read`; until there is one, its refusal is what a reader is told.
"""

from msgspec import Struct

from store.messages import Message, template

SAVE_AS_TEXT = template("{file}: this is {what}; text dumps are read, so save it as text.")
JSON_TEXT = template("{file}: this is JSON; text dumps are read, so save its text.")


class SourceKind(Struct, frozen=True):
    """A kind of source."""

    code: str
    name: Message
    """What it is called, with its article: ``a web page``."""
    refusal: str = SAVE_AS_TEXT
    """A template with ``{file}`` and perhaps ``{what}``, the name, that says what to do."""
    whole_pages: bool = False
    """Whether such a source holds all that stands on its pages."""
    more_seconds: float = 0.0
    """Processor time for one source beyond what all have; a room may add (`store.press.limits`)."""


DUMP = SourceKind("dump", Message("the text of pages"), whole_pages=True, more_seconds=115.0)
EPAPER = SourceKind("epaper", Message("an e-paper's page list"), SAVE_AS_TEXT, True, 15.0)
"""A page list, or a whole mirrored issue."""
EPAPER_ARTICLE = SourceKind("epaper-article", Message("an e-paper's article"))
WEB = SourceKind("web", Message("a web page"))
FEED = SourceKind("feed", Message("a feed"))
INTERFACE = SourceKind("interface", Message("an answer of an e-paper's interface"), JSON_TEXT, True)
PDF = SourceKind("pdf", Message("a PDF"), whole_pages=True)
DOCX = SourceKind("docx", Message("a zip archive or an office document"), whole_pages=True)
ODT = SourceKind("odt", Message("a zip archive or an office document"), whole_pages=True)
EPUB = SourceKind("epub", Message("a zip archive or an office document"))
MHTML = SourceKind("mhtml", Message("a saved web page (MHTML)"))
MAIL = SourceKind("mail", Message("an e-mail"))

READ = (EPAPER, INTERFACE, EPAPER_ARTICLE, FEED, WEB, MHTML, MAIL, EPUB, PDF, DOCX, ODT, DUMP)
"""The kinds that have a room, or will have one: first the one whose text is the best to have."""

BINARY = SourceKind(
    "binary",
    Message("binary data"),
    template("{file}: this is binary data; text dumps are read, so save it as text."),
)
JSON = SourceKind("json", Message("JSON"), JSON_TEXT)
RUINED = SourceKind(
    "ruined",
    Message("a text that was lost when it was saved"),
    template(
        "{file}: most characters were lost when this was saved; get the text again, as UTF-8."
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
        "{file}: this page asks for a password and tells no story; log in, open an article and "
        "save that."
    ),
)
FRONT = SourceKind(
    "front",
    Message("a site's front page"),
    template(
        "{file}: this page is made of links and tells no story; open an article and save that, or "
        "say --as web."
    ),
)
SEARCH = SourceKind(
    "search",
    Message("a saved search"),
    template(
        "{file}: this is the answer of a search, as its title says; open an article and save that, "
        "or say --as web."
    ),
)
ZIP = SourceKind("zip", Message("a zip archive or an office document"))
GZIP = SourceKind("gzip", Message("a gzip archive"))
TAR = SourceKind("tar", Message("a tar archive"))

OTHERS = (
    SourceKind("png", Message("a PNG image")),
    SourceKind("jpeg", Message("a JPEG image")),
    SourceKind("gif", Message("a GIF image")),
    SourceKind("tiff", Message("a TIFF image")),
    SourceKind("bzip2", Message("a bzip2 archive")),
    SourceKind("xz", Message("an xz archive")),
    SourceKind("7z", Message("a 7z archive")),
    SourceKind("rar", Message("a RAR archive")),
    SourceKind("office", Message("an old office document")),
    SourceKind("rtf", Message("an RTF document")),
    SourceKind("program", Message("a program")),
    SourceKind("sound", Message("a sound file")),
    SourceKind("riff", Message("a sound, film or WebP file")),
)

KINDS = {
    kind.code: kind
    for kind in (
        *READ,
        *(BINARY, RUINED, JSON, LISTING, LOGIN, FRONT, SEARCH, ZIP, GZIP, TAR),
        *OTHERS,
    )
}
"""Every kind by its code."""
