"""What a test of the index store looks at, or changes, in a saved index's folder."""

from __future__ import annotations

import json
from pathlib import Path


def generation_of(folder: Path) -> Path:
    """The one generation that ``folder`` holds."""
    [generation] = folder.glob("gen-*")
    return generation


def edit_manifest(folder: Path, **fields: object) -> None:
    """Set ``fields`` of the manifest; the others stay."""
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))
