"""The conversation: markers that point by offsets, credits, silence, and escaping."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import Attribution
from corpus.spans import Span
from qa.answers import AbstainReason, Abstention, Answer, Citation
from qa.page.conversation_view import render_conversation, render_notice
from qa.page.turns import KEPT_TURNS, Turn


class Reader(HTMLParser):
    """Collects the markers of a piece of HTML and the tags it is made of."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.buttons: list[dict[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "button":
            button = dict(attrs)
            if "marker" in (button["class"] or "").split():
                self.buttons.append(button)

    def handle_data(self, data: str) -> None:
        self.text += data


def cite(
    marker: int, quote: str, *, outlets: tuple[str, ...] = (), speaker: str | None = None
) -> Citation:
    span = Span(10, 10 + len(quote))
    credit = Attribution(outlets, speaker, span) if outlets or speaker else None
    return Citation(marker, "an-id", "A title", span, quote, credit, 0.9)


def answer(text: str, *citations: Citation, short: str | None = None, query: str = "Who?") -> Turn:
    return Turn("Who?", Answer("Who?", query, text, short, citations, 0.934))


def abstention(*nearest: Citation) -> Turn:
    return Turn("Who?", Abstention("Who?", "Who?", AbstainReason.NOT_IN_BRIEFING, nearest))


def test_a_part_without_an_answer_is_named_below_the_text() -> None:
    turn = answer("It did [1].", cite(1, "It did."))
    assert isinstance(turn.reply, Answer)
    assert "does not say" not in Reader(render_conversation([turn])).text
    left = Turn(turn.question, replace(turn.reply, unanswered=("Who <b>did</b>?",)))
    shown = Reader(render_conversation([left]))
    assert "The briefing does not say: Who <b>did</b>?" in shown.text
    assert "b" not in shown.tags


def test_a_marker_is_a_button_that_names_article_and_offsets() -> None:
    html = render_conversation([answer("It did [1].", cite(1, "It did.", outlets=("AP",)))])
    in_text, in_list = Reader(html).buttons
    assert in_text == in_list
    assert in_text == {
        "type": "button",
        "class": "marker",
        "data-turn": "1",
        "data-marker": "1",
        "data-article": "an-id",
        "data-start": "10",
        "data-end": "17",  # 10 + the 7 code points of the quote
        "data-credit": "AP",
        "aria-label": "Citation 1, AP: show in the article",
        "aria-pressed": "false",
    }


def test_each_turn_has_its_own_markers() -> None:
    turns = [answer("A [1].", cite(1, "A.")), answer("B [1].", cite(1, "Bee."))]
    buttons = Reader(render_conversation(turns)).buttons
    assert [(b["data-turn"], b["data-end"]) for b in buttons] == [
        ("1", "12"), ("1", "12"), ("2", "14"), ("2", "14"),
    ]  # fmt: skip


def test_a_bracketed_number_without_a_citation_stays_text() -> None:
    page = Reader(render_conversation([answer("See [7] and it did [1].", cite(1, "It did."))]))
    assert "See [7] and it did [1]." in page.text
    assert [button["data-marker"] for button in page.buttons] == ["1", "1"]


def test_a_footnote_mark_of_the_article_is_no_marker() -> None:
    quote = "Prices rose [1] in May."
    html = render_conversation([answer("Prices rose [1] in May [1].", cite(1, quote))])
    assert 'Prices rose [1] in <span class="bound">May <button' in html
    assert len(Reader(html).buttons) == 2  # one in the text, one beside the quote


def test_outlets_and_speaker_are_labelled_apart() -> None:
    html = render_conversation(
        [answer("A [1].", cite(1, "A.", outlets=("AP", "AFP"), speaker="an aide"))]
    )
    assert '<span class="outlet">AP</span> <span class="outlet">AFP</span>' in html
    assert '<span class="speaker"><span class="speaker-role">said by</span> an aide</span>' in html
    assert "no outlet credited" not in html


def test_a_passage_that_credits_nobody_says_so() -> None:
    html = render_conversation([answer("A [1].", cite(1, "A."))])
    assert '<span class="no-outlet">no outlet credited</span>' in html


def test_short_answer_query_and_confidence_are_shown() -> None:
    html = render_conversation(
        [answer("A [1].", cite(1, "A."), short="A", query="Who of the two?")]
    )
    assert '<span class="short-words">A</span>' in html
    assert "Searched for: Who of the two?" in html
    assert "Confidence 93%" in html  # 0.934


def test_a_query_that_only_differs_in_case_and_mark_is_not_repeated() -> None:
    assert "Searched for" not in render_conversation([answer("A [1].", cite(1, "A."), query="who")])


def test_silence_is_plain_and_its_passages_are_unconfirmed() -> None:
    html = render_conversation([abstention(cite(1, "Near."), cite(2, "Far."))])
    assert '<p class="silence">The briefing does not say.</p>' in html
    assert "Confidence" not in html
    buttons = Reader(html).buttons
    assert [b["class"] for b in buttons] == ["marker marker-unconfirmed"] * 2
    assert buttons[0]["aria-label"] == (
        "Unconfirmed passage 1, no outlet credited: show in the article"
    )


def test_a_question_that_awaits_its_reply_is_shown_at_once() -> None:
    html = render_conversation([Turn("Who?", None)])
    assert "Who?" in html
    assert "Reading the briefing" in html


@given(st.text(), st.text(), st.text(), st.text(min_size=1), st.text(min_size=1), st.text())
def test_no_words_of_anyone_become_markup(
    question: str, query: str, text: str, outlet: str, speaker: str, short: str
) -> None:
    citation = cite(1, text, outlets=(outlet,), speaker=speaker)
    reply = Answer(question, query, text, short, (citation,), 0.5)
    silence = Abstention(question, query, AbstainReason.NOT_IN_BRIEFING, (citation,))
    turns = [Turn(question, reply), Turn(question, silence)]
    page = Reader(render_conversation(turns, titled=True) + render_notice(text))
    assert page.tags <= {"ol", "li", "p", "div", "span", "button", "q", "strong"}


def test_markup_in_an_answer_is_shown_as_it_is_written() -> None:
    text = "<script>alert(1)</script> **bold** $x^2$ <img src=x onerror=alert(1)> [1]."
    page = Reader(render_conversation([answer(text, cite(1, text))]))
    assert page.text.count(text) == 2  # in the answer and in its quote
    assert not page.tags & {"script", "img", "strong", "em"}


def test_a_conversation_longer_than_what_is_kept_is_shown_whole() -> None:
    turns = [abstention() for _ in range(KEPT_TURNS + 2)]
    html = render_conversation(turns, judged=True)
    assert html.count('<li class="turn" data-kept=') == KEPT_TURNS + 2
