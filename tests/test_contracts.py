"""How the house is kept, as far as a program can tell; import-linter, ruff and mypy hold the rest."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.facts import libraries

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "sitegen").rglob("*.py"))
LONGEST_FILE = 350
LONGEST_FUNCTION = 40
USUAL_FUNCTION = 25
# Not records: they go through one text and hold where they are, or the tree made of it; none leaves its stage.
WORKERS = {"Element", "Reader", "_Parser"}
_NOT_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER, tokenize.ENCODING}


def tracked() -> list[str]:
    """Every file of the project."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name]


def functions() -> Iterator[tuple[str, int]]:
    """Each function with its number of lines of code: no blanks, comments or docstring."""
    for path in MODULES:
        source = path.read_text("utf-8")
        lines = code_lines(source)
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                own = set(range(node.lineno, (node.end_lineno or node.lineno) + 1)) - docstring_lines(node)
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", len(lines & own)


def code_lines(source: str) -> set[int]:
    """The lines that hold a token."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {line for token in tokens if token.type not in _NOT_CODE for line in range(token.start[0], token.end[0] + 1)}


def docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[int]:
    """The lines of a function's docstring."""
    first = node.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return set(range(first.lineno, (first.end_lineno or first.lineno) + 1)) if is_docstring else set()


def test_files_are_short() -> None:
    """None has over 350 lines."""
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


def test_functions_are_short() -> None:
    """None has over 40 lines of code, and 95 in 100 have at most 25."""
    lengths = dict(functions())
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}
    assert sum(length <= USUAL_FUNCTION for length in lengths.values()) >= 0.95 * len(lengths)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_keeps_the_rules(path: Path) -> None:
    """Records are frozen and slotted, nothing is `Any`, no `except` is broad, no state hides in a module."""
    tree = ast.parse(path.read_text("utf-8"))
    assert list(faults(tree)) == []


def faults(tree: ast.Module) -> Iterator[str]:
    """What breaks a rule of the house."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name, decorator_list=marks) if name not in WORKERS and any(
                "dataclass" in ast.unparse(mark) for mark in marks
            ):
                if not any("frozen=True" in ast.unparse(mark) and "slots=True" in ast.unparse(mark) for mark in marks):
                    yield f"{node.lineno}: a record that is not frozen and slotted"
            case ast.Name(id="Any") | ast.Attribute(attr="Any"):
                yield f"{node.lineno}: Any"
            case ast.ExceptHandler(type=None | ast.Name(id="Exception" | "BaseException")):
                yield f"{node.lineno}: a broad except"
            case ast.Global():
                yield f"{node.lineno}: state on module level"
            case _:
                pass


def test_the_project_speaks_of_itself_only() -> None:
    """No path of somebody's machine and no package host stands in a file."""
    outside = re.compile(r"(?<![\w.])/(?:work|home|Users)/|pypi\.org|pythonhosted|registry\.npmjs")
    found = []
    for name in tracked():
        text = (ROOT / name).read_bytes().decode("utf-8", "replace") if (ROOT / name).is_file() else ""
        if Path(name) != Path(__file__).relative_to(ROOT) and (hit := outside.search(text)):
            found.append(f"{name}: {hit[0]}")
    assert found == []


@pytest.mark.parametrize("name", ["run", "dev"])
def test_the_lock_holds_what_the_project_asks_for(name: str) -> None:
    """Every direct dependency is pinned, and everything pinned has its hashes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    wanted += project["dependency-groups"]["dev"] if name == "dev" else []
    names = {re.split(r"[\[<>=!~ ;]", line)[0].lower() for line in wanted}
    lock = (ROOT / f"requirements/{name}.txt").read_text("utf-8")
    pinned = re.findall(r"^([a-z0-9.-]+)==[^ ]+(?: ;[^\\\n]*)? \\\n    --hash=sha256:", lock, re.MULTILINE)
    assert names - set(pinned) == set()
    assert len(pinned) == len(re.findall(r"^[a-z]", lock, re.MULTILINE))


def test_what_is_remembered_depends_on_every_library() -> None:
    """Also on those that others bring, and on Pagefind, which nothing asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[\[<>=!~ ;]", line)[0].lower() for line in project["dependencies"]}
    assert wanted | {"tzdata", "regex", "pagefind", "pagefind-bin-extended"} <= dict(libraries()).keys()
    assert "pytest" not in dict(libraries())


def test_every_action_is_pinned_by_its_commit() -> None:
    """In the project's own workflows and in the one that a new site gets."""
    files = [*(ROOT / ".github/workflows").glob("*.yml"), ROOT / "sitegen/samples/publish.yml"]
    uses = [use for path in files for use in re.findall(r"uses: (\S+)", path.read_text("utf-8"))]
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", use)] == []
