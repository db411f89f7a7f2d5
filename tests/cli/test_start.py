"""What a new site says of the program that made it."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from sitegen import cli
from sitegen.cli import start

ORIGINS = {
    "a repository": (
        {"url": "https://git.example/desk/sitegen", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}},
        "sitegen @ git+https://git.example/desk/sitegen@c0ffee",
    ),
    "an archive": ({"url": "https://files.example/sitegen.whl", "archive_info": {}}, "sitegen @ https://files.example/sitegen.whl"),
    "an index": (None, "sitegen==1.2.3"),
    "a folder of this machine": (
        {"url": "file:///srv/sitegen", "dir_info": {}},
        "# sitegen @ git+https://github.com/OWNER/sitegen@COMMIT",
    ),
}


@pytest.mark.parametrize(("origin", "line"), ORIGINS.values(), ids=ORIGINS)
def test_a_new_site_asks_for_the_program_that_made_it(
    origin: object, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From where that was installed; where only this machine has it, the owner is asked to say."""
    installed = SimpleNamespace(version="1.2.3", read_text=lambda _: json.dumps(origin) if origin else None)
    monkeypatch.setattr(start, "distribution", lambda _: installed)
    assert cli.run(["init", str(tmp_path / "desk")]) == 0
    assert (tmp_path / "desk/requirements.txt").read_text().splitlines()[-1] == line
    assert ("say in" in capsys.readouterr().out) == line.startswith("#")
