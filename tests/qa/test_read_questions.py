"""The reader is asked outright, whatever a question is wrapped in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outlets import load_outlets
from qa.intents import understand
from qa.named_outlets import find_named_outlets
from qa.read_questions import (
    as_asked,
    claim_as_asked,
    date_as_asked,
    matter_as_asked,
    meaning_as_asked,
    only_names,
    text_is_asked,
)
from qa.understanding import Form


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("When did the mill burn?", "When did the mill burn?"),
        ("Could you tell me when the mill burned?", "when the mill burned?"),
        ("Would you mind telling me who sold it?", "who sold it?"),
        ("Hi there, quick question: when did the mill burn?", "when did the mill burn?"),
        ("Please tell me: Into which hands did it pass?", "Into which hands did it pass?"),
        ("Just out of curiosity, who sold it?", "who sold it?"),
        ("Asking for a colleague: Mill fire year", "Mill fire year"),
        ("My editor wants to know who sold it.", "who sold it."),
        ("One of our readers asks why it burned", "why it burned"),
        ("For tomorrow's show: when did it burn?", "when did it burn?"),
        ("Before we go to print: when did it burn?", "when did it burn?"),
        ("Before the sale, who owned it?", "Before the sale, who owned it?"),
        ("Q3: who sold it?", "who sold it?"),
        ("Viewers won't remember: who sold it?", "who sold it?"),
        ("Sum up what the owner did.", "what the owner did."),
        ("Give me the whole picture of how it was sold.", "how it was sold."),
        ("An overview of the sale", "An overview of the sale"),
        ("Who sold it, before we go live?", "Who sold it?"),
        ("Who sold it before we bought it?", "Who sold it before we bought it?"),
        ("Has the price fallen since we last asked?", "Has the price fallen since we last asked?"),
        ('Who said "I will leave before we air it"?', 'Who said "I will leave before we air it"?'),
        ("Who sold it, as the text has it?", "Who sold it?"),
        ("Let me ask you this: who sold it?", "who sold it?"),
        ("Does the article say when the mill burned?", "when the mill burned?"),
        ("According to the article, who sold it?", "who sold it?"),
        ("Who sold it, as reported in the article?", "Who sold it?"),
        ("Who sold it according to the briefing?", "Who sold it?"),
        ("Who sold it please?", "Who sold it?"),
        ("So who sold it, exactly?", "who sold it?"),
        ("Who sold it? Thanks in advance!", "Who sold it?"),
        ("Who sold it??!!", "Who sold it?"),
        ("“Who sold it?”", "Who sold it?"),
        # What is asked of is no matter of a passage; whoever else is, is.
        ("According to Reuters, who sold it?", "who sold it?"),
        ("Who sold it according to Reuters?", "Who sold it?"),
        ("According to experts, who sold it?", "According to experts, who sold it?"),
        # A clause in front that speaks of the matter stays.
        ("On inflation: what does the bank say?", "On inflation: what does the bank say?"),
        ("At the meeting, who spoke?", "At the meeting, who spoke?"),
        ("Is it wet, or is it dry?", "Is it wet, or is it dry?"),
        ("What is in this article?", "What is?"),
        # Something is always left.
        ("Thanks!", "Thanks!"),
        ("Could you tell me", "tell me"),
    ],
)  # fmt: skip
def test_what_frames_a_question_is_not_read(question: str, read: str) -> None:
    assert as_asked(question, find_named_outlets(question, load_outlets(), ())) == read


def test_an_and_that_goes_on_from_an_earlier_question_may_be_kept() -> None:
    assert as_asked("Ok, and agriculture please?") == "agriculture?"
    assert as_asked("Ok, and agriculture please?", joints=False) == "and agriculture?"


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("Why does this matter for Peru?", "What does this mean for Peru?"),
        ("why would the dam matter to farmers", "What would the dam mean for farmers?"),
        ("Why are the talks so important to Peru?", "What do the talks mean for Peru?"),
        ("Why it matters for Peru?", "What does it mean for Peru?"),
        ("Why does this matter?", None),
        ("Why is the dam important?", None),
        ("What matters for Peru?", None),
    ],
)  # fmt: skip
def test_why_something_matters_to_somebody_asks_what_it_means_for_them(
    question: str, meaning: str | None
) -> None:
    assert meaning_as_asked(question) == meaning


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Which outlet says that the mill burned in 1871?",
         "Is it true that the mill burned in 1871?"),
        ("Who was the source for the claim that the mill was sold?",
         "Is it true that the mill was sold?"),
        ("Which paper says the mill was sold?", "Is it true that the mill was sold?"),
        ("Who reckons that the mill was sold?", "Is it true that the mill was sold?"),
        ("Who is the claim that it was sold actually attributed to?",
         "Is it true that it was sold?"),
        ("Who says that the mill was sold in this article?", "Is it true that the mill was sold?"),
        ("Who says that it was sold, according to the briefing, please?",
         "Is it true that it was sold?"),
        ("Does the article say whether the mill was insured?",
         "Is it true that the mill was insured?"),
        ("Which outlet reported when the mill burned?", "when the mill burned?"),
        ("According to whom was the mill sold?", "was the mill sold?"),
        # What is said stands first: the other clause is a part of it.
        ("Who said when the ship that sank would sail?", "when the ship that sank would sail?"),
        ("Who pointed out that the mill was sold?", "Is it true that the mill was sold?"),
        ("Who complains that the mill was sold?", "Is it true that the mill was sold?"),
        ("Who warns the mill will be sold?", "Is it true that the mill will be sold?"),
        ("Who warns buyers of the mill against haste?", None),
        ("Who warns the price of flour will rise?",
         "Is it true that the price of flour will rise?"),
        ("Who reported on trade?", None),
        ("Which source has that story?", None),
        ("Where does the figure come from?", None),
    ],
)  # fmt: skip
def test_a_claim_is_put_as_a_question_that_its_passage_answers(
    question: str, claim: str | None
) -> None:
    assert claim_as_asked(question) == claim


def test_whether_an_outlet_says_so_is_read_as_whether_it_is_so() -> None:
    question = "Does Reuters report that the mill was sold?"
    asks = understand(question, find_named_outlets(question, load_outlets(), ()))
    assert asks.read_as == "Is it true that the mill was sold?"


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("What does the article say about the mill?", "The mill?"),
        ("What do we know about the mill's owner?", "The mill's owner?"),
        ("How does the article describe the mill's owner?", "The mill's owner?"),
        ("How is the mill's owner characterised?", "The mill's owner?"),
        ("How is the mill's owner described in the article?", "The mill's owner?"),
        ("The mill's owner: how does the text portray him?", "The mill's owner?"),
        ("Is he corrupt, how does the text describe him?", None),
        ("How is it described?", None),
        ("What does it say about the strength of the owner?", "The strength of the owner?"),
        ("What about the noise?", "The noise?"),
        ("Does the article mention the price of salt?", "The price of salt?"),
        ("What does Reuters report about the strike?", "The strike?"),
        ("What is Al Jazeera's comment on the fire?", "The fire?"),
        ("How does Reuters judge the fire's importance?", "The fire's importance?"),
        ("What does Reuters make of the sale?", "The sale?"),
        ("What does Reuters say about who sold it?", "Who sold it?"),
        ("What is the view of Reuters on whether the mill can be saved?",
         "Is it true that the mill can be saved?"),
        ("Which outlet is cited for the part about the sale?", "The sale?"),
        ("Where does the figure for unsold cases come from?", "Unsold cases?"),
        ("Which agency mentions the sale of the mill?", "The sale of the mill?"),
        ("Who reported on trade?", "Trade?"),
        # No matter is named, or it is a day or an ellipsis.
        ("What did the ministry say on Monday?", None),
        ("What do they say about it?", None),
        ("When did the mill burn?", None),
        ("What burned?", None),
    ],
)  # fmt: skip
def test_what_is_said_about_a_matter_is_asked_by_naming_it(
    question: str, matter: str | None
) -> None:
    outlets = find_named_outlets(question, load_outlets(), ())
    assert matter_as_asked(question, outlets) == matter


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("What does the article say about the mill?", "The mill?"),
        ("What does Reuters report about the strike?", "The strike?"),
        ("Which outlet reported on the strike?", "The strike?"),
        # Whoever is asked of here is part of what the passage has to say.
        ("What does the owner say about the mill?", "What does the owner say about the mill?"),
        ("Why does Reuters doubt the figure?", "Why does Reuters doubt the figure?"),
    ],
)
def test_only_an_outlet_and_the_text_itself_are_left_out_of_what_is_read(
    question: str, read: str
) -> None:
    assert understand(question, find_named_outlets(question, load_outlets(), ())).read_as == read


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Did the mill burn in 1871?", "When did the mill burn?"),
        ("Hi, was the mill sold on 3 May 1872?", "When was the mill sold?"),
        ("Wasn't it sold in early 1872?", "When wasn't it sold?"),
        ("Have they had ties since 1992?", "Since when have they had ties?"),
        # These leave the day open, or ask for something else.
        ("Was it sold by 1872?", None),
        ("Did the mill that opened in 1801 burn?", None),
        ("When was it sold in 1872?", None),
        ("Was it sold for 1872 crowns?", None),
        ("Was it sold in Port Vell?", None),
    ],
)
def test_a_day_to_be_confirmed_is_asked_for(question: str, read: str | None) -> None:
    assert date_as_asked(question) == read
    understanding = understand(question, ())
    assert (understanding.form is Form.DATE) is (read is not None or question.startswith("When"))
    assert read is None or understanding.read_as == read


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Does the article say that the mill was sold?", True),
        ("Hi, did this report mention that it was sold?", True),
        ("Does the report of the mill's owner matter?", True),  # harmless: it makes no claim
        ("Does Reuters say that the mill was sold?", False),
        ("What does the article say?", False),
    ],
)
def test_the_text_is_asked_where_it_is_the_subject(question: str, asked: bool) -> None:
    assert text_is_asked(question) is asked


@given(st.text(max_size=200))
def test_what_is_read_is_never_empty(question: str) -> None:
    read = as_asked(question)
    assert any(map(str.isalnum, read)) or read == question


@pytest.mark.parametrize(
    "unit",
    ["?!", "please ", "that that ", "q: ", "my editor asks ", "a, ", "according to ", "about "],
)
def test_long_nonsense_is_dealt_with_at_once(unit: str) -> None:
    question = (unit * 2000)[:4000]
    started = time.perf_counter()
    as_asked(question)
    claim_as_asked(question)
    matter_as_asked(question)
    date_as_asked(question)
    assert time.perf_counter() - started < 1.0


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("harbour bridge repairs flood", True),
        ("The repairs?", True),
        ("HARBOUR TOLL", True),
        ("US tariffs", True),
        ("harbour bridge open since when", False),
        ("is the bridge open", False),
        ("list the bridges", False),
        ("the bridge I saw", False),
        ("the bridge near us", False),
        ("one two three four five six seven eight nine ten eleven twelve thirteen", False),
    ],
)
def test_words_may_only_name_a_matter_and_ask_nothing(words: str, names: bool) -> None:
    assert only_names(words) is names


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("harbour bridge repairs", True),
        ("What does the article say about the repairs?", True),
        ("harbour toll price since when", False),
        ("When was the bridge repaired?", False),
    ],
)
def test_what_is_read_is_bare_where_it_names_a_matter(question: str, bare: bool) -> None:
    assert understand(question, ()).bare is bare
