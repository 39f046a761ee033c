"""What the indexes read of a passage: its words, with the title and heading that frame them."""

from __future__ import annotations

from corpus.passages import Passage


def framed_text(passage: Passage, *, title: str = "") -> str:
    """The title, the heading and the words of a passage, a line each; empty ones left out.

    ``Passage.text`` stays verbatim; this is the one place that adds to it. The
    heading is that of the first sentence, for passages follow the text.
    """
    heading = passage.sentences[0].heading if passage.sentences else None
    return "\n".join(part for part in (title, heading, passage.text) if part)
