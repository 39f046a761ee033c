"""Which fusion of the dense and the lexical ranking finds the most?

    python tests/benchmarks/fusion.py --data ../shared/data --cache VECTORS

Every passage of a set is one library. Each way of finding gets the same
candidates, the 100 best of either ranking with both scores of each. Weights
are chosen on SQuAD 1.1 train alone (--tune), never on what is reported.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index.dense import DenseIndex
from index.embedding import Embedder, open_embedder
from index.fusion import LEXICAL_SHARE, weight_of_dense, weighted_z_sum
from index.lexical import K1, B, LexicalIndex, best_rows
from qa.evaluation.beir_files import read_beir
from qa.evaluation.retrieval import Retrieved, score_retrieval
from qa.evaluation.squad_files import read_squad

DEPTH = 100  # candidates of each ranking

Scores = Mapping[int, float]
Fusion = Callable[[Scores, Scores], Scores]


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Passages and questions; ``gains[i]`` maps rows to their gain for question i."""

    name: str
    passages: tuple[str, ...]
    questions: tuple[str, ...]
    gains: tuple[Mapping[int, int], ...]
    measures: tuple[str, ...]


# --- the fusions ---------------------------------------------------------------------------
# Each takes the two scores of the same candidates and gives one score to each.


def rrf(dense: Scores, lexical: Scores, *, weight: float = 0.5, k0: int = 60) -> Scores:
    """Reciprocal rank fusion (Cormack et al. 2009); a rank beyond the depth counts nothing."""
    fused = dict.fromkeys(dense, 0.0)
    for scores, share in ((dense, weight), (lexical, 1 - weight)):
        found = [row for row in scores if scores is dense or scores[row] > 0]
        ranked = sorted(found, key=lambda row: (-scores[row], row))[:DEPTH]
        for rank, row in enumerate(ranked, start=1):
            fused[row] += share / (k0 + rank)
    return fused


def normalised_sum(
    dense: Scores,
    lexical: Scores,
    *,
    weight: float,
    normalise: Callable[[Scores, bool], Scores],
) -> Scores:
    """A convex combination (Bruch et al. 2022): weight * dense + (1 - weight) * lexical."""
    one, other = normalise(dense, True), normalise(lexical, False)
    return {row: weight * one[row] + (1 - weight) * other[row] for row in dense}


def min_max(scores: Scores, _is_dense: bool) -> Scores:
    """0 for the worst candidate, 1 for the best."""
    low, high = min(scores.values()), max(scores.values())
    return {row: (value - low) / (high - low) if high > low else 0.0
            for row, value in scores.items()}  # fmt: skip


def theoretical_min_max(scores: Scores, is_dense: bool) -> Scores:
    """0 for the least score there could be (-1 for a cosine, 0 for BM25), 1 for the best."""
    low, high = -1.0 if is_dense else 0.0, max(scores.values())
    return {row: (value - low) / (high - low) if high > low else 0.0
            for row, value in scores.items()}  # fmt: skip


def fusions(weights: Mapping[str, float]) -> dict[str, Fusion]:
    """Every fusion, with equal weights and with the dense weights tuned on train."""
    made: dict[str, Fusion] = {"RRF (k0=60)": rrf}
    made["RRF, weighted"] = partial(rrf, weight=weights["rrf"])
    made["z-scored sum, equal"] = partial(z_sum, weight=0.5)
    made["z-scored sum, weighted"] = partial(z_sum, weight=weights["z"])
    for key, name, normalise in NORMALISED:
        made[f"{name}, equal"] = partial(normalised_sum, weight=0.5, normalise=normalise)
        made[f"{name}, weighted"] = partial(
            normalised_sum, weight=weights[key], normalise=normalise
        )
    return made


def z_sum(dense: Scores, lexical: Scores, *, weight: float) -> Scores:
    """What the program uses with a weight that depends on the question: see ``by_coverage``."""
    return weighted_z_sum(dense, lexical, dense_weight=weight)


NORMALISED: tuple[tuple[str, str, Callable[[Scores, bool], Scores]], ...] = (
    ("minmax", "min-max sum", min_max),
    ("tmm", "theoretical min-max sum", theoretical_min_max),
)

# The share of the dense side, chosen by --tune on SQuAD 1.1 train.
TUNED = {"rrf": 0.25, "z": 0.55, "minmax": 0.5, "tmm": 0.7}


# --- the data ------------------------------------------------------------------------------


def squad_set(path: Path, *, name: str, titles: bool, articles: int | None = None,
              seed: int = 0) -> RetrievalSet:  # fmt: skip
    """The paragraphs of SQuAD as one library; ``articles`` draws that many of them."""
    paragraphs = read_squad(path)
    if articles is not None:
        named = list(dict.fromkeys(paragraph.title for paragraph in paragraphs))
        drawn = set(random.Random(seed).sample(named, articles))
        paragraphs = tuple(item for item in paragraphs if item.title in drawn)
    passages: dict[str, int] = {}
    questions, gains = [], []
    for paragraph in paragraphs:
        article = paragraph.article
        text = f"{article.title}\n{article.text}" if titles else article.text
        row = passages.setdefault(text, len(passages))
        for question in paragraph.questions:
            questions.append(question.question)
            gains.append({row: 1})
    return RetrievalSet(name, tuple(passages), tuple(questions), tuple(gains),
                        ("R@1", "R@5", "RR@10"))  # fmt: skip


