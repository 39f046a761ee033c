"""Article ids: short names that are safe as file names, in any script."""

from __future__ import annotations

import re
import unicodedata

from corpus.errors import InvalidArticleIdError

# File systems allow 255 bytes a name; the rest is for a number and for ".json".
_MAX_BYTES = 200
_NO_WORDS = "article"


def slug(words: str) -> str:
    """An article id made of ``words``: letters and digits of any script, joined by hyphens.

    Case-folded and composed (NFKC), so that two ids never differ by something
    that a file system ignores; at most 200 bytes of UTF-8; "article" where
    ``words`` has neither letter nor digit. ``slug(slug(words)) == slug(words)``.
    """
    while (folded := unicodedata.normalize("NFKC", words.casefold())) != words:
        words = folded  # each of the two can undo a little of the other
    joined = "".join(c if unicodedata.category(c)[0] in "LMN" else "-" for c in words)
    whole = re.sub("-+", "-", joined).strip("-")
    return whole.encode("utf-8")[:_MAX_BYTES].decode("utf-8", "ignore").strip("-") or _NO_WORDS


def check_article_id(article_id: str) -> str:
    """``article_id`` itself, safe as a file name.

    Raises:
        InvalidArticleIdError: if it is not its own slug, a number of up to six
            digits at the end aside; the message offers the slug.
    """
    base = re.sub(r"-[0-9]{1,6}\Z", "", article_id)
    if article_id != slug(article_id) and (base == article_id or base != slug(base)):
        raise InvalidArticleIdError(
            f"{article_id[:80]!r} cannot be an article id; use lower-case letters, digits and "
            f"hyphens, such as {slug(article_id)[:80]!r}"
        )
    return article_id


def add_number(article_id: str, number: int) -> str:
    """``article_id`` for the ``number``-th text that asks for it: "summit-2"."""
    return f"{article_id}-{number}"
