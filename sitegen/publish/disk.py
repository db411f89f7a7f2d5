"""Writes a site beside the one that stands, then swaps the two.

Whatever happens before the swap (an error, a full disk, a killed process)
leaves the old site untouched; after it the new one is whole. Pages that did
not change keep their file, and with it their time stamp. Files in the output
folder that sitegen did not write stay where they are.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen.model import OutputFile
from sitegen.problems import ContentErrors, Place, Problem, UsageError, problem
from sitegen.publish.cache import digest
from sitegen.publish.swap import exchange, flush

if sys.platform != "win32":
    import fcntl

MANIFEST = "data/manifest.json"
"""Names every file of the site; an output folder without it is not ours to replace."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to its output folder, the manifest left out."""

    changed: int
    """Files that are new or differ."""
    unchanged: int
    removed: int
    """Files of the old site that the new one does not have."""


def check_output(output: Path, sources: tuple[Path, ...]) -> None:
    """Refuse an output folder whose replacement would cost somebody their work.

    ``sources`` are the folders a build reads. Raises UsageError.
    """
    real = output.resolve()
    elsewhere = "name another folder with --output"
    if real in {Path(real.anchor), Path("~").expanduser().resolve()}:
        raise _refused(output, "the output folder would be all of your files", elsewhere)
    for source in sources:
        inner = source.resolve()
        if real == inner or real in inner.parents or inner in real.parents:
            raise _refused(output, f"the output folder and the source '{source}' lie inside one another", elsewhere)
    if real.exists() and not real.is_dir():
        raise _refused(output, "the output folder is a file", elsewhere)
    if real.is_dir() and any(real.iterdir()) and _manifest(real) is None:
        raise _refused(output, "the output folder has files in it and was not made by sitegen", f"empty it, or {elsewhere}")


def write(files: tuple[OutputFile, ...], output: Path, sources: tuple[Path, ...]) -> Written:
    """Make ``output`` hold exactly these files (and whatever else was there that is not ours).

    Raises UsageError where the folder is not ours to replace or cannot be written.
    """
    target = output.resolve()
    try:
        check_output(output, sources)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.parent):
            aside = target.parent / f".{target.name}.sitegen"
            _recover(aside, target)
            check_output(output, sources)  # once more: another build may have come first, or left its old site aside
            try:
                return _replace(_with_manifest(files), target, aside)
            finally:
                _recover(aside, target)
    except OSError as error:
        where = error.filename or output
        raise _refused(output, f"cannot write '{where}': {error.strerror}", "the old site is as it was") from error


def _replace(files: dict[str, bytes], target: Path, aside: Path) -> Written:
    new, old = aside / "new", aside / "old"
    new.mkdir(parents=True)
    ours = _manifest(target) or frozenset()
    foreign = _foreign(target, ours)
    clash = sorted(foreign & files.keys())
    if clash:
        raise _refused(target, f"'{clash[0]}' is in the output folder, was not made by sitegen and would be lost", "move it away")
    shared = _fill(new, files, target)
    for path in sorted(foreign):
        _keep(target / path, new / path)
    flush(new)
    if target.exists():
        shutil.copymode(target, new)
        exchange(new, target, old)
    else:
        new.rename(target)
    changed = files.keys() - shared - {MANIFEST}
    return Written(len(changed), len(files) - 1 - len(changed), len(ours - files.keys()))


