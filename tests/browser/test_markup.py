"""The Nu HTML checker finds nothing to object to in any page, style sheet or picture."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from .kinds import pages as pages_of

pytestmark = pytest.mark.browser

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Properties of published specifications that the checker's own list lacks.
NOT_KNOWN_TO_IT = ("paint-order", "scroll-initial-target")  # SVG 2, 13.8; CSS Scroll Snap 2


def test_nu_html_checker(public: Path, address: str) -> None:
    """One run over every page, style sheet and picture, as they are served: no error and no warning."""
    pages = [address + page for page in pages_of(public)]
    assets = sorted(str(file) for file in public.rglob("*") if file.suffix in {".css", ".svg"})
    command = [
        "java",
        "-Xss8m",
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",
        "-jar",
        str(JAR),
        "--format",
        "json",
        "--also-check-css",
        "--also-check-svg",
    ]
    done = subprocess.run([*command, *pages, *assets], capture_output=True, text=True, timeout=280, check=False)
    found = [
        f"{message.get('url', '').removeprefix(address)}:{message.get('lastLine', '')}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
        if not any(f"Property “{name}” doesn't exist" in message["message"] for name in NOT_KNOWN_TO_IT)
    ]
    assert not found, "\n".join(found)
    assert pages
    assert assets
