"""Dates and times that stand among the names of a credit: "Reuters, 12 Nov", "AFP, 11:30 GMT".

They are of no outlet's name, and show sooner than anything that a name beside them is cited.
"""

from __future__ import annotations

import re

from corpus.calendar import MONTHS, ORDINAL_ENDINGS, WEEKDAYS
from corpus.lexicon import words_of

# Reviews of the foreign press date what they cite as it does.
_FOREIGN_MONTHS = words_of(
    """janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    januar februar märz april juni juli oktober dezember
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    januari februari maart mei augustus"""
)
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?"
_DAY = rf"\d{{1,2}}(?:{'|'.join(ORDINAL_ENDINGS)})?(?:\s?[–-]\s?\d{{1,2}})?"
_YEAR = r"(?:,?\s+(?:19|20)\d{2})?"
_ZONE = r"(?:\s*(?:gmt|utc|bst|ce?s?t|eest|eet|e[ds]?t|p[ds]?t|msk|ist|local\s+time))?"
_TIME = rf"(?:\d{{1,2}}[:.h]\d{{2}}(?:\s?[ap]\.?m\.?)?|\d{{1,2}}\s?[ap]\.?m\.?){_ZONE}"
_NUMBERED = (
    r"(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?:(?:19|20)\d{2}|\d{2})?"
    r"|\d{1,2}/\d{1,2}/(?:(?:19|20)\d{2}|\d{2})"
)
_FULL = (
    rf"(?:{_WEEKDAY},?\s+)?(?:{_DAY}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_DAY}"
    rf"|\d{{1,2}}\.?\s+(?:de\s+)?(?:{'|'.join(sorted(_FOREIGN_MONTHS))})){_YEAR}"
    rf"|{_NUMBERED}"
)
# "Sun" alone may be the paper.
_PARTIAL = (
    rf"(?:(?:early|late)\s+)?(?:{'|'.join(WEEKDAYS)}|mon|tues?|wed|thu(?:rs?)?|fri|sat)\.?"
    r"(?:\s+(?:morning|afternoon|evening|night))?|yesterday|today|last\s+(?:night|week|month|year)"
    r"|\d{1,2}\s?(?:h|hrs?|mins?|d)(?:\s+ago)?|\d{1,2}\s(?:hour|minute|day|week)s?\s+ago"
    rf"|(?:(?:early|mid|late)[\s-])?(?:{_MONTH}|spring|summer|autumn|fall|winter)\s+(?:19|20)\d{{2}}"
)
_AT = rf"(?:(?:,|\s+at|\s+[|–—-])?\s*{_TIME})?"
# Where a name in a list may end and another begin.
_SINCE = r"(?:(?:last\s+)?(?:updated|published|posted|accessed|retrieved):?\s+)?(?:on\s+)?"
_BEGINS = rf"(?:^|(?<=[,;|·•(/–—-]))\s*{_SINCE}"
_ENDS = r"\s*(?=$|[,;|·•)/+:]|\s[–—-])"
_AMONG_NAMES = re.compile(
    rf"(?:{_BEGINS}|\s{_SINCE})(?:{_FULL}){_AT}{_ENDS}"
    rf"|{_BEGINS}(?:(?:{_PARTIAL}){_AT}|{_TIME}){_ENDS}",
    re.IGNORECASE,
)
# Few lists have a date, and this is soon found.
_MAY_DATE = re.compile(r"\d|day|\b(?:mon|tue|wed|thu|fri|sat|last)", re.IGNORECASE)
_DATED = re.compile(rf"(?:{_FULL}|{_PARTIAL}|{_TIME}){_AT}", re.IGNORECASE)
_COUNTED = words_of(
    """week day part round p pp page pages vol volume no number chapter section fig figure table
    annex appendix phase stage season episode issue q h fy year"""
)
_QUARTER = re.compile(r"(?:q[1-4]|[1-4]q|h[12]|[12]h|fy|am|pm|gmt|utc)", re.IGNORECASE)
_COUNT = re.compile(r"\d+|[IVX]+")


def without_dates(names: str) -> str:
    """``names``, a list, with a slash for each date or time that stands in a name's place."""
    return _AMONG_NAMES.sub(" / ", names) if _MAY_DATE.search(names) else names


def is_date(words: str) -> bool:
    """Whether ``words`` are a date or a part of one, or a number with what it counts: "Q3 2025"."""
    written = words.strip().rstrip(".,")
    if _MAY_DATE.search(written) and _DATED.fullmatch(written):
        return True
    found = written.replace("-", " ").replace("/", " ").split()
    if len(found) == 1 and found[0].casefold() in MONTHS:
        return True
    counted = [each.casefold() for each in found if not _COUNT.fullmatch(each)]
    if counted and all(map(_QUARTER.fullmatch, counted)):
        return True
    return len(found) > len(counted) == 1 and found[0].casefold().rstrip(".") in _COUNTED