def _with_manifest(files: tuple[OutputFile, ...]) -> dict[str, bytes]:
    """By path, with the manifest. Raises ContentErrors where a path is bad or taken, on some system at least."""
    found: dict[str, bytes] = {}
    folded = {MANIFEST: MANIFEST}
    faults: list[Problem] = []
    for file in files:
        other = folded.get(file.path.casefold())
        if not is_site_path(file.path):
            faults.append(_bad_path(file.path, "this path cannot stand on every system"))
        elif other:
            faults.append(_bad_path(file.path, f"the site already has '{other}' in this place"))
        folded[file.path.casefold()] = file.path
        found[file.path] = file.content
    folders = {folder for path in folded for folder in map(str, PurePosixPath(path).parents)}
    faults += [_bad_path(folded[path], "the site has both a file and a folder in this place") for path in sorted(folded.keys() & folders)]
    if faults:
        raise ContentErrors(faults)
    listed = json.dumps({"generator": "sitegen", "files": sorted([*found, MANIFEST])}, ensure_ascii=False, indent=0)
    return {**found, MANIFEST: f"{listed}\n".encode()}


def _bad_path(path: str, message: str) -> Problem:
    return problem("bad-path", Place(path), message, "change the slug, alias or tag that it comes from")


def fingerprint(files: Iterable[OutputFile]) -> str:
    """One digest of the paths and contents of a site's files."""
    parts = (part for file in sorted(files, key=lambda file: file.path) for part in (file.path.encode(), file.content))
    return digest(*parts).hex()


def standing(output: Path) -> str:
    """The fingerprint of the site that stands in a folder, "" where none does or a file of it is gone."""
    ours = _manifest(output) or frozenset()
    try:
        return fingerprint(OutputFile(path, (output / path).read_bytes()) for path in ours - {MANIFEST}) if ours else ""
    except OSError:
        return ""


def is_site_path(path: str) -> bool:
    """Whether a path stays inside a site on any system: relative, no dot-files, no tricks."""
    parts = path.split("/")
    return all(part and not part.startswith(".") for part in parts) and not set(path) & set('\\\0:*?"<>|') and path.isprintable()


def _manifest(folder: Path) -> frozenset[str] | None:
    """The files that sitegen wrote into a folder, or None where it did not make the folder."""
    try:
        listed = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(listed, dict) or listed.get("generator") != "sitegen" or not isinstance(listed.get("files"), list):
        return None
    return frozenset(str(path) for path in listed["files"])


def _foreign(target: Path, ours: frozenset[str]) -> frozenset[str]:
    """Files (and links) below the target that are not ours."""
    found: list[str] = []
    for folder, folders, names in os.walk(target):
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]  # noqa: PTH114, PTH118 -- hot: every file of a site
        below = os.path.relpath(folder, target)
        found += (name if below == "." else f"{below}/{name}".replace(os.sep, "/") for name in [*names, *links])
    return frozenset(found) - ours


def _fill(new: Path, files: dict[str, bytes], old: Path) -> set[str]:
    """Write the files below ``new``; those that ``old`` has with the same bytes are shared, and given back."""
    for folder in sorted({os.path.dirname(path) for path in files}):  # noqa: PTH120 -- hot
        os.makedirs(new / folder, exist_ok=True)  # noqa: PTH103 -- as above
    return {path for path, content in files.items() if _write_or_share(f"{new}/{path}", f"{old}/{path}", content)}


def _write_or_share(path: str, old: str, content: bytes) -> bool:
    if _same(old, content):
        try:
            os.link(old, path, follow_symlinks=False)
        except OSError:  # a file system without hard links
            pass
        else:
            return True
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    return False


def _same(path: str, content: bytes) -> bool:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    with os.fdopen(handle, "rb") as file:
        return os.fstat(handle).st_size == len(content) and file.read() == content


def _keep(old: Path, new: Path) -> None:
    """A file that is not ours has a second name in the new site before the old one goes."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new, follow_symlinks=False)


def _recover(aside: Path, target: Path) -> None:
    """Clear away what a build leaves; put the old site back where it was moved and nothing took its place."""
    if not target.exists() and (aside / "old").is_dir():
        (aside / "old").rename(target)
    shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One build at a time writes into a folder; the next waits. The lock goes with its process."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _refused(output: Path, message: str, hint: str) -> UsageError:
    fault: Problem = problem("bad-output", Place(str(output)), message, hint)
    return UsageError([fault])
