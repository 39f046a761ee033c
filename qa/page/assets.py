"""The page's style sheet, script and icon, as they lie in this package."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def read_style() -> str:
    """The style sheet of the whole page."""
    return _read("style.css")


def read_behaviour() -> str:
    """The script of the reading view; it expects ``element`` and ``server`` from its host."""
    return _read("behaviour.js")


def find_icon() -> Path | None:
    """Where the icon lies on disk, or None where the package is not unpacked."""
    icon = resources.files("qa.page").joinpath("icon.svg")
    return icon if isinstance(icon, Path) else None


def _read(name: str) -> str:
    return resources.files("qa.page").joinpath(name).read_text(encoding="utf-8")
