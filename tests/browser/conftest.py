"""One built site, one server and one browser for all tests of this folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from .chrome import chromium
from .kinds import pages_of_each_kind
from .server import prefix_of, serving

ROOT = Path(__file__).parents[2]


def _built(folder: Path, *options: str) -> Path:
    """The demonstration site as it is on a machine that never built it before."""
    if "PUBLIC" in os.environ:
        return Path(os.environ["PUBLIC"]).resolve()
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "sitegen.yaml", folder)
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "build", str(folder), *options], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / "public"


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site, built for an address of its own; PUBLIC in the environment names another built site to look at."""
    return _built(tmp_path_factory.mktemp("public"), "--base-url", "https://news.example/desk/")


@pytest.fixture(scope="session")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site, built to stand anywhere."""
    return _built(tmp_path_factory.mktemp("portable"))


@pytest.fixture(scope="session")
def kinds(public: Path) -> dict[str, str]:
    """For each kind of page the heaviest one."""
    return pages_of_each_kind(public)


@pytest.fixture(scope="session")
def address(public: Path) -> Iterator[str]:
    """Where the site is served, below the path that it was built for."""
    with serving(public, prefix_of(public)) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    """A browser with scripts on."""
    with chromium() as driver:
        yield driver


@pytest.fixture(scope="session")
def plain_browser() -> Iterator[webdriver.Chrome]:
    """A browser with scripts switched off."""
    with chromium(script=False) as driver:
        yield driver
