"""The command ``briefing``: ask, keep a library, see how it was understood, measure, serve."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import BriefingError, CorpusError

EXIT_OK, EXIT_OURS, EXIT_BAD_USE = 0, 1, 2
_EXIT_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status.

    0 for a result (an abstention is one), 2 for bad use, 1 for a failure that
    is ours. Errors are one sentence on standard error.
    """
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    options = _parser().parse_args(argv)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return _EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away ("… | head"); nothing is left to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except BriefingError as error:
        print(f"briefing: {error}", file=sys.stderr)
        return EXIT_BAD_USE if _is_bad_use(error) else EXIT_OURS
    except Exception as error:  # noqa: BLE001 - the last door: a user gets a sentence, never a traceback
        if os.environ.get("BRIEFING_DEBUG"):
            raise
        print(
            f"briefing: this should not happen ({type(error).__name__}: {_one_line(error)}); "
            "set BRIEFING_DEBUG=1 to see where, and report it",
            file=sys.stderr,
        )
        return EXIT_OURS


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _is_bad_use(error: BriefingError) -> bool:
    from qa.errors import AskError, BatchError, ReaderMissingError

    if isinstance(error, ReaderMissingError):
        return False
    return isinstance(error, (CorpusError, AskError, BatchError))


def tell(message: str) -> None:
    """Progress and warnings: standard error, so that standard output is the result alone."""
    print(f"briefing: {message}", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="Ask a news briefing; every sentence of the answer cites the words it rests on.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    ask = commands.add_parser("ask", help="answer a question, or each of a file of questions")
    ask.add_argument("question", nargs="?", help="the question, in your own words")
    ask.add_argument("--history", action="append", default=[], metavar="QUESTION",
                     help="an earlier question of the conversation; repeat, oldest first")
    ask.add_argument("--outlet", action="append", default=[], metavar="NAME",
                     help="only what is credited to this outlet; may be repeated")
    ask.add_argument("--batch", metavar="FILE", help="questions as JSON Lines, - for standard input")
    ask.add_argument("--json", action="store_true", help="print the whole answer object")
    ask.set_defaults(run=_run_ask)

    add = commands.add_parser("add", help="put text and Markdown files into a library")
    add.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="a file, or a folder of files")
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

    doctor = commands.add_parser("doctor", help="check models, library and index")
    doctor.set_defaults(run=_run_doctor)

    evaluate = commands.add_parser("evaluate", help="measure answers against gold questions")
    evaluate.add_argument("--gold", type=Path, metavar="FILE",
                          help="gold questions as JSON Lines; the bundled ones by default")
    evaluate.add_argument("--split", choices=("dev", "test", "all"), default="all",
                          help="which part of the gold questions")
    evaluate.add_argument("--out", type=Path, metavar="DIR", help="where to write every prediction")
    evaluate.set_defaults(run=_run_evaluate)

    serve = commands.add_parser("serve", help="open the web chat on this machine")
    serve.set_defaults(run=_run_serve)

    for command in (ask, add, listed, show, remove, doctor, evaluate):
        command.add_argument("--library", type=Path, metavar="DIR",
                             help="a library folder; the bundled article and your own by default")
    return parser


def _run_ask(options: argparse.Namespace) -> int:
    from qa.asking import run_batch, run_single

    if options.batch is None and options.question is None:
        tell("ask needs a question or --batch FILE; try: briefing ask \"What happened?\"")
        return EXIT_BAD_USE
    if options.batch is not None and options.question is not None:
        tell("ask takes either a question or --batch FILE, not both")
        return EXIT_BAD_USE
    if options.batch is not None:
        return run_batch(options.batch, library=options.library, outlets=options.outlet, tell=tell)
    return run_single(
        options.question,
        history=options.history,
        outlets=options.outlet,
        library=options.library,
        as_json=options.json,
        tell=tell,
    )


def _run_add(options: argparse.Namespace) -> int:
    from qa.shelving import add_paths

    return add_paths(options.paths, library=options.library, tell=tell)


def _run_list(options: argparse.Namespace) -> int:
    from qa.shelving import print_articles

    return print_articles(library=options.library, tell=tell)


def _run_show(options: argparse.Namespace) -> int:
    from qa.shelving import print_pieces

    return print_pieces(options.article, library=options.library, as_json=options.json, tell=tell)


def _run_remove(options: argparse.Namespace) -> int:
    from qa.shelving import remove_article

    return remove_article(options.article, library=options.library, tell=tell)


def _run_doctor(options: argparse.Namespace) -> int:
    from qa.doctor import print_checks

    return print_checks(library=options.library)


def _run_evaluate(options: argparse.Namespace) -> int:
    from qa.evaluation.gold_run import run_gold

    return run_gold(
        gold=options.gold,
        library=options.library,
        split=options.split,
        out=options.out,
        tell=tell,
    )


def _run_serve(options: argparse.Namespace) -> int:
    import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
