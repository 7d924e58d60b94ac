"""Parsing a stranger's XML: no entity is read, nothing fetched, no tree deeper than 256 levels.

That depth, and the length of a name and of a text, are libxml2's own bounds.
"""

from lxml import etree

from store.press.markup.parse import Element


def parse_xml(data: bytes) -> Element | None:
    """Return the root of the XML `data`; None where it is damaged.

    What entities of its own stand for is left out.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
