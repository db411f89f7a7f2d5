"""The Nu HTML checker finds nothing to object to in any page, style sheet or picture."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_nu_html_checker(public: Path) -> None:
    """One run over every file: no error and no warning."""
    command = ["java", "-Xss8m", "-jar", str(JAR), "--format", "json", "--also-check-css", "--also-check-svg", str(public)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    found = [
        f"{Path(message['url'].removeprefix('file:')).relative_to(public)}:{message.get('lastLine', '')}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
    ]
    assert found == []
    assert list(public.rglob("*.html")), "the checker was given pages"
