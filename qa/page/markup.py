"""The one place in which text becomes HTML: escaped, and code point for code point."""

from __future__ import annotations

import html

# Within innerHTML a parser drops or replaces these, which would shift every
# offset behind them: U+0000 and lone surrogates are shown as the replacement
# character, one code point for one, and a carriage return goes in by number.
_UNSHOWABLE = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def escape_text(text: str) -> str:
    """``text`` as HTML that shows it and cannot do anything, in elements and in attributes.

    A browser's text content of the result has exactly as many code points as ``text``.
    """
    return html.escape(text.translate(_UNSHOWABLE), quote=True).replace("\r", "&#13;")


def read_web_address(address: str | None) -> str | None:
    """``address`` where it is an http or https address, else None: no script behind a link."""
    if address is None or not address.lower().startswith(("http://", "https://")):
        return None
    return address
