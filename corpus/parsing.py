"""From an article's text to its pieces: headings, sentences with their credits, and credits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.articles import Article
from corpus.blocks import Block, BlockKind, split_blocks
from corpus.boundaries import split_sentences
from corpus.credits import (
    Credit,
    Reach,
    read_glued_credit,
    read_opening_credit,
    read_trailing_credit,
    read_whole_credit,
)
from corpus.headings import (
    is_announcement,
    is_heading_line,
    is_run_in_heading,
    split_glued_heading,
)
from corpus.lexicon import STARTERS
from corpus.outlets import OutletList, load_outlets
from corpus.quotations import closes_quotation, is_quotation, opens_quotation
from corpus.reporting import read_reporting
from corpus.sentences import Attribution, Piece, PieceKind, Sentence
from corpus.spans import Span, trim


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece before it is known whom it credits."""

    kind: PieceKind
    span: Span
    block: int
    credit: Credit | None = None


def parse_article(article: Article, outlets: OutletList | None = None) -> tuple[Piece, ...]:
    """The pieces of ``article`` in order; between them lie only white space and list marks.

    ``outlets`` is the list of known publishers, the packaged one by default.
    """
    outlets = load_outlets() if outlets is None else outlets
    text = article.text
    blocks = split_blocks(text)
    names = _names_in(text, blocks)
    parts: list[_Part] = []
    for number, block in enumerate(blocks):
        last = number == len(blocks) - 1
        # "2. Findings" above a paragraph is a numbered heading, among other items it is one of them.
        following = blocks[number + 1].kind if not last else None
        alone = number == 0 or blocks[number - 1].kind is not BlockKind.ITEM
        heads = following is BlockKind.PARAGRAPH and alone
        parts.extend(_cut_block(text, number, block, outlets, names, last=last, heads=heads))
    return _credit_sentences(text, parts, blocks, outlets)


def sentences_of(article: Article, pieces: Iterable[Piece]) -> tuple[Sentence, ...]:
    """The sentences among ``pieces``: what an answer may cite."""
    return tuple(
        Sentence(article.article_id, piece.span, piece.text, piece.heading, piece.attribution)
        for piece in pieces
        if piece.kind is PieceKind.SENTENCE
    )


_QUOTED = re.compile(r"[“”\"«»]")
_MID_SENTENCE_NAME = re.compile(r"(?<=[a-z,;] )([A-Z][\w-]+)")
_TITLE_RUN = re.compile(r"(?:(?:[A-Z0-9]\S*|of|the|a|an|in|on|at|to|for|and|or|with|from|by|as)(?:\s+|$))*")


def _names_in(text: str, blocks: tuple[Block, ...]) -> frozenset[str]:
    """Words that the article capitalises in mid-sentence, hence names.

    The capitals that a block opens with are left out: they may be a heading's.
    """
    found: set[str] = set()
    for block in blocks:
        words = block.span.of(text)
        opening = _TITLE_RUN.match(words)
        found.update(
            word
            for word in _MID_SENTENCE_NAME.findall(words[opening.end() if opening else 0 :])
            if word.casefold() not in STARTERS
        )
    return frozenset(found)


def _cut_block(
    text: str,
    number: int,
    block: Block,
    outlets: OutletList,
    names: frozenset[str],
    *,
    last: bool,
    heads: bool,
) -> list[_Part]:
    """The headings, sentences and credits of one block, in order."""
    if block.kind is BlockKind.HEADING:
        return [_Part(PieceKind.HEADING, block.span, number)]
    whole = read_whole_credit(text, block.span, outlets, own_line=True)
    if whole is not None:
        return [_Part(PieceKind.CREDIT, whole.span, number, whole)]
    if (block.kind is BlockKind.PARAGRAPH or heads) and is_heading_line(
        block.span.of(text), last=last
    ):
        return [_Part(PieceKind.HEADING, block.span, number)]
    parts: list[_Part] = []
    # A dateline may hold stops of its own ("Ore. (AP) —"), so it is read before sentences are cut.
    opening = read_opening_credit(text, block.span, outlets)
    if opening is not None:
        parts.append(_Part(PieceKind.CREDIT, opening.span, number, opening))
        block = replace(block, span=trim(text, opening.span.end, block.span.end))
    queue = list(split_sentences(text, block.span))
    while queue:
        segment = queue.pop(0)
        cut = _cut_segment(text, number, segment, outlets, names, parts, more=bool(queue), last=last)
        parts.extend(cut[0])
        if cut[1] is not None and len(cut[1]):
            queue.insert(0, cut[1])
    return parts


