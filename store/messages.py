"""Messages as data: a template in English, and what fills it in.

`str` of a message is its English sentence. Whoever shows one translates the template, which is a
msgid of the interface's catalogue, before it is filled in.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, Union


class Message(NamedTuple):
    """A `template` with ``{name}`` fields, and these; a field may be a message itself.

    A template without fields is taken as it stands, braces and all.
    """

    template: str
    fields: dict[str, Union[str, int, "Message"]] | None = None

    def __str__(self) -> str:
        return self.text(str)

    def text(self, translate: Callable[[str], str]) -> str:
        """Return the sentence, each template in it as `translate` has it."""
        if not self.template:  # gettext has its own headers under the empty msgid
            return ""
        template = translate(self.template)
        if not self.fields:
            return template
        values = {
            name: value.text(translate) if isinstance(value, Message) else value
            for name, value in self.fields.items()
        }
        return _spaced(template, values).format(**values)


def _spaced(template: str, values: Mapping[str, object]) -> str:
    """Part Chinese characters by a blank from a field that has a Latin letter there."""
    for name, value in values.items():
        if isinstance(value, str) and re.match("[A-Za-z]", value):
            template = re.sub(rf"(?<=[一-鿿])(?={{{name}}})", " ", template)
        if isinstance(value, str) and re.search(r"[A-Za-z]\Z", value):
            template = re.sub(rf"(?<={{{name}}})(?=[一-鿿])", " ", template)
    return template


def once(told: Callable[[Message], object]) -> Callable[[Message], None]:
    """Return what tells each sentence, but none twice."""
    said = set[str]()

    def tell(sentence: Message) -> None:
        if str(sentence) not in said:
            said.add(str(sentence))
            told(sentence)

    return tell


def template(text: str) -> str:
    """Mark `text` as a template for the interface's catalogue, where no message is made of it."""
    return text
