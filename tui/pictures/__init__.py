"""Pictures on a terminal: what it can show, and what shows them there.

They are decoded, scaled and encoded in a process of its own (`worker`), within limits; what it
answers is taken in `asking` alone, where nothing passes that could do more than show a picture.
"""
