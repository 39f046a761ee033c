"""What each figure means, in the words of the report."""

from __future__ import annotations

_NOTES = {
    "answer.EM": "the short answer is a gold one to the letter, or rightly none (Rajpurkar 2016)",
    "answer.F1": "words shared by the short answer and the best gold answer; rightly none is 1",
    "answer.F1_has_answer": "the same over questions that have a short answer",
    "answer.no_answer": "questions without an answer that got none",
    "citation.precision": "citations that stand where an answer stands",
    "citation.recall": "the share of the passages needed that is cited",
    "outlet.precision": "outlets named for a right quote that the text credits",
    "outlet.recall": "outlets that the text credits for it that are named",
    "silence.precision": "silences where the text indeed does not say",
    "silence.recall": "questions that the text does not answer, met with silence",
    "silence.auc": "chance that an answerable question is the surer one of two (ROC)",
    "risk_coverage.area": "mean share wrong over all coverages; less is better (Geifman 2017)",
    "calibration.ece": "how far confidence is from the share right; less is better (Naeini 2015)",
    "calibration.ece_by_chance": "what it would be on so few answers if confidence were exact",
    "crag": "+1 right, 0 silent instead of answering, −1 wrong (Yang 2024)",
}
_MEASURES = {
    "R": "a right document is among the first {k}",
    "RR": "1 / rank of the first right document, if within {k}",
    "nDCG": "right documents early rather than late, within {k} (Järvelin 2002)",
}


def note_of(name: str, *, any_right_is_enough: bool) -> str:
    """One line on the figure ``name``; empty where its name says it."""
    if name in _NOTES:
        return _NOTES[name]
    if name.startswith("latency_ms."):
        return "milliseconds of one question"
    measure, _, k = name.partition(".")[2].partition("@")
    if measure == "R" and not any_right_is_enough:
        return f"share of the right documents among the first {k}"
    return _MEASURES.get(measure, "").format(k=k)
