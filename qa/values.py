"""Numbers and dates in a few words, as values that can be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.calendar import MONTHS, ORDINAL_ENDINGS, WEEKDAYS, is_month
from corpus.numerals import SCALES, TENS, UNITS

# As written behind a number: "$5m", "3bn".
_SCALES = {**SCALES, "m": 10**6, "bn": 10**9}

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TOKEN = re.compile(rf"{_NUMBER.pattern}|[^\W\d_]+|[%$€£¥]")
_YEAR = re.compile(r"(?:1[0-9]|20)\d{2}")
# Words that may stand with a year that is a date and nothing's number.
_WITH_YEAR = frozenset((
    "in", "since", "by", "until", "till", "of", "the", "year", "early", "late", "mid", "about",
    "around", "before", "after", "during", "from", "spring", "summer", "autumn", "winter",
))  # fmt: skip
_CURRENCIES = {
    "$": "$", "dollar": "$", "usd": "$", "€": "€", "euro": "€", "eur": "€", "£": "£", "gbp": "£",
    "sterling": "£", "¥": "¥", "yen": "¥", "yuan": "yuan", "rouble": "rouble", "ruble": "rouble",
    "rupee": "rupee", "crown": "crown", "krona": "crown", "krone": "crown", "franc": "franc",
    "lira": "lira", "dinar": "dinar", "tenge": "tenge", "peso": "peso",
}  # fmt: skip
_MEASURES = {
    name: names[0]
    for names in (
        ("km", "kilometre", "kilometer"), ("mile",), ("m", "metre", "meter"), ("foot", "feet"),
        ("cm", "centimetre", "centimeter"), ("inch", "inche"), ("kg", "kilo", "kilogram"),
        ("tonne",), ("ton",), ("pound", "lb"), ("gram",), ("litre", "liter"), ("gallon",),
        ("barrel",), ("hectare",), ("acre",), ("degree",), ("seconds",), ("minute",), ("hour",),
        ("day",), ("week",), ("month",), ("year",), ("megawatt", "mw"), ("gigawatt", "gw"),
        ("kilowatt", "kw"), ("mph",), ("knot",),
    )
    for name in names
}  # fmt: skip
_ROUGH = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|more\s+than|over|at\s+least|"
    r"up\s+to|fewer\s+than|less\s+than|under|an?\s+estimated)\b",
    re.IGNORECASE,
)
_SLACK = 0.1  # "about 40" and "42" do not contradict each other


@dataclass(frozen=True, slots=True)
class Day:
    """As much of a date as the words tell; None for what they do not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what it is of: "%", a currency, a measure, or "" for what is counted.

    ``rough`` where it is rounded in words.
    """

    number: float
    unit: str = ""
    rough: bool = False


def value_of(words: str) -> Day | Amount | None:
    """The one date or number that ``words`` hold; None where they hold none, or several."""
    return _day(words) or _amount(words)


def conflict(one: Day | Amount, other: Day | Amount) -> bool:
    """Whether both cannot be true of the same thing."""
    if isinstance(one, Day) and isinstance(other, Day):
        pairs = (
            (one.year, other.year), (one.month, other.month), (one.day, other.day),
            (one.weekday, other.weekday),
        )  # fmt: skip
        return any(a is not None and b is not None and a != b for a, b in pairs)
    if isinstance(one, Amount) and isinstance(other, Amount) and one.unit == other.unit:
        slack = _SLACK if one.rough or other.rough else 0.0
        return abs(one.number - other.number) > slack * max(abs(one.number), abs(other.number))
    return False


def agree(one: Day | Amount, other: Day | Amount) -> bool:
    """Whether both say the same, as far as both say it."""
    if type(one) is not type(other) or conflict(one, other):
        return False
    if isinstance(one, Day) and isinstance(other, Day):
        shared = (one.year, other.year), (one.month, other.month), (one.weekday, other.weekday)
        return any(a is not None and a == b for a, b in shared)
    return isinstance(one, Amount) and isinstance(other, Amount) and one.unit == other.unit


def _day(words: str) -> Day | None:
    written = _TOKEN.findall(words)
    tokens = [token.casefold() for token in written]
    months = [
        (place, MONTHS[token]) for place, token in enumerate(tokens) if is_month(written, place)
    ]
    years = [int(token) for token in tokens if _YEAR.fullmatch(token)]
    weekdays = [token for token in tokens if token in WEEKDAYS]
    if max(len(months), len(years), len(weekdays)) > 1 or not (months or years or weekdays):
        return None
    if years and not months and not weekdays:
        others = [token for token in tokens if not _YEAR.fullmatch(token)]
        if not set(others) <= _WITH_YEAR:
            return None  # "2000 soldiers" are no year
    day = None
    if months:
        place, _ = months[0]
        beside = [tokens[i] for i in (place - 1, place + 1) if 0 <= i < len(tokens)]
        days = [int(token) for token in beside if token.isdecimal() and 1 <= int(token) <= 31]
        day = days[0] if len(days) == 1 else _ordinal_day(tokens, place)
    return Day(
        years[0] if years else None,
        months[0][1] if months else None,
        day,
        weekdays[0] if weekdays else None,
    )


def _ordinal_day(tokens: Sequence[str], month: int) -> int | None:
    """The day in "3rd March", whose letters are a token of their own."""
    if month >= 2 and tokens[month - 1] in ORDINAL_ENDINGS and tokens[month - 2].isdecimal():
        return int(tokens[month - 2])
    behind = tokens[month + 1 : month + 3]
    if len(behind) == 2 and behind[1] in ORDINAL_ENDINGS and behind[0].isdecimal():
        return int(behind[0])
    return None


def _amount(words: str) -> Amount | None:
    tokens = [token.casefold() for token in _TOKEN.findall(words)]
    money = any(_unit(token) in _CURRENCIES.values() for token in tokens)
    numbers: list[float] = []
    open_number = False
    for token in tokens:
        scale = _SCALES.get(token) or _SCALES.get(token.removesuffix("s"))
        if token == "m" and not money:
            scale = None  # metres
        if _NUMBER.fullmatch(token):
            numbers.append(float(token.replace(",", "")))
            open_number = True
        elif token in UNITS or token in TENS:
            value = UNITS.get(token, TENS.get(token, 0))
            if open_number and token in UNITS and numbers[-1] in TENS.values():
                numbers[-1] += value  # "forty-two"
            else:
                numbers.append(float(value))
            open_number = True
        elif scale and open_number:
            numbers[-1] *= scale
        elif scale and token in SCALES:
            numbers.append(float(scale))
            open_number = True
        else:
            open_number = False
    if len(numbers) != 1:
        return None
    return Amount(numbers[0], _unit_of(tokens), _ROUGH.search(words) is not None)


def _unit_of(tokens: Sequence[str]) -> str:
    """What the one number among ``tokens`` is of."""
    units = [unit for unit in map(_unit, tokens) if unit]
    if "%" in units:
        return "%"
    return next((unit for unit in units if unit in _CURRENCIES.values()), units[0] if units else "")


def _unit(token: str) -> str:
    if token in ("%", "percent", "cent"):
        return "%"
    for names in (_CURRENCIES, _MEASURES):
        if found := names.get(token) or names.get(token.removesuffix("s")):
            return found
    return ""
