"""Writing a site: whole or not at all, and nobody else's files are touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.model import OutputFile
from sitegen.problems import ContentErrors, UsageError
from sitegen.publish import Written, swap, write
from sitegen.publish.disk import MANIFEST

OLD = (OutputFile("index.html", b"old home"), OutputFile("days/a/index.html", b"day"), OutputFile("gone.html", b"gone"))
NEW = (OutputFile("index.html", b"new home"), OutputFile("days/a/index.html", b"day"), OutputFile("days/b/index.html", b"b"))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, the manifest left out."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file() or path.is_symlink()}
    return {name: path.read_bytes() for name, path in files.items() if name != MANIFEST}


def beside(folder: Path) -> list[str]:
    """What lies in the folder above."""
    return [path.name for path in folder.parent.iterdir()]


def as_tree(files: tuple[OutputFile, ...]) -> dict[str, bytes]:
    """Files as `tree` shows them."""
    return {file.path: file.content for file in files}


@pytest.fixture(params=["exchange", "two renames"])
def public(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output folder that holds OLD, on systems with and without the one call."""
    if request.param == "two renames":
        monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    folder = tmp_path / "public"
    write(OLD, folder, ())
    return folder


def test_the_output_is_exactly_the_new_site(public: Path) -> None:
    """Files of the old site that the new one does not have are gone, and nothing is left beside the folder."""
    assert write(NEW, public, ()) == Written(changed=2, unchanged=1, removed=1)
    assert tree(public) == as_tree(NEW)
    assert beside(public) == ["public"]


def test_an_unchanged_page_keeps_its_time_stamp(public: Path) -> None:
    """So that copying tools and caches see which pages changed."""
    page = public / "days/a/index.html"
    os.utime(page, (1, 1))
    write(NEW, public, ())
    assert page.stat().st_mtime == 1


def test_an_edited_page_is_written_anew(public: Path) -> None:
    """What stands in the folder counts, not what the manifest says should."""
    (public / "days/a/index.html").write_bytes(b"DAY")
    write(NEW, public, ())
    assert tree(public) == as_tree(NEW)


def test_files_of_others_stay(public: Path) -> None:
    """A repository, a CNAME or a link that somebody put into the folder survives."""
    (public / ".git/objects").mkdir(parents=True)
    (public / ".git/objects/x").write_bytes(b"object")
    (public / "days/note.txt").write_bytes(b"note")
    (public / "link").symlink_to("days/note.txt")
    write(NEW, public, ())
    write(OLD, public, ())
    others = {".git/objects/x": b"object", "days/note.txt": b"note", "link": b"note"}
    assert tree(public) == as_tree(OLD) | others
    assert (public / "link").is_symlink()


def test_a_file_of_others_in_the_way_stops_the_build(public: Path) -> None:
    """It is named, and neither it nor the site is lost."""
    (public / "days/b").mkdir()
    (public / "days/b/index.html").write_bytes(b"mine")
    with pytest.raises(UsageError, match=r"days/b/index\.html"):
        write(NEW, public, ())
    assert tree(public) == as_tree(OLD) | {"days/b/index.html": b"mine"}


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    """A full folder without our manifest may be anybody's."""
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="was not made by sitegen"):
        write(NEW, tmp_path, ())
    assert tree(tmp_path) == {"thesis.txt": b"years of work"}


@pytest.mark.parametrize("output", ["content", "content/deep", ".", "..", "/", "~"])
def test_an_output_folder_that_holds_the_source_is_refused(output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The source itself, a folder in it or around it, the root and home are nobody's output."""
    content = tmp_path / "site/content"
    content.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "site")
    with pytest.raises(UsageError, match="output folder"):
        write(NEW, Path(output).expanduser(), (content,))
    assert list(tmp_path.rglob("*")) == [tmp_path / "site", content]


def test_a_source_reached_through_a_link_is_still_the_source(tmp_path: Path) -> None:
    """The check looks at where a path leads, not at how it is spelt."""
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "out").symlink_to(content)
    with pytest.raises(UsageError, match="inside one another"):
        write(NEW, tmp_path / "out", (content,))


def test_a_file_is_no_output_folder(tmp_path: Path) -> None:
    """It is refused and stays."""
    (tmp_path / "out").write_text("text")
    with pytest.raises(UsageError, match="is a file"):
        write(NEW, tmp_path / "out", ())
    assert tree(tmp_path) == {"out": b"text"}


@pytest.mark.parametrize(
    "path",
    [
        "../up.html",
        "/root.html",
        "a//b",
        "",
        ".hidden",
        "a/.hidden/b",
        "a\\b",
        "con\0",
        "a\nb",
        "what?.html",
        "INDEX.html",
        "index.html/x",
        MANIFEST,
        f"{MANIFEST}/x",
    ],
)
def test_a_path_that_not_every_system_can_hold_is_an_error(path: str, public: Path) -> None:
    """Also one that differs from another by case alone; the old site stays."""
    with pytest.raises(ContentErrors) as raised:
        write((*NEW, OutputFile(path, b"")), public, ())
    assert [problem.code for problem in raised.value.problems] == ["bad-path"]
    assert tree(public) == as_tree(OLD)


CALLS = ("open", "link", "mkdir", "rename", "replace", "fdopen", "write", "fsync", "scandir", "listdir")


def _fail_at(monkeypatch: pytest.MonkeyPatch, turn: int) -> Callable[[], bool]:
    """Let the nth of all calls into the system fail as on a full disk; says whether it came to that."""
    count = 0

    def broken(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*args: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count == turn:
                raise OSError(28, "No space left on device", "somewhere")
            return real(*args, **options)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, broken(name))
    return lambda: count >= turn


def _error_of(files: tuple[OutputFile, ...], folder: Path) -> str | None:
    try:
        write(files, folder, ())
    except UsageError as error:
        return str(error)
    return None


def test_whatever_call_fails_the_site_is_old_or_new_and_whole(public: Path) -> None:
    """The first call into the system fails, then the second, and so on until none is left to fail."""
    reached, turn = True, 0
    while reached:
        turn += 1
        with pytest.MonkeyPatch.context() as patch:
            came_to_it = _fail_at(patch, turn)
            error = _error_of(NEW, public)
            reached = came_to_it()
        assert error is None or "No space left on device" in error
        assert tree(public) in (as_tree(OLD), as_tree(NEW)), f"call {turn}"
        write(OLD, public, ())
        assert beside(public) == ["public"], f"call {turn}"
    assert turn > 15


def test_what_a_killed_build_left_is_cleared_away(public: Path) -> None:
    """Half a new site beside the old one is no hindrance."""
    half = public.parent / ".public.sitegen/new"
    half.mkdir(parents=True)
    (half / "index.html").write_bytes(b"new h")
    write(NEW, public, ())
    assert tree(public) == as_tree(NEW)
    assert beside(public) == ["public"]


def test_an_old_site_that_a_killed_build_moved_away_comes_back(public: Path) -> None:
    """Where two renames are needed, a build may die between them; the next one, even if it fails, brings the site back."""
    aside = public.parent / ".public.sitegen"
    aside.mkdir()
    shutil.move(public, aside / "old")
    with pytest.raises(ContentErrors):
        write((OutputFile("../bad", b""),), public, ())
    assert tree(public) == as_tree(OLD)
