"""Pronouns that point behind a question, and those that do not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.lexicon import AUXILIARIES, FUNCTION_WORDS, PLURALS
from corpus.spans import Span
from qa.antecedents import Antecedent, Kind, candidates


@dataclass(frozen=True, slots=True)
class BackReference:
    """A pronoun and what it can stand for; no kind where it means all that was said."""

    span: Span
    word: str
    kind: Kind | None
    possessive: bool


_PRONOUN = re.compile(
    r"\b(?:it|its|itself|they|them|their|theirs|he|him|his|she|her|hers|this|that|these|"
    r"those)\b(?!['’]s\b|['’]\w)|\b(?:it|that|he|she)(?=['’]s\b)",
    re.I,
)
_POSSESSIVES = frozenset({"its", "their", "theirs", "his", "hers"})
_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers"})
_SEVERAL = frozenset({"they", "them", "their", "theirs", "these", "those"})
_AUX = "|".join(sorted(AUXILIARIES | {"be", "been"}))
# "It" that stands for nothing: "is it true that …", "how long will it take to …".
_DUMMY_IT = re.compile(
    r"\bit\s+(?:\w+\s+){0,2}?(?:\w+\s+)?(?:that|whether|if)\b"
    r"|\bit\s+(?:[\w’']+\s+){0,3}?(?:possible|impossible|important|necessary|hard|easy|difficult|"
    r"likely|unlikely|good|better|best|wise|legal|illegal|safe|"
    r"expected|planned|time|true|essential|vital|crucial|common|normal|customary|right|wrong|fair"
    r"|useful|worth|worthwhile|enough|too\s+\w+)\s+(?:for\s+(?:[\w’'-]+\s+){1,5})?(?:to|for|that)\b"
    r"|\bit\s+(?:\w+\s+)?(?:takes?|took|taken|costs?|matters?|matter|seems?|appears?|happens?|"
    r"happen|turns?\s+out|means?|mean|makes?\s+sense|make\s+sense|known|said|clear|"
    r"settled)\s+(?:(?:to|that|whether|if|for)\b|(?:[\w’'-]+\s+){1,4}to\b)"
    r"|\b(?:does|did|will|would|is|was|has)\s+it\s+(?:rain|snow|settled|clear|known|certain|"
    r"noteworthy|late|early|over)\b"
    r"|\bwhat\s+time\s+(?:is|was)\s+it\b|\bwhat\s+does\s+it\s+mean\s+(?:to|that|if|when)\b|"
    r"\bis\s+it\s+(?:just|only|really)?\s*(?:me|you|us)\b",
    re.I,
)
# "This" and "that" as joints or before a noun; "those who" are named by what follows.
_JOINT = re.compile(
    rf"\b(?:that|this|these|those)\s+(?!(?:{_AUX}|matters?|means?|mean|happens?|happened?|"
    rf"affects?|affect|come|comes|work|works|apply|lead|leads|take|takes|about|for|in|to|on|of|"
    rf"with|by|from|at|and|or|already|still|actually|really|yet|ever|happening|going|being)\b)"
    r"[\w’'-]+"
    r"|\bthose\s+(?:who|which|that|of|in|with|whose)\b"
    r"|(?<=\w)\s+that\s+(?!\s*\W*$)(?=(?:is|are|was|were|has|have|had|will|would|can|could|may|"
    r"might|do|does|did)\b)"
    r"|\b(?:say|says|said|think|thinks|believe|believes|report|reports|reported|claim|claims|"
    r"claimed|know|mean|means|so|such|fact|hope|hopes|expect|expects|sure|clear|true|likely|"
    r"possible|warn|warned|argue|argues|argued|suggest|suggests|told)\s+that\s+(?=\w)",
    re.I,
)
_WHOLE = re.compile(
    r"\bwhy\s+(?:does|is|did)\s+(?:this|it\s+all|all\s+this)\s+(?:matter|important|happen|"
    r"relevant|significant)\b|\bthe\s+whole\s+thing\b|\bwhat\s+(?:is|"
    r"does)\s+(?:all\s+)?this\s+(?:mean|all)?\b",
    re.I,
)
_CLAUSE_OPENS = re.compile(
    r"\b(?:that|when|while|because|if|and|but|before|after|who|which|whether|where|since|until|so"
    r"|than|as|though|although|or|how|why|what)\b|[,;:—]",
    re.I,
)
_PLURAL_NOUN = re.compile(
    r"\b(?!(?:does|was|has|is|this|its|his|yes|thus|across|plus|versus|always|perhaps|besides|"
    r"says|sees)\b)[a-z]{3,}s\b",
    re.I,
)
_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|this|that|these|those|each|every|some|all|many|most|several|which|"
    r"what)\s+[\w’'-]{3,}",
    re.I,
)


_SUMS_UP = re.compile(
    r"^\W*(?:(?:and|so|but|then|well|ok(?:ay)?)\W+){0,2}it(?:['’]s|\s+is)\s+(?:an?|all|just|only)\s+"
    r"\w+(?:\s+\w+)?\s*\?\W*$",
    re.I,
)


def back_reference(question: str) -> BackReference | None:
    """The first pronoun in ``question`` that stands for something the question does not name."""
    masked = question
    for pattern in (_DUMMY_IT, _WHOLE, _JOINT):
        masked = pattern.sub(lambda found: _blank_pronouns(found.group()), masked)
    for match in _PRONOUN.finditer(masked):
        word = match.group().casefold()
        possessive = word in _POSSESSIVES or (
            word == "her" and re.match(r"\s+[a-z]", question[match.end() :]) is not None
        )
        if _is_named_inside(question, match.start(), word, possessive=possessive):
            continue
        return BackReference(
            Span(*match.span()), match.group(), _kind_of(word, question, match), possessive
        )
    return None


def _blank_pronouns(words: str) -> str:
    """``words`` with their pronouns masked to the letter, so that offsets stay."""
    return _PRONOUN.sub(lambda found: "_" * len(found.group()), words)


def _kind_of(word: str, question: str, match: re.Match[str]) -> Kind | None:
    if word in _PERSONAL:
        return Kind.PERSON
    if word in _SEVERAL:
        return Kind.SEVERAL
    if word in ("this", "that"):
        return None
    # "So it's a done deal?" takes up all that was said.
    if _SUMS_UP.match(question) is not None and match.start() <= len("so then "):
        return None
    # "Why is it so?" asks about all that was said.
    if (
        re.fullmatch(
            r"\s+(?:so|true|right|correct|certain|sure)?\W*", question[match.end() :], re.I
        )
        and re.match(
            r"^\W*(?:why|how|is|was|when|where)\s+(?:is\s+|was\s+)?$",
            question[: match.start()],
            re.I,
        )
        and match.end() < len(question.rstrip("?!. "))
    ):
        return None
    return Kind.THING


def _is_named_inside(question: str, at: int, word: str, *, possessive: bool) -> bool:
    """Whether something before the pronoun, in the question itself, is what it stands for.

    A possessive may mean its clause's subject; another pronoun only what
    stands in an earlier clause.
    """
    before = question[:at]
    boundaries = [match.start() for match in _CLAUSE_OPENS.finditer(before)]
    reach = before if possessive else before[: boundaries[-1]] if boundaries else ""
    if not reach.strip():
        return False
    if word in _SEVERAL and any(
        noun.group().casefold() not in FUNCTION_WORDS or noun.group().casefold() in PLURALS
        for noun in _PLURAL_NOUN.finditer(reach)
    ):
        return True
    named = candidates(reach, ())
    if word in _PERSONAL:
        return any(item.is_name for item in named) or _NOUN_BEFORE.search(reach) is not None
    if word in _SEVERAL:
        return any(item.plural for item in named)
    if any(item.is_name and not item.person for item in named):
        return True
    if possessive:
        return _NOUN_BEFORE.search(reach) is not None
    return any(not item.person for item in named)


def replace_reference(question: str, reference: BackReference, meant: Antecedent) -> str:
    """``question`` with its pronoun replaced, and the verb before it made to agree."""
    before, after = question[: reference.span.start], question[reference.span.end :]
    text = meant.text
    if reference.possessive:
        text = f"{text}’" if text.endswith("s") and meant.plural else f"{text}’s"
    else:
        before = _agree(before, plural=meant.plural)
    if not before.strip():
        text = text[:1].upper() + text[1:]
    return f"{before}{text}{after}"


_TO_PLURAL = {"is": "are", "was": "were", "does": "do", "has": "have"}
_TO_SINGULAR = {plural: single for single, plural in _TO_PLURAL.items()}


def _agree(before: str, *, plural: bool) -> str:
    match = re.search(r"\b(is|are|was|were|does|do|has|have)(\s+)$", before, re.I)
    if match is None:
        return before
    verb = match.group(1)
    agreed = (_TO_PLURAL if plural else _TO_SINGULAR).get(verb.casefold(), verb.casefold())
    if verb[0].isupper():
        agreed = agreed.capitalize()
    return f"{before[: match.start(1)]}{agreed}{match.group(2)}"
