"""Slips of the pen in names of outlets, and names whose words are run together."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rapidfuzz.distance import OSA

from corpus.publishers import Outlet

# One edit in seven letters passes ("Rueters"), one in six does not ("Kyoto" for
# "Kyodo"): below seven letters a slip and another word look alike.
MIN_SIMILARITY = 0.85

# "At least 0.9" admits one edit in ten letters, though 1 - 0.9 is a little under 0.1.
_ROUNDING = 1e-9

# A word that is misspelt must be this long, or "Gulf" and "Golf" would be one.
_MIN_MISSPELT_LETTERS = 5
_MIN_RUN_TOGETHER = 8  # letters


class NameSlips:
    """Unambiguous names, each as its folded words, and the outlet that is meant by a slip in one.

    ``own_words``, folded, are words in their own right, so that none is a slip.
    """

    def __init__(
        self, names: Mapping[tuple[str, ...], Outlet], own_words: Collection[str]
    ) -> None:
        self._own_words = own_words
        self._by_length: dict[int, list[tuple[str, tuple[str, ...], Outlet]]] = {}
        self._together: dict[str, Outlet] = {}
        for words, outlet in names.items():
            if len("".join(words)) >= _MIN_MISSPELT_LETTERS:
                spelt = (" ".join(words), words, outlet)
                self._by_length.setdefault(len(words), []).append(spelt)
            letters = "".join(word for word in words if word[0].isalnum())
            if len(letters) >= _MIN_RUN_TOGETHER:
                self._together.setdefault(letters, outlet)

    def run_together(self, words: tuple[str, ...]) -> Outlet | None:
        """The outlet whose name has the letters of ``words``, with the spaces elsewhere."""
        return self._together.get("".join(words))

    def nearest(self, words: tuple[str, ...], *, min_similarity: float) -> Outlet | None:
        """The outlet whose name is nearest to ``words`` and near enough; None where two are."""
        spelt = " ".join(words)
        best: list[Outlet] = []
        best_similarity = min_similarity - _ROUNDING
        for candidate, candidate_words, outlet in self._by_length.get(len(words), ()):
            letters = max(len(spelt), len(candidate))
            most = int((1 - min_similarity) * letters + _ROUNDING)
            edits = OSA.distance(spelt, candidate, score_cutoff=most)
            # Counted here: a ratio cut off by the library loses ties to rounding.
            similarity = 1 - edits / letters
            if edits > most or similarity < best_similarity:
                continue
            if not all(map(self._is_slip_of, words, candidate_words)):
                continue
            if similarity > best_similarity:
                best, best_similarity = [outlet], similarity
            elif outlet not in best:
                best.append(outlet)
        return best[0] if len(best) == 1 else None

    def _is_slip_of(self, written: str, meant: str) -> bool:
        if written == meant:
            return True
        if len(meant) < _MIN_MISSPELT_LETTERS or written in self._own_words:
            return False
        # People slip inside a word; another first letter is another word ("Neuters").
        slips = min(2, len(meant) // 3)
        return written[0] == meant[0] and OSA.distance(written, meant, score_cutoff=slips) <= slips
