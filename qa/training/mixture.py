"""Everything the reader is trained on, built from the public data in a fixed order."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from corpus.outlets import load_outlets
from qa.training.adversarial import (
    AnnotatedParagraph,
    exchanged,
    moulds_of,
    negated,
    opposed,
    transplanted,
)
from qa.training.as_read import as_they_are_read
from qa.training.entities import Entity, find_entities
from qa.training.examples import (
    UNKNOWN,
    Example,
    add_heading,
    cut_out,
    positive,
    windows_of_article,
)
from qa.training.multihop import hotpot_examples
from qa.training.ranking import rank_windows
from qa.training.recipe import Recipe
from qa.training.search_questions import search_question_examples
from qa.training.sources import (
    SourceArticle,
    SourceParagraph,
    SourceQuestion,
    is_sampled,
    may_train_on,
    read_squad,
)
from qa.training.twins import twin_examples, twin_texts, twins_as_read
from qa.training.windows import cut_sentences, window_of
from qa.training.words import holds_answer
from qa.training.written_briefings import (
    briefing_examples,
    written_briefings,
)
from qa.training.written_questions import written_articles

_DEPTH = 12  # how far down our own ranking a near passage is looked for
_FULL_PARAGRAPH = 0.4  # of the adversarial questions: they are judged on whole paragraphs

Asked = tuple[SourceArticle, SourceParagraph, int]


def build_examples(data: Path, work: Path, recipe: Recipe) -> list[Example]:
    """All examples in a random but fixed order; the same for the same data and recipe."""
    rng = random.Random(recipe.seed)
    squad = read_squad(data / "squad1.1-train.json.gz")
    adversarial = tuple(
        article
        for article in read_squad(data / "squad2.0-dev-a.json.gz")
        if may_train_on(article.title)
    )
    annotated = _annotate((*squad, *adversarial), work / "entities.json.gz", recipe)
    examples = [
        *_from_squad(squad, annotated, recipe, rng),
        *_from_adversarial(adversarial, recipe, rng, "squad2", recipe.squad2_copies),
        *_from_adversarial(_written(squad, recipe), recipe, rng, "written", recipe.written_copies),
        *_from_briefings(recipe.written_from, recipe, rng, recipe.written_copies),
        *_from_briefings(recipe.written_parts, recipe, rng, recipe.last_part_again),
        *_from_twins(recipe, rng),
        *hotpot_examples(data / "hotpotqa-dev-distractor.json.gz", recipe.hotpot, rng),
        *search_question_examples(data / "nq-open-oracle.jsonl.gz", data / "qed-dev.jsonl.gz", rng),
    ]
    rng.shuffle(examples)
    return examples


def _annotate(
    articles: Sequence[SourceArticle], cache: Path, recipe: Recipe
) -> list[AnnotatedParagraph]:
    chosen = [
        (article.title, paragraph)
        for article in articles
        for paragraph in article.paragraphs
        if is_sampled(paragraph.text, seed=recipe.seed, share=recipe.entity_share)
    ]
    texts = [
        text
        for _, paragraph in chosen
        for text in (paragraph.text, *(question.text for question in paragraph.questions))
    ]
    found = iter(find_entities(texts, cache=cache))
    return [
        AnnotatedParagraph(
            title=title,
            paragraph=paragraph,
            entities=next(found),
            of_questions=tuple(next(found) for _ in paragraph.questions),
        )
        for title, paragraph in chosen
    ]


def _from_squad(
    squad: Sequence[SourceArticle],
    annotated: Sequence[AnnotatedParagraph],
    recipe: Recipe,
    rng: random.Random,
) -> Iterator[Example]:
    headings = {article.title: article.heading for article in squad}
    asked: list[Asked] = [
        (article, paragraph, number)
        for article in squad
        for paragraph in article.paragraphs
        for number in range(len(paragraph.questions))
    ]
    # Questions whose paragraph has entities come first, so that most exchanged
    # questions have their true counterpart among the positives.
    sampled = {id(entry.paragraph) for entry in annotated}
    rng.shuffle(asked)
    asked.sort(key=lambda entry: id(entry[1]) not in sampled)
    for article, paragraph, number in asked[: recipe.squad_positive]:
        example = positive(paragraph, paragraph.questions[number], rng, origin="squad")
        yield _maybe_headed(example, article.heading, recipe, rng)
    rng.shuffle(asked)

    def take(wanted: int, attempts: Iterator[tuple[str, Example | None]]) -> Iterator[Example]:
        made = 0
        while made < wanted:
            attempt = next(attempts, None)
            if attempt is None:
                return
            heading, example = attempt
            if example is not None:
                made += 1
                yield _maybe_headed(example, heading, recipe, rng)

    def edit(
        change: Callable[[SourceParagraph, SourceQuestion, random.Random], Example | None],
    ) -> Iterator[tuple[str, Example | None]]:
        rng.shuffle(asked)
        for article, paragraph, number in asked:
            question = paragraph.questions[number]
            if not holds_answer(article.heading, question.answers):
                yield article.heading, change(paragraph, question, rng)

    yield from take(recipe.cut_out, edit(cut_out))
    yield from take(recipe.opposed, edit(opposed))
    yield from take(recipe.negated, edit(negated))
    yield from take(recipe.nearest, _nearest(squad, recipe.nearest, rng))
    yield from take(recipe.elsewhere, _elsewhere(squad, asked, rng))

    squad_annotated = [entry for entry in annotated if entry.title in headings]
    neighbours: dict[str, list[Entity]] = {}
    for entry in squad_annotated:
        neighbours.setdefault(entry.title, []).extend(entry.entities)
    numbered = [(e, i) for e in squad_annotated for i in range(len(e.paragraph.questions))]
    rng.shuffle(numbered)
    yield from take(
        recipe.exchanged,
        (
            (
                headings[entry.title],
                exchanged(
                    entry,
                    number,
                    rng.sample(neighbours[entry.title], min(40, len(neighbours[entry.title]))),
                    rng,
                ),
            )
            for entry, number in numbered
        ),
    )
    moulds = moulds_of(squad_annotated)
    rng.shuffle(numbered)
    yield from take(
        recipe.transplanted,
        ((headings[entry.title], transplanted(entry, moulds, rng)) for entry, _ in numbered),
    )


def _nearest(
    squad: Sequence[SourceArticle], wanted: int, rng: random.Random
) -> Iterator[tuple[str, Example | None]]:
    """For questions of every article, a near window of it that does not hold the answer."""
    share = min(1.0, 1.6 * wanted / sum(_question_count(article) for article in squad))
    for article in rng.sample(list(squad), len(squad)):
        windows = windows_of_article(article, rng)
        questions = [
            question
            for paragraph in article.paragraphs
            for question in paragraph.questions
            if rng.random() < share
        ]
        if not questions:
            continue
        ranked = rank_windows([question.text for question in questions], windows, depth=_DEPTH)
        for question, best in zip(questions, ranked, strict=True):
            # Mostly the nearest: the first that cannot hold the answer, at times a later one.
            # The heading may be put before it, so that must not hold the answer either.
            silent = [
                i
                for i in best
                if not holds_answer(f"{article.heading} {windows[i]}", question.answers)
            ]
            if silent:
                chosen = windows[silent[min(int(rng.expovariate(1.0)), len(silent) - 1)]]
                yield article.heading, Example(question.text, chosen, None, None, 0, 0, "nearest")


def _question_count(article: SourceArticle) -> int:
    return sum(len(paragraph.questions) for paragraph in article.paragraphs)


def _elsewhere(
    squad: Sequence[SourceArticle], asked: Sequence[Asked], rng: random.Random
) -> Iterator[tuple[str, Example | None]]:
    for article, paragraph, number in asked:
        other = rng.choice(squad)
        question = paragraph.questions[number]
        text = rng.choice(other.paragraphs).text
        pieces = cut_sentences(text)
        window = window_of(text, pieces, rng.randrange(len(pieces)), rng.randint(1, 4)).text
        if other is not article and not holds_answer(window, question.answers):
            yield other.heading, Example(question.text, window, None, None, 0, 0, "elsewhere")


def _from_adversarial(
    articles: Sequence[SourceArticle],
    recipe: Recipe,
    rng: random.Random,
    origin: str,
    copies: int,
) -> Iterator[Example]:
    """Each question ``copies`` times, with the whole paragraph or a part of it."""
    for _ in range(copies):
        for article in articles:
            for paragraph in article.paragraphs:
                for question in paragraph.questions:
                    yield _maybe_headed(
                        _adversarial_example(paragraph, question, rng, origin),
                        article.heading,
                        recipe,
                        rng,
                    )


def _adversarial_example(
    paragraph: SourceParagraph, question: SourceQuestion, rng: random.Random, origin: str
) -> Example:
    whole = rng.random() < _FULL_PARAGRAPH
    if question.start is None:
        text = paragraph.text
        if not whole:
            pieces = cut_sentences(text)
            windows = [
                window_of(text, pieces, first, rng.choice((2, 3, 4))).text
                for first in range(len(pieces))
            ]
            # The part that is nearest to the question is where it misleads.
            text = windows[rank_windows([question.text], windows, depth=1)[0, 0]]
        return Example(question.text, text, None, None, 0, UNKNOWN, f"{origin}_no")
    if whole:
        end = question.start + len(question.answers[0])
        return Example(question.text, paragraph.text, question.start, end, 1, 1, f"{origin}_yes")
    return positive(paragraph, question, rng, origin=f"{origin}_yes")


def _written(squad: Sequence[SourceArticle], recipe: Recipe) -> tuple[SourceArticle, ...]:
    if recipe.written_from > recipe.written_parts:
        raise ValueError(
            f"the recipe shows what was written from part {recipe.written_from} on, "
            f"but only {recipe.written_parts} parts"
        )
    if not recipe.written_copies:
        return ()
    first = recipe.articles_from or recipe.written_from
    return written_articles(squad, parts=recipe.written_parts, first=first)


def _from_briefings(
    first: int, recipe: Recipe, rng: random.Random, copies: int
) -> Iterator[Example]:
    """The questions of part ``first`` and those after it, ``copies`` times."""
    if not copies:
        return
    briefings = written_briefings(parts=recipe.written_parts, first=first)
    if recipe.as_read:
        briefings = as_they_are_read(briefings, load_outlets())
    yield from briefing_examples(
        briefings, rng, copies=copies, strangers=recipe.strangers, titled=recipe.titled
    )


def _from_twins(recipe: Recipe, rng: random.Random) -> Iterator[Example]:
    if recipe.twin_copies:
        texts = twins_as_read(twin_texts(parts=recipe.written_parts), load_outlets())
        yield from twin_examples(texts, rng, copies=recipe.twin_copies)


def _maybe_headed(example: Example, heading: str, recipe: Recipe, rng: random.Random) -> Example:
    return add_heading(example, heading) if rng.random() < recipe.heading_share else example


def count_origins(examples: Sequence[Example]) -> dict[str, int]:
    """How many examples each builder gave, by name."""
    return dict(sorted(Counter(example.origin for example in examples).items()))
