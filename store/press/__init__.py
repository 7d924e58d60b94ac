"""The press: from a source's bytes to an issue as a newspaper's editor would mark it up.

`text` is what all kinds of sources share at the door, `forms` the trade's fixed forms; each kind of
source has a folder of its own, `dump` being the text of pages. All end in a `result.PressResult`.
"""
