"""Parsing a stranger's XML: no entity is read, nothing fetched, no tree deeper than 256 levels.

That depth, and the length of a name and of a text, are libxml2's own bounds.
"""

from lxml import etree

from store.press.markup.parse import Element


def parse_xml(data: bytes) -> Element | None:
    """Return the root of the XML `data`; None where it is damaged.

    What entities of its own stand for is left out. Raises MemoryError where there is too little.
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
    except etree.XMLSyntaxError as error:
        last = parser.error_log.last_error
        if last is not None and last.type == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        return None
    except ValueError:  # it says that it is in an encoding that there is not
        return None