def _cut_segment(
    text: str,
    number: int,
    segment: Span,
    outlets: OutletList,
    names: frozenset[str],
    before: list[_Part],
    *,
    more: bool,
    last: bool,
) -> tuple[list[_Part], Span | None]:
    """The first parts of ``segment`` and what is left of it to be cut further."""
    # A label run in before the paragraph leaves the paragraph's first sentence its first.
    first = all(part.kind is PieceKind.HEADING for part in before)
    behind_credit = bool(before) and before[-1].kind is PieceKind.CREDIT
    opened = behind_credit and len(before) == 1 and before[0].credit is not None and (
        before[0].credit.reach is Reach.AFTER
    )
    behind_credit = behind_credit and not opened
    whole = read_whole_credit(text, segment, outlets, own_line=False)
    if whole is not None and (not first or more):
        if first:
            whole = replace(whole, reach=Reach.AFTER)
        return [_Part(PieceKind.CREDIT, segment, number, whole)], None
    if not first and not behind_credit:
        glued = read_glued_credit(text, segment, outlets)
        if glued is not None:
            rest = trim(text, glued.span.end, segment.end)
            return [_Part(PieceKind.CREDIT, glued.span, number, glued)], rest
    if first:
        opening = read_opening_credit(text, segment, outlets)
        if opening is not None:
            rest = trim(text, opening.span.end, segment.end)
            return [_Part(PieceKind.CREDIT, opening.span, number, opening)], rest
    if behind_credit and not more and not last and is_announcement(segment.of(text)):
        return [_Part(PieceKind.HEADING, segment, number)], None
    if (first or behind_credit) and (glued_heading := split_glued_heading(text, segment, names)):
        heading, rest = glued_heading
        return [_Part(PieceKind.HEADING, heading, number)], rest
    if first and more and is_run_in_heading(segment.of(text)):
        return [_Part(PieceKind.HEADING, segment, number)], None
    trailing = read_trailing_credit(text, segment, outlets)
    if trailing is not None:
        credit, rest = trailing
        prose = trim(text, segment.start, credit.span.start)
        if len(prose):
            return [
                _Part(PieceKind.SENTENCE, prose, number),
                _Part(PieceKind.CREDIT, credit.span, number, credit),
            ], rest
    return [_Part(PieceKind.SENTENCE, segment, number)], None


def _credit_sentences(
    text: str, parts: list[_Part], blocks: tuple[Block, ...], outlets: OutletList
) -> tuple[Piece, ...]:
    """Give every sentence its heading and whom it is credited to."""
    given: dict[int, list[Credit]] = {}
    for index, part in enumerate(parts):
        if part.credit is not None and part.credit.outlets:
            for covered in _covered(parts, index, part.credit.reach):
                given.setdefault(covered, []).append(part.credit)
    pieces: list[Piece] = []
    heading: str | None = None
    carried: Attribution | None = None  # what a lead-in gives to the sentence it opens
    for index, part in enumerate(parts):
        words = part.span.of(text)
        if part.kind is PieceKind.HEADING:
            heading = words.strip("*_ ")
            pieces.append(Piece(part.kind, part.span, words))
            carried = None
            continue
        if part.credit is not None:
            named = Attribution(part.credit.outlets, None, part.span)
            pieces.append(Piece(part.kind, part.span, words, heading, named))
            continue
        attribution = _attribute(text, part, given.get(index, []), outlets)
        if carried is not None:
            attribution = _merge(carried, attribution)
        lead_in = words.rstrip("*_ ").endswith(":")
        carried = attribution if lead_in else None
        pieces.append(Piece(part.kind, part.span, words, heading, attribution, lead_in))
    return tuple(_share_quotations(pieces))


def _covered(parts: list[_Part], index: int, reach: Reach) -> list[int]:
    """The indices of the sentences that the credit at ``index`` speaks for."""
    block = parts[index].block
    if reach is Reach.BEFORE:
        for other in range(index - 1, -1, -1):
            if parts[other].block != block:
                break
            if parts[other].kind is PieceKind.SENTENCE:
                return [other]
        return []
    if reach is Reach.AFTER:
        for other in range(index + 1, len(parts)):
            if parts[other].kind is PieceKind.SENTENCE:
                return [other]
            if parts[other].kind is PieceKind.HEADING:
                return []
        return []
    if reach is Reach.PARAGRAPH:
        above = block - 1
        return [
            other
            for other, part in enumerate(parts)
            if part.block == above and part.kind is PieceKind.SENTENCE
        ]
    return []


def _attribute(
    text: str, part: _Part, credits: list[Credit], outlets: OutletList
) -> Attribution | None:
    reported = read_reporting(text, part.span, outlets)
    names = [*(reported.outlets if reported else ())]
    for credit in credits:
        names.extend(name for name in credit.outlets if name not in names)
    speaker = reported.speaker if reported else None
    if not names and speaker is None:
        return None
    cue = credits[0].span if credits else reported.cue if reported else part.span
    return Attribution(tuple(dict.fromkeys(names)), speaker, cue)


def _merge(carried: Attribution, own: Attribution | None) -> Attribution:
    if own is None:
        return carried
    names = tuple(dict.fromkeys((*carried.outlets, *own.outlets)))
    return Attribution(names, own.speaker or carried.speaker, own.cue)


def _share_quotations(pieces: list[Piece]) -> list[Piece]:
    """Sentences of one quotation share its speaker, whichever of them names him.

    A sentence that is nothing but a quotation goes on with the speaker of the
    quotation before it in the paragraph.
    """
    shared = list(pieces)
    run: list[int] = []  # the sentences of a quotation that is still open
    for index, piece in enumerate(pieces):
        if piece.kind is not PieceKind.SENTENCE:
            run = []
            continue
        before = shared[index - 1] if index else None
        if (
            piece.attribution is None
            and before is not None
            and before.attribution is not None
            and before.attribution.speaker is not None
            and is_quotation(piece.text)
            and _QUOTED.search(before.text)
            and not before.lead_in
        ):
            shared[index] = replace(piece, attribution=before.attribution)
        if run and closes_quotation(piece.text):
            run.append(index)
            source = next((shared[i].attribution for i in reversed(run) if shared[i].attribution), None)
            for i in run:
                if shared[i].attribution is None and source is not None:
                    shared[i] = replace(shared[i], attribution=source)
            run = []
        if opens_quotation(piece.text):
            run = [index]
        elif run:
            run.append(index)
    return shared
