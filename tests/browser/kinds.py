"""Which kinds of page a built site has, told by where they lie."""

from __future__ import annotations

from pathlib import Path


def pages(public: Path) -> list[str]:
    """Every HTML page below ``public``, as the address a reader sees: ``timeline/``, ``404.html``."""
    found = sorted(path.relative_to(public).as_posix() for path in public.rglob("*.html"))
    return [path.removesuffix("index.html") for path in found]


def kind_of(page: str) -> str:
    """``events/`` for each page of the folder, ``events`` for its index, the path itself at the top."""
    first, _, rest = page.partition("/")
    return f"{first}/" if rest else first


def pages_of_each_kind(public: Path) -> dict[str, str]:
    """For each kind of page the heaviest of its kind, which has most to go wrong."""
    chosen: dict[str, str] = {}
    for page in pages(public):
        kind = kind_of(page)
        if kind not in chosen or _size(public, page) > _size(public, chosen[kind]):
            chosen[kind] = page
    return chosen


def _size(public: Path, page: str) -> int:
    path = public / page
    return (path / "index.html" if path.is_dir() else path).stat().st_size
