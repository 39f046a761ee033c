"""Everything that this project raises on purpose, drawn as a tree.

    BriefingError                    base of the whole project; the other rooms add theirs
    ├── FileReaderError              no process can be started that parses files
    └── CorpusError                  what can go wrong with articles and their folder
        ├── ArticleNotFoundError     no file, or no article with that id
        ├── UnsupportedFormatError   a suffix that no loader reads
        ├── UnreadableFileError      no permission, binary, undecodable or too large
        ├── EmptyArticleError        nothing but white space
        ├── InvalidArticleIdError    an id that cannot name an article
        ├── LibraryFolderError       the library's folder is missing or refuses a write
        └── DamagedArticleError      a stored article that is not what was stored

A message is one sentence without a line break: what was wrong and what to do.
An error of the operating system or of a library below is never let through
bare; it is the ``__cause__``.
"""

from __future__ import annotations


class BriefingError(Exception):
    """Base of every error that this project raises on purpose; ``str()`` is one sentence."""


class FileReaderError(BriefingError):
    """The process that parses files cannot be started, so that none of them can be read."""


class CorpusError(BriefingError):
    """An article, or the folder that holds articles, cannot be used."""


class ArticleNotFoundError(CorpusError):
    """There is no such file, or the library holds no article with that id."""


class UnsupportedFormatError(CorpusError):
    """The file's suffix is not one that a loader reads."""


class UnreadableFileError(CorpusError):
    """The file is there but is not readable text: no permission, binary or too large."""


class EmptyArticleError(CorpusError):
    """The text holds nothing but white space."""


class InvalidArticleIdError(CorpusError):
    """The words given cannot serve as an article id."""


class LibraryFolderError(CorpusError):
    """The library's folder is missing, is no folder, or cannot be written."""


class DamagedArticleError(CorpusError):
    """A stored article cannot be trusted: fields missing, or another checksum.

    ``article_id`` is what it is stored under.
    """

    def __init__(self, message: str, *, article_id: str) -> None:
        super().__init__(message)
        self.article_id = article_id
