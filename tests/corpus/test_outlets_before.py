"""Words that look back to the outlet of the sentence before, and those that look elsewhere."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article


def last_of(text: str) -> tuple[str, str | None]:
    piece = parse_article(Article("a", "A", text))[-1]
    return " ".join(piece.outlets), piece.speaker


@pytest.mark.parametrize(
    ("text", "outlet", "speaker"),
    [
        ("Le Monde hopes that the ferry will sail. The daily points out that it is late.",
         "Le Monde", None),
        ("Le Monde hopes that the ferry will sail. It concedes that nobody asked the crew.",
         "Le Monde", None),
        ("Le Monde hopes that the ferry will sail. Nobody, it adds, asked the crew.",
         "Le Monde", None),
        ("Le Monde hopes that most ferries sail. Oslo to Bergen is far, it concedes, but dear.",
         "Le Monde", None),
        ("Le Monde hopes that the ferry will sail. “At last,” writes its columnist Ada Obi.",
         "Le Monde", "its columnist Ada Obi"),
        ("A survey of nine ports by Chatham House put the share at 40%. In the north, the same "
         "survey found, it was 9%.", "Chatham House", None),
        ("A Reuters poll showed that few agree. In the north, the same poll found, it was 9%.",
         "Reuters", None),
        # What a paper is told goes on from the sentence before, though two were named.
        ("Le Monde reports that it rained. Die Zeit hopes that spring will be dry. The paper adds "
         "that it will.", "Die Zeit", None),
        ("Le Monde reports that it rained. In Die Zeit, Ada Obi warns that it is late. “It is "
         "wet,” she tells the paper's readers.", "Die Zeit", None),
        ("Le Monde reports that it rained. Die Zeit hopes that spring will be dry. Columnist Ada "
         "Obi wonders in the same paper whether it will.", "Die Zeit", None),
        ("Ada Obi told the Lunde Mercury that it was late. “It is wet,” she told the newspaper.",
         "Lunde Mercury", "she"),
    ],
)  # fmt: skip
def test_an_outlet_is_meant_by_what_can_but_be_its_own(
    text: str, outlet: str, speaker: str | None
) -> None:
    read, spoken = last_of(text)
    assert read == outlet
    assert speaker is None or spoken == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Le Monde hopes that the ferry will sail. The harbour board is late, it concedes.",
        "Le Monde hopes that the ferry will sail. Siemens is late, it concedes.",
        "Le Monde hopes that the government will act. It warns that nobody asked the crew.",
        "Le Monde reports that Siemens is late. It adds that nobody asked the crew.",
        "Le Monde hopes that the ferry will sail. It said that nobody asked the crew.",
        "Le Monde hopes that the ferry will sail.\n\nIt warns that nobody asked the crew.",
        "Reuters reports that the ferry will sail. It adds that nobody asked the crew.",
        "Ada Obi told Le Monde that the ferry would sail. It adds that nobody asked the crew.",
        "Le Monde was bought by a bank. It adds that nobody asked the crew.",
        "Le Monde and Die Zeit report that it sails. “At last,” writes its columnist Ada Obi.",
        "Le Monde hopes that the ferry will sail. “At last,” says its owner Ada Obi.",
        "Le Monde writes that a survey of miners failed. In the north, the same survey found, it "
        "was 9%.",
        "A Reuters poll showed that few agree. A poll by the union was kinder. In the north, the "
        "same poll found, it was 9%.",
        "Le Monde reports that it rained. Die Zeit hopes that spring will be dry. It was late. "
        "The paper adds that it will.",
    ],
)
def test_no_outlet_is_meant_where_another_can_be(text: str) -> None:
    assert last_of(text)[0] == ""
