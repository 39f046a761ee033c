"""What can go wrong in this room.

    BriefingIndexError
    ├── EmbedderError               no vectors can be had
    │   ├── ModelMissingError       the model's package or folder is not there
    │   ├── ModelMismatchError      its weights are not the ones expected
    │   ├── ModelDamagedError       its compiled form in the cache is cut short or changed
    │   └── ModelCompileError       its compiled form cannot be made or deviates
    └── IndexFolderError            an index folder cannot be used as it stands
        ├── IndexMissingError       there is no index in it
        ├── IndexAccessError        the system refuses to read or to write it
        ├── IndexFormatError        another version of this program wrote it
        ├── IndexMismatchError      it was built from another model or corpus
        └── IndexDamagedError       a file is missing, cut short or changed

A call with arguments that no caller should pass raises ``ValueError``.
"""

from __future__ import annotations

from corpus.errors import BriefingError


class BriefingIndexError(BriefingError):
    """Base of every error that this room raises on its own account."""


class EmbedderError(BriefingIndexError):
    """No vectors can be had."""


class ModelMissingError(EmbedderError):
    """The model's package or folder is not there."""


class ModelMismatchError(EmbedderError):
    """The model's weights are not the ones expected."""


class ModelDamagedError(EmbedderError):
    """The compiled form of a model in the cache is missing a file, cut short or changed."""


class ModelCompileError(EmbedderError):
    """The compiled form of a model cannot be made, or deviates from the original."""


class IndexFolderError(BriefingIndexError):
    """An index folder cannot be used as it stands; build it again."""


class IndexMissingError(IndexFolderError):
    """There is no index in the folder."""


class IndexAccessError(IndexFolderError):
    """The system refuses to read or to write the folder."""


class IndexFormatError(IndexFolderError):
    """Another version of this program wrote the folder."""


class IndexMismatchError(IndexFolderError):
    """The index was built from another model or another corpus."""


class IndexDamagedError(IndexFolderError):
    """A file of the index is missing, cut short or changed."""
