"""Python files as people keep them: encodings, byte order marks, and writing without a trace."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import stat
import tempfile
import tokenize
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 5_000_000
"""Files above this are generated or data; they are reported and skipped."""


class FileError(Exception):
    """Why a file was left alone, in words that follow its path."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file as it was read: its bytes and how they are spelled."""

    path: Path
    data: bytes
    text: str
    """Decoded, without the byte order mark; line endings as they are."""
    encoding: str
    bom: bool

    def encoded(self, text: str) -> bytes:
        """Another text in the spelling of this file.

        Raises:
            FileError: the encoding cannot say it, or this file is not what it decodes to.
        """
        if self._bytes(self.text) != self.data:
            raise FileError(f"its {self.encoding} bytes would change beyond the edits")
        try:
            return self._bytes(text)
        except UnicodeEncodeError as error:
            raise FileError(f"{self.encoding} cannot encode the result: {error}") from None

    def _bytes(self, text: str) -> bytes:
        return (codecs.BOM_UTF8 if self.bom else b"") + text.encode(self.encoding)


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The content of a regular file of a sensible size.

    Raises:
        FileError: it cannot be read, or is too large.
    """
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise FileError("not a regular file")
        if info.st_size > limit:
            raise FileError(f"larger than {limit // 1_000_000} MB, skipped")
        return path.read_bytes()
    except OSError as error:
        raise FileError(error.strerror or str(error)) from None


def decode(path: Path, data: bytes) -> TextFile:
    """A Python file's text by its byte order mark and coding line (PEP 263).

    Raises:
        FileError: the coding line or the bytes make no sense.
    """
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        encoding = "utf-8" if encoding == "utf-8-sig" else encoding
        return TextFile(path, data, body.decode(encoding), encoding, bom)
    except SyntaxError as error:
        raise FileError(f"cannot be decoded: {error.msg}") from None
    except (UnicodeDecodeError, LookupError) as error:
        raise FileError(f"cannot be decoded: {error}") from None


def replace(file: TextFile, data: bytes) -> None:
    """Put new bytes in the place of a file at once: either all of them are there, or the old ones.

    Raises:
        FileError: the file is not any more what was read, or cannot be written.
    """
    path = file.path.resolve()  # a link stays a link
    try:
        mode = path.stat().st_mode
        if not os.access(path, os.W_OK):
            raise FileError("not writable, left alone")
        written = _write_beside(path, data, stat.S_IMODE(mode))
        try:
            if path.read_bytes() != file.data:
                raise FileError("changed meanwhile, left alone")
            written.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                written.unlink()
            raise
    except OSError as error:
        raise FileError(f"cannot be written: {error.strerror or error}") from None


def _write_beside(path: Path, data: bytes, mode: int) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        written.chmod(mode)
        _keep_owner(path, written)
    except BaseException:
        with contextlib.suppress(OSError):
            written.unlink()
        raise
    return written


def _keep_owner(path: Path, written: Path) -> None:
    if not hasattr(os, "chown"):
        return
    old, new = path.stat(), written.stat()
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        with contextlib.suppress(OSError):
            os.chown(written, old.st_uid, old.st_gid)
            written.chmod(stat.S_IMODE(old.st_mode))
