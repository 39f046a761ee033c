"""From files of many formats to documents: text with what the file tells about it.

``worker`` runs what parses in a process of its own, ``sandbox`` is the other end.
"""
