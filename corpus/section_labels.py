"""Names of outlets that sections are called as often: "Science", "The Hill", "World Bank"."""

from __future__ import annotations

from corpus.credit_names import MARKS
from corpus.lexicon import words_of
from corpus.outlets import OutletList
from corpus.press_words import PUBLICATION_WORDS
from corpus.publishers import OutletKind

# Nothing is headed "The Times" or "El Mundo"; a section may well be called "The Week".
_ARTICLES = words_of("the el la le les il lo o a der die das de het")
_LABELS_WITH_ARTICLE = words_of(
    "hill nation conversation week dispatch local information continent"
)
# Names that are nobody else's, and yet say what a section is about.
_TOPICS = frozenset((
    "africa news", "current history", "defense news", "military times", "popular science",
    "taiwan news", "ukraine world", "vietnam news",
))  # fmt: skip


def is_section_label(words: str, outlets: OutletList) -> bool:
    """Whether ``words`` name an outlet, and as readily what a section is about.

    An institution that also publishes is more often a topic than a source.
    """
    name = words.strip(MARKS + ".:")
    outlet = outlets.exact(name)
    if outlet is None:
        return False
    lowered = name.casefold()
    if outlet.kind is OutletKind.BODY or lowered in _TOPICS:
        return True
    # Nothing is headed by an abbreviation; "FOCUS" is a word in capitals.
    written = (other for other in outlet.ambiguous_names if other.casefold() == lowered)
    if not any(other != other.upper() for other in written):
        return False
    first, *others = lowered.split()
    if others and first in _ARTICLES:
        return first == "the" and " ".join(others) in _LABELS_WITH_ARTICLE
    return name.replace(" ", "").isalpha() and not (others and set(others) & PUBLICATION_WORDS)
