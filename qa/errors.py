"""What can go wrong from a question to its answer and around it, each told in one sentence.

    BriefingError                 (corpus.errors)
    ├── UsageError                the command was called in a way that it does not have
    ├── AddressError              the page cannot be served where it was asked for
    ├── ProblemError              the doctor found what answering would stumble over
    ├── BatchError                a file of questions, or a line of it, cannot be read
    ├── OutputError               a result cannot be written
    │   └── OutputFolderError     … into the folder that was asked for
    └── AskError                  a question cannot be put as it was put
        ├── QuestionTooLongError
        ├── UnknownOutletError
        ├── UnknownArticleError
        ├── ReaderFolderError
        └── ReaderMissingError
"""

from __future__ import annotations

from corpus.errors import BriefingError


class UsageError(BriefingError):
    """The command was called in a way that it does not have."""


class AddressError(BriefingError):
    """The page cannot be served where it was asked for."""


class ProblemError(BriefingError):
    """A check of the doctor found something that answering would stumble over."""


class BatchError(BriefingError):
    """A file of questions, or one line of it, is not what a batch holds."""


class OutputError(BriefingError):
    """A result cannot be written where it should go."""


class OutputFolderError(OutputError):
    """The folder that was named for results cannot be made or written."""


class AskError(BriefingError):
    """A question cannot be put as it was put."""


class QuestionTooLongError(AskError):
    """A question is longer than any question needs to be."""


class UnknownOutletError(AskError):
    """A filter names an outlet that no article of the library credits."""


class UnknownArticleError(AskError):
    """A filter names an article that the library has not."""


class ReaderFolderError(AskError):
    """The folder that was named for a reader holds none."""


class ReaderMissingError(AskError):
    """The reader's weights are not where they should be, or not what they should be."""
