"""Is a claim that the briefing makes in its own voice put into somebody's mouth?

    python tests/benchmarks/who_says.py
    python tests/benchmarks/who_says.py --tell

Of each briefing that was kept from training, short sentences that are credited to
nobody are turned into "Who says that …?", which nobody says; and sentences of the
shape "X said that …" into the same question, which X says. Printed: the share of
the first that is met with silence, and of the second that cites its sentence.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.sentences import Sentence
from index.embedding import open_embedder
from qa.answers import Answer
from qa.assistant import Assistant
from qa.briefing import Briefing
from qa.packaged_reader import open_packaged_reader
from qa.training.written_briefings import article_of_briefing, read_briefing

KEPT = Path(__file__).resolve().parents[2] / "qa/training/written/briefings_held.jsonl"
_SAID = re.compile(
    r"[^,]{3,60}? (?:said|says|argues|argued|warns|warned|claims|claimed|believes|thinks|insists|"
    r"maintains|fears|holds|expects) that (?P<claim>[^,;“\"]{20,110})\."
)
_OPENS = re.compile(r"(?:The|A|An|It|In|Both|Two|Three|Its|Their) ")
_SIGNS = re.compile(r"[“”\";:,]")
_SHORTEST, _LONGEST = 5, 16  # words of a sentence in the briefing's own voice
_OWN_EACH = 3  # such sentences of a briefing


def own_claims(sentences: tuple[Sentence, ...]) -> list[str]:
    """What the first plain sentences claim that are credited to nobody."""
    plain = [
        sentence.text
        for sentence in sentences
        if sentence.attribution is None
        and _SHORTEST <= len(sentence.text.split()) <= _LONGEST
        and _OPENS.match(sentence.text)
        and not _SIGNS.search(sentence.text)
        and not _SAID.fullmatch(sentence.text)
    ]
    return [f"{text[0].lower()}{text[1:].rstrip('.')}" for text in plain[:_OWN_EACH]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tell", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    embedder, reader = open_embedder(), open_packaged_reader()
    silent: list[bool] = []
    cited: list[bool] = []
    for number, line in enumerate(KEPT.read_text(encoding="utf-8").splitlines()):
        article, _ = article_of_briefing(str(number), read_briefing(line))
        assistant = Assistant([article], embedder=embedder, reader=reader, index_folder=None)
        sentences = Briefing.read([article], passage_sentences=3).sentences
        for claim in own_claims(sentences):
            reply = assistant.ask(f"Who says that {claim}?")
            silent.append(not isinstance(reply, Answer))
            if options.tell and isinstance(reply, Answer):
                print(f"put into a mouth, {reply.confidence:.2f}: {claim}\n    {reply.text}")
        for sentence in sentences:
            if (said := _SAID.fullmatch(sentence.text)) is None:
                continue
            reply = assistant.ask(f"Who says that {said['claim']}?")
            quotes = [one.quote for one in reply.citations] if isinstance(reply, Answer) else []
            cited.append(sentence.text in quotes)
            if options.tell and not cited[-1]:
                print(f"not cited, {reply.confidence:.2f}: {sentence.text}")
    print(f"what nobody says: {sum(silent)} of {len(silent)} met with silence")
    print(f"what somebody says: {sum(cited)} of {len(cited)} cited")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
