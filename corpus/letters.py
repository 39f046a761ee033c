"""What a capital letter is, for patterns: Python's ``re`` has no class of them."""

from __future__ import annotations

from collections.abc import Callable

# Above stand no letters of two cases that names in news are written with: below are Latin with
# its accents (Vietnamese as well), Greek, Cyrillic, Armenian and Georgian.
_END = 0x2C00


def _ranges_of(belongs: Callable[[str], bool]) -> str:
    """The characters that ``belongs`` takes, as ranges for the inside of a class."""
    runs: list[list[str]] = []
    for char in filter(belongs, map(chr, range(_END))):
        if runs and ord(char) == ord(runs[-1][1]) + 1:
            runs[-1][1] = char
        else:
            runs.append([char, char])
    # A pattern that holds "x-x" for "x" takes longer to compile.
    return "".join(first if first == last else f"{first}-{last}" for first, last in runs)


def _is_no_capital(char: str) -> bool:
    """Whether ``char`` is of words, but a small letter, or a number such as "½"."""
    return char.islower() or (char.isalnum() and not char.isalpha())


# A letter that can open a name: a capital, or one of a script that has none ("人民日报").
CAPITAL = rf"[^\W\d_{_ranges_of(_is_no_capital)}]"
SMALL = f"[{_ranges_of(str.islower)}]"


def small_letters(text: str) -> str:
    """``text`` in small letters, each where it was: a letter whose small one is longer stays.

    A pattern that ignores case takes thrice as long as one that reads this.
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
