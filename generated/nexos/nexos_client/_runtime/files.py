"""What may be given where a document asks for a file; types only."""

from __future__ import annotations

import os
from typing import IO, TypeAlias

FileContent: TypeAlias = bytes | IO[bytes] | os.PathLike[str]
"""The content itself, an open binary file, or a path; an open file stays the caller's to close."""

FileInput: TypeAlias = FileContent | tuple[str | None, FileContent] | tuple[str | None, FileContent, str]
"""Content alone, or file name and content, or file name, content and media type."""
