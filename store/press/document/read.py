"""The room of documents: a .docx or an .odt in, the issue of its pages out."""

from collections.abc import Sequence

from store.errors import SourceError
from store.press.document.docx_parts import read_docx
from store.press.document.odt import read_odt
from store.press.document.set_lines import set_lines
from store.press.dump.read import read_set_lines
from store.press.kinds import ODT
from store.press.material import Material
from store.press.result import PressResult


def read_document(material: Material) -> Sequence[PressResult]:
    """Return the issue that a document holds.

    Raises SourceError when it is damaged, holds more than one may, or has nothing to read.
    """
    read = read_odt if material.kind is ODT else read_docx
    lines = set_lines(read(material.data, material.name))
    if not any(line.text for line in lines):
        raise SourceError(
            "{file}: this document has no text; if its pages are pictures, import their text.",
            file=material.name,
        )
    return [read_set_lines(material, lines)]
