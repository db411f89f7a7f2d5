"""Two folders change places in one step, and what was written is on the disk before they do."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

# linux/fcntl.h and linux/fs.h
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# What a kernel or a file system says that does not know the call.
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}


def exchange(new: Path, old: Path, spare: Path) -> None:
    """Folder ``new`` takes the place of folder ``old``, which ends up at ``new`` or at ``spare``.

    One system call where there is one (Linux); elsewhere two renames by way of
    ``spare``, between which there is no ``old`` for a moment.
    """
    if not _exchanged(new, old):
        old.rename(spare)
        new.rename(old)


def _exchanged(new: Path, old: Path) -> bool:
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # TypeError: Windows has no library that is the process itself
        return False
    if call(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNKNOWN:
        return False
    raise OSError(code, os.strerror(code), str(old))


def flush(folder: Path) -> None:
    """Everything written so far below ``folder`` is on the disk when this returns."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(handle) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    except AttributeError:  # not Linux
        os.sync()
    finally:
        os.close(handle)
