"""`data/schema/*.json`: JSON Schemas (draft 2020-12) of the data files, written out as they stand beside this module."""

from __future__ import annotations

from importlib.resources import files as resources

from sitegen.model import OutputFile


def files() -> tuple[OutputFile, ...]:
    """Every schema."""
    found = sorted((file for file in resources(__name__).iterdir() if file.name.endswith(".json")), key=lambda file: file.name)
    return tuple(OutputFile(f"data/schema/{file.name}", file.read_bytes()) for file in found)
