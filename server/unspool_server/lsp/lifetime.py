"""The server ends with its client; one that was left behind helps nobody.

The end of stdin is noticed by whoever reads it. This module notices the death of the client's
process, for the case that something else still holds the other end of the pipe.
"""

from __future__ import annotations

import logging
import os
import select
import sys
import threading
import time

POLL = 1.0
"""Seconds between two looks, where the system cannot tell by itself."""

_log = logging.getLogger(__name__)
_watched: set[int] = set()


def end_with(process: int) -> None:
    """Leave as soon as a process has ended.

    One that cannot be seen to begin with is not waited for: the client may live on another machine,
    or outside of this container, and its number says nothing here. Asking twice changes nothing.
    """
    if process in _watched:
        return
    _watched.add(process)
    if process > 0 and _exists(process):
        threading.Thread(target=_watch, args=(process,), name="unspool-client", daemon=True).start()
    else:
        _log.warning("the client's process %s is not visible, its end will not be noticed", process)


def _watch(process: int) -> None:
    _wait(process)
    _log.warning("the client's process %s has ended", process)
    os._exit(1)  # stdin is still open, so its reader would never let the interpreter finish


if sys.platform == "win32":  # there, os.kill(process, 0) would end the process
    import ctypes

    _SYNCHRONIZE = 0x00100000
    _FOR_EVER = 0xFFFFFFFF

    def _exists(process: int) -> bool:
        handle = ctypes.windll.kernel32.OpenProcess(_SYNCHRONIZE, False, process)
        ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)

    def _wait(process: int) -> None:
        handle = ctypes.windll.kernel32.OpenProcess(_SYNCHRONIZE, False, process)
        ctypes.windll.kernel32.WaitForSingleObject(handle, _FOR_EVER)

else:

    def _exists(process: int) -> bool:
        try:
            os.kill(process, 0)
        except PermissionError:
            return True  # somebody else's, but there
        except OSError:
            return False
        return True

    def _wait(process: int) -> None:
        if sys.platform == "linux":
            try:
                select.select([os.pidfd_open(process)], [], [])
                return
            except OSError:
                pass  # an old kernel, or a sandbox
        while _exists(process):
            time.sleep(POLL)
