from __future__ import annotations

from pathlib import Path

import corpus.bundled
from corpus.bundled import bundled_article


def test_the_bundled_text_is_the_packaged_file_to_the_letter() -> None:
    path = Path(corpus.bundled.__file__).parent / "data" / "kazakhstan-abraham-accords.txt"
    assert bundled_article().text.encode("utf-8") == path.read_bytes()


def test_the_bundled_article_has_its_id_and_title() -> None:
    article = bundled_article()
    assert article.article_id == "kazakhstan-abraham-accords"
    assert article.title == "Kazakhstan and the Abraham Accords: what joining would mean"
