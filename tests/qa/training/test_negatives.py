"""Examples made from a question: what answers, what does not, and what is left unsaid."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

from qa.training.adversarial import AnnotatedParagraph, exchanged, moulds_of, negated, transplanted
from qa.training.entities import Entity, find_entities
from qa.training.examples import UNKNOWN, add_heading, cut_out, positive
from qa.training.multihop import hotpot_examples
from qa.training.search_questions import search_question_examples
from qa.training.sources import SourceParagraph, SourceQuestion

TEXT = (
    "Ann Lee ran a mill in Ghent. The mill burned down in 1871. Bo Chan bought the ruin."
    " He built a school there. It opened in spring."
)


def _question(text: str, answer: str) -> SourceQuestion:
    return SourceQuestion("q", text, (answer,), TEXT.index(answer))


BURNED = _question("When did Ann Lee's mill burn?", "1871")
PARAGRAPH = SourceParagraph(TEXT, (BURNED,))


def test_a_positive_points_at_its_answer_with_or_without_a_heading() -> None:
    for seed in range(30):
        example = positive(PARAGRAPH, BURNED, random.Random(seed), origin="squad")
        assert example.passage[example.start : example.end] == "1871"
        headed = add_heading(example, "Mills of Ghent")
        assert headed.passage == f"Mills of Ghent. {example.passage}"
        assert headed.passage[headed.start : headed.end] == "1871"
        assert (example.answerable, example.relevant) == (1, 1)


def test_cutting_out_leaves_neighbours_and_never_the_answer() -> None:
    for seed in range(30):
        example = cut_out(PARAGRAPH, BURNED, random.Random(seed))
        assert example is not None
        assert "1871" not in example.passage
        assert example.passage.startswith("Ann Lee ran a mill in Ghent. Bo Chan")
        assert example.answerable == 0
        assert example.start is None


def test_nothing_is_cut_out_where_the_rest_may_answer() -> None:
    text = "It burned in 1871. It was rebuilt. In 1871 it was small."
    question = SourceQuestion("q", "When did it burn?", ("1871",), text.index("1871"))
    for seed in range(30):
        example = cut_out(SourceParagraph(text, (question,)), question, random.Random(seed))
        # One sentence after the cut leaves "It was rebuilt."; two would bring 1871 back.
        assert example is None or example.passage == "It was rebuilt."


def _annotated() -> AnnotatedParagraph:
    asked = BURNED.text
    name = Entity(asked.index("Ann"), asked.index("'s"), "Ann Lee", "person")
    return AnnotatedParagraph(
        title="Ghent",
        paragraph=PARAGRAPH,
        entities=(
            Entity(0, 7, "Ann Lee", "person"),
            Entity(TEXT.index("Bo"), TEXT.index("Bo") + 7, "Bo Chan", "person"),
        ),
        of_questions=((name,),),
    )


def test_an_exchanged_question_keeps_the_window_that_answered_the_true_one() -> None:
    example = exchanged(_annotated(), 0, (), random.Random(0))
    assert example is not None
    assert example.question == "When did Bo Chan's mill burn?"
    assert "1871" in example.passage
    assert (example.answerable, example.relevant) == (0, UNKNOWN)


def test_a_denied_why_is_not_made() -> None:
    why = SourceQuestion("q", "Why did the mill burn?", ("1871",), TEXT.index("1871"))
    assert negated(PARAGRAPH, why, random.Random(0)) is None
    made = negated(PARAGRAPH, BURNED, random.Random(0))
    assert made is not None
    assert made.question == "When didn't Ann Lee's mill burn?"


def test_a_mould_names_one_thing_and_nothing_else_with_a_capital() -> None:
    other = "When did Ann Lee leave Bruges?"
    clean = _annotated()
    unclean = AnnotatedParagraph(
        title="Bruges",
        paragraph=SourceParagraph(TEXT, (_question(other, "1871"),)),
        entities=(),
        of_questions=((Entity(9, 16, "Ann Lee", "person"),),),
    )
    moulds = moulds_of([clean, unclean])
    assert [mould.question for mould in moulds["person"]] == [BURNED.text]


def test_a_transplanted_question_is_of_another_article_and_names_one_of_the_window() -> None:
    asked = "Which prize did Zoe Fox win?"
    donor = AnnotatedParagraph(
        title="Prizes",
        paragraph=SourceParagraph("x", (SourceQuestion("z", asked, ("x",), 0),)),
        entities=(),
        of_questions=((Entity(16, 23, "Zoe Fox", "person"),),),
    )
    moulds = moulds_of([donor, _annotated()])
    questions = set()
    for seed in range(40):
        example = transplanted(_annotated(), moulds, random.Random(seed))
        if example is not None:  # None where the window names nobody
            questions.add(example.question)
            assert example.answerable == 0
    assert questions == {"Which prize did Ann Lee win?", "Which prize did Bo Chan win?"}


def test_entities_in_the_cache_need_no_model(tmp_path: Path) -> None:
    cache = tmp_path / "entities.json.gz"
    with gzip.open(cache, "wt", encoding="utf-8") as file:
        json.dump({"Ann ran.": [[0, 3, "person"]]}, file)
    assert find_entities(["Ann ran.", "Ann ran."], cache=cache) == [
        (Entity(0, 3, "Ann", "person"),),
        (Entity(0, 3, "Ann", "person"),),
    ]


def test_half_of_a_comparison_does_not_answer_it(tmp_path: Path) -> None:
    entry = {
        "question": "Are Ghent and Bruges in one country?",
        "answer": "yes",
        "type": "comparison",
        "supporting_facts": [["Ghent", 0], ["Bruges", 0]],
        "context": [
            ["Ghent", ["Ghent is in Belgium.", " It is old."]],
            ["Bruges", ["Bruges is in Belgium."]],
            ["Oslo", ["Oslo is in Norway."]],
        ],
    }
    path = tmp_path / "h.json.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        json.dump([entry], file)
    seen = set()
    for seed in range(30):
        for example in hotpot_examples(path, 1, random.Random(seed)):
            seen.add((example.origin, example.passage, example.answerable, example.relevant))
    assert seen == {
        ("hotpot_closed", "Ghent. Ghent is in Belgium. Bruges. Bruges is in Belgium.", 1, 1),
        ("hotpot_closed", "Bruges. Bruges is in Belgium. Ghent. Ghent is in Belgium.", 1, 1),
        ("hotpot_half", "Ghent. Ghent is in Belgium.", 0, 1),
        ("hotpot_half", "Bruges. Bruges is in Belgium.", 0, 1),
        ("hotpot_distractor", "Oslo. Oslo is in Norway.", 0, 0),
    }


def test_search_questions_that_are_kept_for_reporting_are_left_out(tmp_path: Path) -> None:
    def entry(question: str) -> str:
        context = {"title": "Mill", "text": "The old mill burned down in 1871. It was wet."}
        return json.dumps({"question": question, "answers": ["1871"], "ctxs": [context]})

    path, kept = tmp_path / "nq.jsonl.gz", tmp_path / "qed.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(entry("when did the mill burn") + "\n" + entry("when was the fire") + "\n")
    with gzip.open(kept, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"question_text": "When did the mill burn?"}) + "\n")
    asked = {e.question for e in search_question_examples(path, kept, random.Random(0))}
    assert asked == {"when was the fire"}
