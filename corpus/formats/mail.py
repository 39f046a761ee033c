"""EML, by the standard library: a mail's own text, when it was sent, and by which outlet."""

from __future__ import annotations

import email
import email.policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from corpus.errors import EmptyArticleError, UnreadableFileError
from corpus.formats.document import Document, on_one_line, readable, without_controls
from corpus.formats.senders import outlet_of_sender
from corpus.formats.web_page import text_of_fragment


def read_mail(data: bytes, *, name: str) -> Document:
    """The text of a mail: its plain part, else what its HTML part says.

    The sender is its publisher where that is an outlet; a person publishes nothing.

    Raises:
        EmptyArticleError: if it holds no text.
        UnreadableFileError: if it is no mail.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)  # which the policy promises
        if not message.keys():
            raise UnreadableFileError("it has no header of a mail; save the mail itself as .eml")
        text = _text(message)
        subject, sender = message["subject"], parseaddr(str(message["from"] or ""))
        attached = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
        published = _date(message)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, KeyError,
            IndexError, RecursionError) as error:  # fmt: skip
        # The parser of headers raises what it stumbles over.
        raise UnreadableFileError(f"it is a damaged mail ({str(error)[:120]})") from error
    if not text.strip():
        raise EmptyArticleError("the mail holds no text of its own; save what is attached to it")
    return Document(
        name=name,
        title=on_one_line(str(subject or "")) or readable(name),
        text=text,
        publisher=outlet_of_sender(*sender),
        published=published,
        notes=(f"{attached} files attached to it were not read",) if attached else (),
    )


def _text(message: EmailMessage) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    content = body.get_content()
    if not isinstance(content, str):
        return ""
    if body.get_content_type() == "text/html":
        return text_of_fragment(content)
    return without_controls(content.replace("\r\n", "\n").replace("\r", "\n"))


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["date"])).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