def scifact_set(folder: Path) -> RetrievalSet:
    """SciFact in the layout of BEIR: title and abstract of every document."""
    beir = read_beir(folder)
    rows = {document.document_id: row for row, document in enumerate(beir.documents)}
    return RetrievalSet(
        "SciFact",
        tuple(f"{document.title}\n{document.text}" for document in beir.documents),
        tuple(beir.queries.values()),
        tuple(
            {rows[name]: gain for name, gain in beir.qrels[query_id].items()}
            for query_id in beir.queries
        ),
        ("nDCG@10", "R@5", "RR@10"),
    )


def sample_questions(whole: RetrievalSet, limit: int | None, seed: int) -> RetrievalSet:
    """``limit`` of the questions, against all passages."""
    if limit is None or limit >= len(whole.questions):
        return whole
    kept = sorted(random.Random(seed).sample(range(len(whole.questions)), limit))
    return RetrievalSet(
        whole.name,
        whole.passages,
        tuple(whole.questions[i] for i in kept),
        tuple(whole.gains[i] for i in kept),
        whole.measures,
    )


# --- the work ------------------------------------------------------------------------------


def encode(
    embedder: Embedder, texts: Sequence[str], cache: Path | None, what: str, *, queries: bool
) -> NDArray[np.float32]:
    """Vectors of ``texts``, kept in ``cache`` in parts so that a stopped run goes on."""
    parts: list[NDArray[np.float32]] = []
    started, encoded = time.perf_counter(), 0
    for start in range(0, len(texts), 512):
        part = list(texts[start : start + 512])
        key = hashlib.sha256(json.dumps([embedder.fingerprint, queries, part]).encode())
        kept = cache / f"{key.hexdigest()}.npy" if cache else None
        if kept is not None and kept.exists():
            parts.append(np.load(kept, allow_pickle=False))
            continue
        if queries:
            vectors = np.stack([embedder.encode_query(text) for text in part])
        else:
            vectors = embedder.encode_passages(part)
        if kept is not None:
            np.save(kept, vectors, allow_pickle=False)
        parts.append(vectors)
        encoded += len(part)
        rate = encoded / (time.perf_counter() - started)
        progress(f"{what}: {start + len(part)} of {len(texts)}, {rate:.0f} a second")
    return np.concatenate(parts)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Both scores of the candidates of one question; equal keys in both."""

    dense: Scores
    lexical: Scores
    coverage: float  # what the best of them covers of the question's words, in [0, 1]


Way = Callable[[Candidates], Scores]


def find_candidates(
    retrieval: RetrievalSet, embedder: Embedder, cache: Path | None, *, k1: float, b: float
) -> list[Candidates]:
    name = retrieval.name
    vectors = encode(embedder, retrieval.passages, cache, f"{name} passages", queries=False)
    asked = encode(embedder, retrieval.questions, cache, f"{name} questions", queries=True)
    dense, lexical = DenseIndex.build(vectors), LexicalIndex.build(retrieval.passages, k1=k1, b=b)
    found = []
    for question, vector in zip(retrieval.questions, asked, strict=True):
        words = lexical.score_all(question)
        rows = {row for row, _ in dense.search(vector, k=DEPTH)}
        rows |= {row for row, _ in best_rows(words, k=DEPTH)}
        both = sorted(rows)
        cosines = dense.score(vector, both)
        found.append(
            Candidates(
                dict(zip(both, cosines.tolist(), strict=True)),
                dict(zip(both, words[both].tolist(), strict=True)),
                min(1.0, float(words.max()) / (lexical.attainable(question) or 1.0)),
            )
        )
    return found


def rank(scores: Scores) -> list[int]:
    return sorted(scores, key=lambda row: (-scores[row], row))


def evaluate(
    retrieval: RetrievalSet, candidates: Sequence[Candidates], way: Way
) -> dict[str, float]:
    """The mean of every measure over the questions."""
    retrieved = [
        Retrieved(
            str(number),
            "",
            {str(row): gain for row, gain in gains.items()},
            {"fused": tuple(str(row) for row in rank(way(found))[:10])},
        )
        for number, (found, gains) in enumerate(zip(candidates, retrieval.gains, strict=True))
    ]
    scores = score_retrieval(retrieved, any_right_is_enough=False)
    return {name: statistics.fmean(scores[f"fused.{name}"].values()) for name in retrieval.measures}


def by_coverage(found: Candidates, lexical_share: float = LEXICAL_SHARE) -> Scores:
    """The fusion that the program uses."""
    weight = weight_of_dense(found.coverage, lexical_share=lexical_share)
    return weighted_z_sum(found.dense, found.lexical, dense_weight=weight)


def of_both(fuse: Fusion) -> Way:
    """``fuse`` given both scores of the candidates, and not what they cover."""
    return lambda found: fuse(found.dense, found.lexical)


def only_dense(dense: Scores, _lexical: Scores) -> Scores:
    return dense


def only_lexical(_dense: Scores, lexical: Scores) -> Scores:
    return {row: score for row, score in lexical.items() if score > 0}


def tune(retrieval: RetrievalSet, embedder: Embedder, cache: Path | None) -> None:
    """Print RR@10 on train for the constants of BM25 and for every weight."""
    for k1 in (0.6, 0.9, 1.2, 1.5):
        for b in (0.4, 0.6, 0.75, 0.9):
            candidates = find_candidates(retrieval, embedder, cache, k1=k1, b=b)
            found = evaluate(retrieval, candidates, of_both(only_lexical))
            print(f"BM25 k1={k1} b={b}: RR@10 {found['RR@10']:.4f}", flush=True)
    candidates = find_candidates(retrieval, embedder, cache, k1=K1, b=B)
    print(f"dense RR@10 {evaluate(retrieval, candidates, of_both(only_dense))['RR@10']:.4f}")
    kinds: list[tuple[str, Callable[..., Scores]]] = [("rrf", rrf), ("z", z_sum)]
    kinds += [(key, partial(normalised_sum, normalise=how)) for key, _, how in NORMALISED]
    for key, fuse in kinds:
        show_curve(f"{key}: best dense weight", {
            weight / 20: evaluate(
                retrieval, candidates, of_both(partial(fuse, weight=weight / 20))
            )["RR@10"]
            for weight in range(2, 18)
        })  # fmt: skip
    show_curve("by coverage: best lexical share", {
        share / 20: evaluate(
            retrieval, candidates, partial(by_coverage, lexical_share=share / 20)
        )["RR@10"]
        for share in range(8, 21)
    })  # fmt: skip


def show_curve(what: str, curve: Mapping[float, float]) -> None:
    best = max(curve, key=curve.__getitem__)
    print(f"{what} {best}  " + " ".join(
        f"{weight}:{value:.4f}" for weight, value in curve.items()
    ), flush=True)  # fmt: skip


def report(sets: Sequence[RetrievalSet], embedder: Embedder, cache: Path | None) -> None:
    """Print a table for every set: the two parts and every fusion."""
    ways: dict[str, Way] = {
        "dense": of_both(only_dense),
        "lexical": of_both(only_lexical),
        **{name: of_both(fuse) for name, fuse in fusions(TUNED).items()},
        "z-scored sum, weighted by coverage": by_coverage,
    }
    for retrieval in sets:
        candidates = find_candidates(retrieval, embedder, cache, k1=K1, b=B)
        print(
            f"\n{retrieval.name}: {len(retrieval.passages)} passages, "
            f"{len(retrieval.questions)} questions\n"
        )
        print("| way | " + " | ".join(retrieval.measures) + " |")
        print("|---|" + "---:|" * len(retrieval.measures))
        for name, way in ways.items():
            found = evaluate(retrieval, candidates, way)
            print(f"| {name} | " + " | ".join(f"{found[m]:.3f}" for m in found) + " |", flush=True)


def progress(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the public sets")
    parser.add_argument("--cache", type=Path, help="a folder for vectors, to make repeats cheap")
    parser.add_argument("--set", dest="sets", action="append", choices=("squad", "scifact"))
    parser.add_argument("--limit", type=int, help="ask this many questions of each set")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--no-titles", action="store_true", help="SQuAD paragraphs alone")
    parser.add_argument("--tune", action="store_true", help="weights on a sample of SQuAD train")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"there is no folder {options.data}; give --data the folder of the public sets, "
              "which README.md lists", file=sys.stderr)  # fmt: skip
        return 2
    if options.cache is not None:
        options.cache.mkdir(parents=True, exist_ok=True)
    titles = not options.no_titles
    embedder = open_embedder()
    if options.tune:
        train = squad_set(options.data / "squad1.1-train.json.gz", name="SQuAD 1.1 train sample",
                           titles=titles, articles=48, seed=options.seed)  # fmt: skip
        train = sample_questions(train, options.limit or 2000, options.seed)
        progress(f"tuning on {len(train.passages)} passages, {len(train.questions)} questions")
        tune(train, embedder, options.cache)
        return 0
    chosen = options.sets or ["squad", "scifact"]
    sets = []
    if "squad" in chosen:
        name = "SQuAD 1.1 dev" + (", with titles" if titles else "")
        sets.append(squad_set(options.data / "squad1.1-dev.json.gz", name=name, titles=titles))
    if "scifact" in chosen:
        sets.append(scifact_set(options.data / "scifact"))
    report([sample_questions(one, options.limit, options.seed) for one in sets],
           embedder, options.cache)  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
