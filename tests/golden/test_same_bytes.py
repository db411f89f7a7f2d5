"""The same input gives the same bytes, whichever way the site is built."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen import facts, pipeline
from sitegen.publish import Cache

ROOT = Path(__file__).parents[2]


def made(site: Path, *, jobs: int = 1, clean: bool = False) -> dict[str, bytes]:
    """Every file of the site by path."""
    with Cache(site, clean=clean) as cache:
        files = pipeline.make(pipeline.read_inputs(site), pipeline.Options(jobs=jobs), cache).files
    return {file.path: file.content for file in files}


def assert_same(found: dict[str, bytes], expected: dict[str, bytes]) -> None:
    """Says which files differ, not how: they are large."""
    different = [path for path in expected if found.get(path) != expected[path]]
    assert not different
    assert found.keys() == expected.keys()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The demonstration, built cold in one process."""
    return made(demonstration(tmp_path_factory.mktemp("cold")))


def demonstration(folder: Path) -> Path:
    """A copy of the demonstration's articles and settings."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "sitegen.yaml", folder)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A fresh copy of the demonstration."""
    return demonstration(tmp_path)


def test_a_parallel_and_a_warm_build_are_a_cold_build(site: Path, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """However many processes share the articles; and what was remembered is what would have been worked out."""
    monkeypatch.setattr(facts, "_WORTH_A_POOL", 1)
    monkeypatch.setattr(facts, "_CHUNK", 3)
    assert_same(made(site, jobs=3), expected)
    assert_same(made(site), expected)


class _Entries(list[os.DirEntry[str]]):
    """A folder's entries as `os.scandir` gives them: to be looped over, and to be closed."""

    def __enter__(self) -> Iterator[os.DirEntry[str]]:
        return iter(self)

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""


def test_the_order_of_the_files_does_not_matter(site: Path, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does their age: a folder's entries come in any order that a file system likes."""
    shuffle = random.Random(4).shuffle  # noqa: S311 -- an order, not a secret
    scandir = os.scandir

    def shuffled(folder: Path) -> _Entries:
        with scandir(folder) as found:
            entries = list(found)
        shuffle(entries)
        return _Entries(entries)

    for age, path in enumerate(sorted(site.rglob("*.md"), reverse=True)):
        os.utime(path, (age, age))
    monkeypatch.setattr(os, "scandir", shuffled)
    assert_same(made(site), expected)


def test_nothing_around_the_build_matters(site: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    """Time zone, locale, day, hash seed and the current folder are no part of the input."""
    around = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "7900000000"}
    environment = os.environ | around
    command = [sys.executable, "-m", "sitegen", "build", str(site), "--future", "-q", "-o", str(tmp_path / "out")]
    subprocess.run(command, check=True, env=environment, cwd="/", timeout=120)
    written = {path.relative_to(tmp_path / "out").as_posix(): path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    del written["data/manifest.json"]
    assert_same(written, expected)


@pytest.mark.parametrize("seed", range(2))
def test_a_build_after_any_edits_is_a_clean_build(tmp_path: Path, seed: int) -> None:
    """Articles come, change, go and come back: what was remembered never shows."""
    chance = random.Random(seed)  # noqa: S311 -- an order, not a secret
    content = tmp_path / "content"
    content.mkdir()
    for _ in range(3):
        for _ in range(chance.randint(1, 3)):
            _edit(content, chance)
        assert_same(made(tmp_path), made(tmp_path, clean=True))


def _edit(content: Path, chance: random.Random) -> None:
    """Write, rewrite, retitle or delete one of a few articles; one always stays."""
    path = content / f"{chance.choice('abcd')}.md"
    if path.exists() and len(list(content.iterdir())) > 1 and chance.random() < 0.3:
        path.unlink()
        return
    day = chance.randint(10, 14)
    verb = chance.choice(["opened", "closed", "will open", "will close"])
    when = chance.choice(["on Tuesday", "on Friday", "yesterday", "tomorrow", "on 12 March"])
    path.write_text(
        f"---\ntitle: Bridge {verb}\ndate: 2025-03-{day}\nsource: {path.stem}\n---\n\nThe harbour bridge in Varn {verb} {when}.\n"
    )
