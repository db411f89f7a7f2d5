"""The documentation is true: its commands are run, its tables compared with the program."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from sitegen import cli, config
from sitegen.articles import front_matter

from .sites.case import masked

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+|[a-z]+")
WIDTH = 100


def section(name: str) -> str:
    """The text below one heading of the README."""
    found = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found, f"README has no section '{name}'"
    return found[1]


def first_column(text: str) -> list[str]:
    """The words in code in the first column of a section's table."""
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def reference() -> str:
    """The help of every command."""
    return "\n".join(f"\n```text\n{help_of(name)}\n```\n" for name in cli.COMMANDS) + "\n"


def help_of(name: str) -> str:
    """What `sitegen NAME --help` says."""
    above = click.Context(cli.sitegen, info_name="sitegen", terminal_width=WIDTH, **cli.sitegen.context_settings)
    command = cli.sitegen.get_command(above, name)
    assert command
    context = click.Context(command, above, name, terminal_width=WIDTH)
    return command.get_help(context).rstrip()


def test_the_command_reference_is_the_programs_own(*, update: bool) -> None:
    """Every command with every option, as its help says it; `--update` writes it anew."""
    text = README.read_text("utf-8")
    before, _, rest = text.partition("<!-- commands -->\n")
    found, _, after = rest.partition("<!-- /commands -->\n")
    if update:
        README.write_text(f"{before}<!-- commands -->\n{reference()}<!-- /commands -->\n{after}", "utf-8")
    assert found == reference()


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_the_list_of_commands_says_what_each_ones_help_says(name: str) -> None:
    """The list is written apart, so that `sitegen --help` need not import the commands."""
    command = cli.sitegen.get_command(click.Context(cli.sitegen), name)
    assert command
    assert command.name == name
    assert cli.COMMANDS[name][1] == " ".join((command.help or "").partition("\n\n")[0].split())


def test_every_console_example_says_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, update: bool
) -> None:
    """Run one after the other in an empty folder; `--update` writes what they said."""
    text = README.read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    played = re.sub(
        r"^```console\n(.*?)^```$", lambda found: f"```console\n{play(found[1], capsys)}```", text, flags=re.MULTILINE | re.DOTALL
    )
    if update:
        README.write_text(played, "utf-8")
    assert masked(played) == masked(text)


def play(block: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The commands of a block, each with what it says."""
    lines = []
    for line in block.splitlines():
        if line.startswith("$ "):
            program, *arguments = shlex.split(line[2:])
            assert program == "sitegen"
            capsys.readouterr()
            cli.run(arguments)
            said = capsys.readouterr()
            lines.append(f"{line}\n{said.out}{said.err}")
    return "".join(lines)


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """And says what one would expect."""
    example = re.search(r"^```python\n(.*?)^```$", section("From Python"), re.MULTILINE | re.DOTALL)
    assert example
    monkeypatch.chdir(tmp_path)
    cli.run(["init", "desk"])
    capsys.readouterr()
    exec(compile(example[1], "README", "exec"), {})  # noqa: S102 -- our own example
    assert capsys.readouterr().out.startswith("Tuesday 2025-03-18\n")


def test_the_problem_table_names_every_code() -> None:
    """Each once, in order, and none that does not exist."""
    listed = first_column(section("Problems"))
    assert listed == sorted(codes())


def codes() -> set[str]:
    """Every code that the program gives to a problem."""
    trees = (ast.parse(path.read_text("utf-8")) for path in (ROOT / "sitegen").rglob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {code for call in calls for code in codes_of(call)}


def codes_of(call: ast.Call) -> Iterator[str]:
    """The code in a call of `problem(code, …)` or `….fault(place, code, …)`."""
    place = {"problem": 0, "fault": 1}.get(call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", ""))
    match call.args[place : place + 1] if place is not None else []:
        case [ast.Constant(str(code))]:
            yield code
        case [ast.JoinedStr(values=[ast.Constant(str(start)), _])]:
            yield from (f"{start}{what}" for what in ("slug", "alias"))
        case _:
            pass


def test_the_front_matter_table_names_every_field() -> None:
    """In the order of the program's own list."""
    assert first_column(section("Articles")) == list(front_matter.NAMES)


def test_the_settings_table_names_every_setting() -> None:
    """Each once."""
    assert first_column(section("Settings")) == list(config._NAMES)


def test_make_knows_the_targets_that_are_documented() -> None:
    """`make site` and the others."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    documents = " ".join(path.read_text("utf-8") for path in ROOT.glob("*.md"))
    assert set(re.findall(r"\bmake ([a-z]+)\b(?=[`\s]*(?:#|`))", documents)) <= targets


def test_the_architecture_names_what_is_there() -> None:
    """Every path that it speaks of exists, every part of the package is spoken of, and it stays short."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    missing = [path for path in re.findall(r"`((?:sitegen|tests|themes)/[\w/.]+)`", text) if not (ROOT / path).exists()]
    assert missing == []
    parts = [path for path in (ROOT / "sitegen").iterdir() if path.is_dir() and (path / "__init__.py").exists()]
    assert [path.name for path in parts if f"sitegen/{path.name}/" not in text] == []
    assert len(text.split()) <= 1200
