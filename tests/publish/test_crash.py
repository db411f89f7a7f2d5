"""A build that is killed, and a reader who looks while the site is swapped: they find one whole site."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.model import OutputFile
from sitegen.publish import write

PAGES = 60
KILLS = 12
# Writes one site, then the other, and so on until it is killed; says so before each.
WRITER = """
import sys
from pathlib import Path
from tests.publish.test_crash import edition
from sitegen.publish import write
for number in range(10_000):
    print(number, flush=True)
    write(edition(number), Path(sys.argv[1]), ())
"""


def edition(number: int) -> tuple[OutputFile, ...]:
    """A site whose every page names its edition; odd ones have a page more."""
    text = f"edition {number} ".encode() * 500
    return tuple(OutputFile(f"pages/{page}/index.html", text) for page in range(PAGES + number % 2))


def standing(public: Path) -> list[str]:
    """What is wrong with the site that stands: nothing, if every page is there, whole and of one edition."""
    pages = sorted(public.glob("pages/*/index.html"))
    editions = {page.read_bytes() for page in pages}
    faults = [] if len(editions) == 1 else [f"{len(editions)} editions"]
    number = int(next(iter(editions)).split()[1])
    return (
        faults
        + ([] if len(pages) == PAGES + number % 2 else [f"{len(pages)} pages"])
        + ([] if (edition(number)[0].content in editions) else ["torn"])
    )


def test_a_killed_build_leaves_one_whole_site(tmp_path: Path) -> None:
    """Killed without warning at any moment; and the next build goes on as if nothing had been."""
    public = tmp_path / "public"
    write(edition(0), public, ())
    chance = random.Random(9)  # noqa: S311 -- a moment, not a secret
    root = Path(__file__).parents[2]
    for _ in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(public)], cwd=root, stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.12))
            writer.kill()
        assert standing(public) == []
    write(edition(1), public, ())
    assert standing(public) == []
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[list[str]]:
    """Reads the front of the site over and over; gives what it missed."""
    page, missed, stop = tmp_path / "public/pages/0/index.html", list[str](), threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                text = page.read_bytes()
            except OSError as error:
                missed.append(str(error))
            else:
                if len(set(text.split())) != 2:
                    missed.append(f"{len(text)} bytes")

    write(edition(10), tmp_path / "public", ())
    thread = threading.Thread(target=read)
    thread.start()
    yield missed
    stop.set()
    thread.join()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere two renames are needed, with a moment between them")
def test_a_reader_never_finds_the_site_gone(tmp_path: Path, reader: list[str]) -> None:
    """Not for a moment, and never half a page."""
    for number in range(10, 40):
        write(edition(number), tmp_path / "public", ())
    assert reader == []


def test_builds_wait_for_one_another(tmp_path: Path) -> None:
    """Whatever several builds do at once, one whole site stands in the end."""
    threads = [threading.Thread(target=write, args=(edition(number), tmp_path / "public", ())) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert standing(tmp_path / "public") == []
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
