"""The wheel holds all that a site needs: themes, languages, samples."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, check=True, capture_output=True, text=True, timeout=60)
    with zipfile.ZipFile(folder / built.stdout.split()[-1]) as wheel:
        wheel.extractall(folder / "site-packages")
    return folder / "site-packages"


def test_a_new_site_builds_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """With the packaged theme, byte for byte as from the checkout."""

    def run(*arguments: str, package: Path) -> None:
        environment = os.environ | {"PYTHONPATH": str(package)}
        subprocess.run([sys.executable, "-m", "sitegen", *arguments], cwd=tmp_path, env=environment, check=True, timeout=60)

    run("init", "desk", package=installed)
    run("build", "desk", "-o", "wheel", "-q", package=installed)
    run("build", "desk", "-o", "checkout", "-q", package=ROOT)
    wheel, checkout = (
        {path.relative_to(tmp_path / name): path for path in (tmp_path / name).rglob("*.*")} for name in ("wheel", "checkout")
    )
    assert len(wheel) > 50
    assert {str(path): file.read_bytes() for path, file in wheel.items()} == {
        str(path): file.read_bytes() for path, file in checkout.items()
    }
