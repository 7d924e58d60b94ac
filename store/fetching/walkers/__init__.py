"""Papers that answer their own programs alone: how each is asked (SOURCES, section 5).

An answer of another shape than is known is a refusal or a new interface, and is told. What gives a
story, but no page of it, goes by an address in the folder of its issue.
"""
