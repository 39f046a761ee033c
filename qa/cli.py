"""The command ``briefing``: ask, keep a library, see how it was understood, measure, serve."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from corpus.errors import BriefingError, CorpusError
from qa.errors import (
    AddressError,
    AskError,
    BatchError,
    OutputFolderError,
    ReaderMissingError,
    UsageError,
)
from qa.streams import drop_output, plain_streams, say_fault, tell

if TYPE_CHECKING:  # what measures takes seconds to import, which a question shall not pay
    from qa.evaluation.delivering import Delivery

EXIT_OK, EXIT_OURS, EXIT_BAD_USE = 0, 1, 2
_EXIT_INTERRUPTED = 128 + 2  # what a shell reports of a program that Ctrl-C ended


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status.

    0 for a result (an abstention is one), 2 for bad use, 1 for a failure that
    is ours. Errors are one sentence on standard error.
    """
    try:
        with plain_streams():
            return _run(argv)
    except BriefingError as error:
        tell(str(error))
        return EXIT_BAD_USE if _is_bad_use(error) else EXIT_OURS
    except KeyboardInterrupt:
        return _EXIT_INTERRUPTED


def _run(argv: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(argv)
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # The reader of our output went away ("… | head"); nothing is left to say to it.
        drop_output()
        return EXIT_OK
    except BriefingError:
        drop_output()
        raise
    except Exception as error:
        if os.environ.get("BRIEFING_DEBUG"):
            raise
        # The last door: a user gets a sentence, never a traceback.
        tell(f"this should not happen {say_fault(error)}")
        return EXIT_OURS


_BAD_USE = (CorpusError, AskError, BatchError, UsageError, OutputFolderError, AddressError)


def _is_bad_use(error: BriefingError) -> bool:
    return isinstance(error, _BAD_USE) and not isinstance(error, ReaderMissingError)


class _Parser(argparse.ArgumentParser):
    """A parser that raises, so that every error leaves by the same door."""

    def __init__(self, **options: Any) -> None:
        # A shortened option would change its meaning with the next one that is added.
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see: {self.prog} --help")


def _folder(name: str) -> Path:
    if not name.strip():
        raise argparse.ArgumentTypeError("no folder is named")
    return Path(name)


def _day(text: str) -> date:
    from corpus.dates import read_date

    found = read_date(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-03-01")
    return found


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above 0")
    return int(text)


def _add_reader(command: argparse.ArgumentParser) -> None:
    command.add_argument("--reader", type=_folder, metavar="DIR",
                         help="the folder of another reader, such as a training run exports")


def _add_delivery(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=_folder, metavar="DIR",
                         help="where to write report.html, metrics.json, every prediction and "
                         "the run in TREC's format")
    command.add_argument("--compare", type=_folder, metavar="RUN",
                         help="show what changed since the run in this --out folder")
    command.add_argument("--require", action="append", default=[], metavar="FIGURE>=NUMBER",
                         help="exit with status 1 unless it holds, such as 'fused.nDCG@10>=0.70'; "
                         "may be repeated")
    command.add_argument("--gate", type=_folder, metavar="RUN",
                         help="exit with status 1 where a figure lies beyond the interval that "
                         "the run in this folder, or in a file like its metrics.json, gives it")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="briefing",
        description="Ask a news briefing; every sentence of the answer cites its words.",
        epilog="Exit status: 0 for an answer or an abstention, 2 for bad use, "
        "1 for a failure of ours.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    ask = commands.add_parser("ask", help="answer a question, or each of a file of questions")
    ask.add_argument("question", nargs="?", help="the question, in your own words")
    ask.add_argument("--history", action="append", default=[], metavar="QUESTION",
                     help="an earlier question of the conversation; repeat, oldest first")
    ask.add_argument("--outlet", action="append", default=[], metavar="NAME",
                     help="only what is credited to this outlet; may be repeated")
    ask.add_argument("--article", action="append", default=[], metavar="ID",
                     help="only this article; may be repeated")
    ask.add_argument("--since", type=_day, metavar="DATE",
                     help="only articles published on this day or later, such as 2026-03-01; "
                     "one that tells no date is left out")
    ask.add_argument("--until", type=_day, metavar="DATE",
                     help="only articles published on this day or earlier; one that tells no "
                     "date is left out")
    ask.add_argument("--batch", metavar="FILE",
                     help="questions as JSON Lines, - for standard input; prints an answer object "
                     "for each, in order. A line that cannot be asked gets none, is named on "
                     "standard error and makes the exit status 2")
    ask.add_argument("--json", action="store_true",
                     help="print the whole answer object; a batch always does")
    ask.add_argument("--details", action="store_true",
                     help="with --json: a further key with dates, pages and who else carries it")
    ask.set_defaults(run=_run_ask)

    add = commands.add_parser("add", help="put files of many formats into a library")
    add.add_argument("paths", nargs="+", metavar="PATH", help="a file, or a folder of files")
    add.add_argument("--json", action="store_true",
                     help="print the report as a JSON object for every document or file")
    add.set_defaults(run=_run_add)

    listed = commands.add_parser("list", help="list the articles of a library")
    listed.set_defaults(run=_run_list)

    show = commands.add_parser("show", help="show how an article was understood, piece by piece")
    show.add_argument("article", help="its id, as printed by: briefing list")
    show.add_argument("--json", action="store_true", help="a JSON object for every piece")
    show.set_defaults(run=_run_show)

    remove = commands.add_parser("remove", help="take an article out of a library")
    remove.add_argument("article", help="its id, as printed by: briefing list")
    remove.set_defaults(run=_run_remove)

    feedback = commands.add_parser("feedback", help="print what users thought of answers")
    feedback.add_argument("--as-gold", action="store_true",
                          help="as gold questions, to be put to: briefing evaluate --gold")
    feedback.set_defaults(run=_run_feedback)

    doctor = commands.add_parser("doctor", help="check models, library and index")
    doctor.set_defaults(run=_run_doctor)

    evaluate = commands.add_parser("evaluate", help="measure answers against gold questions")
    evaluate.add_argument("--gold", type=Path, metavar="FILE",
                          help="gold questions as JSON Lines or CSV, in the format of "
                          "corpus/gold/README.md; the bundled ones by default")
    evaluate.add_argument("--split", choices=("dev", "test", "all"), default="all",
                          help="which part of the gold questions")
    _add_reader(evaluate)
    _add_delivery(evaluate)
    evaluate.set_defaults(run=_run_evaluate)

    benchmark = commands.add_parser("benchmark", help="measure on a public benchmark")
    benchmarks = benchmark.add_subparsers(required=True, metavar="BENCHMARK")
    squad = benchmarks.add_parser("squad", help="questions about paragraphs, SQuAD 1.1 or 2.0")
    squad.add_argument("file", type=Path, metavar="FILE", help="the JSON file, plain or gzipped")
    squad.add_argument("--mode", choices=("paragraph", "open"), default="paragraph",
                       help="each question to its own paragraph, or to all of them as one library")
    squad.add_argument("--limit", type=_count, metavar="N", help="draw this many questions")
    squad.add_argument("--seed", type=int, default=0, help="of that draw")
    squad.add_argument("--held-out", action="store_true",
                       help="leave out questions about articles that the reader was trained on")
    squad.add_argument("--search-only", action="store_true",
                       help="with --mode open: measure what is found and read nothing")
    _add_reader(squad)
    _add_delivery(squad)
    squad.set_defaults(run=_run_squad)
    beir = benchmarks.add_parser("beir", help="retrieval of whole documents, BEIR's layout")
    beir.add_argument("folder", type=Path, metavar="DIR",
                      help="with corpus.jsonl, queries.jsonl and qrels/test.tsv")
    _add_delivery(beir)
    beir.set_defaults(run=_run_beir)

    serve = commands.add_parser("serve", help="open the web chat on this machine")
    serve.add_argument("--allow-changes", action="store_true",
                       help="where GRADIO_SERVER_NAME lets others reach the page, let them add and "
                       "remove articles and judge replies, too")
    serve.set_defaults(run=_run_serve)

    for command in (ask, add, listed, show, remove, feedback, doctor, evaluate, serve):
        command.add_argument("--library", type=_folder, metavar="DIR",
                             help="a library folder; the bundled article and your own by default")
    return parser


def _run_ask(options: argparse.Namespace) -> int:
    if options.batch is None and options.question is None:
        raise UsageError(
            'ask needs a question or --batch FILE; try: briefing ask "What happened?"'
        )
    if options.batch is not None:
        if options.question is not None:
            raise UsageError("ask takes either a question or --batch FILE; leave out one of them")
        if options.history:
            raise UsageError(
                '--history goes with a single question; in a batch write "history" into its lines'
            )

    if options.details and options.batch is not None:
        raise UsageError("--details goes with a single question; leave it out of a batch")
    if options.details and not options.json:
        raise UsageError("--details goes with --json; add it, or leave both out")

    from qa.asking import run_batch, run_single
    from qa.filters import Filters

    filters = Filters(
        tuple(options.outlet), tuple(options.article), options.since, options.until
    )
    if options.batch is not None:
        return run_batch(options.batch, library=options.library, filters=filters, tell=tell)
    # One question's process ends before its garbage matters; collecting it while rules and
    # library are loaded would take an eighth of the time.
    gc.disable()
    try:
        return run_single(
            options.question,
            history=options.history,
            filters=filters,
            library=options.library,
            as_json=options.json,
            details=options.details,
            tell=tell,
        )
    finally:
        gc.enable()


def _run_add(options: argparse.Namespace) -> int:
    from qa.adding import add_paths

    return add_paths(options.paths, library=options.library, as_json=options.json, tell=tell)


def _run_list(options: argparse.Namespace) -> int:
    from qa.shelving import print_articles

    return print_articles(library=options.library, tell=tell)


def _run_show(options: argparse.Namespace) -> int:
    from qa.shelving import print_pieces

    return print_pieces(options.article, library=options.library, as_json=options.json, tell=tell)


def _run_remove(options: argparse.Namespace) -> int:
    from qa.shelving import remove_article

    return remove_article(options.article, library=options.library)


def _run_feedback(options: argparse.Namespace) -> int:
    from qa.feedback import print_feedback

    return print_feedback(library=options.library, as_gold=options.as_gold, tell=tell)


def _run_doctor(options: argparse.Namespace) -> int:
    from qa.doctor import print_checks

    return print_checks(library=options.library, tell=tell)


def _run_evaluate(options: argparse.Namespace) -> int:
    from qa.evaluation.gold_run import run_gold

    return run_gold(
        gold=options.gold,
        library=options.library,
        split=options.split,
        reader=options.reader,
        delivery=_delivery(options),
        tell=tell,
    )


def _run_squad(options: argparse.Namespace) -> int:
    from qa.evaluation.squad_run import run_squad

    return run_squad(
        options.file,
        mode=options.mode,
        limit=options.limit,
        seed=options.seed,
        held_out=options.held_out,
        search_only=options.search_only,
        reader=options.reader,
        delivery=_delivery(options),
        tell=tell,
    )


def _run_beir(options: argparse.Namespace) -> int:
    from qa.evaluation.beir_run import run_beir

    return run_beir(options.folder, delivery=_delivery(options), tell=tell)


def _delivery(options: argparse.Namespace) -> Delivery:
    from qa.evaluation.delivering import Delivery

    return Delivery.prepare(
        out=options.out,
        require=tuple(options.require),
        compare=options.compare,
        gate=options.gate,
    )


def _run_serve(options: argparse.Namespace) -> int:
    import app

    return app.main(library=options.library, allow_changes=options.allow_changes)


if __name__ == "__main__":
    sys.exit(main())
