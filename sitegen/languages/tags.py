"""Language tags (BCP 47) as far as words and rules depend on them: "en-GB", "EN" and "en_GB" are all English."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
_PARTS = re.compile(r"[-_.@]")  # "_" and what follows it as POSIX writes locales: en_GB.UTF-8
_REGION = re.compile(r"[A-Za-z]{2}|\d{3}")


@functools.lru_cache(maxsize=256)
def primary(tag: str) -> str:
    """The primary subtag, in lower case: ``en`` of ``en-GB``; "" where a tag has none."""
    first = _PARTS.split(tag.strip())[0].lower()
    return first if first.isalpha() else ""


def region(tag: str) -> str:
    """The region subtag, in upper case: ``GB`` of ``en-GB``; "" where a tag has none."""
    return next((part.upper() for part in _PARTS.split(tag.strip())[1:] if _REGION.fullmatch(part)), "")


def per_language(read: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """What a function reads for a language, given as the first argument, is read once, and is the same for all of its tags."""
    cached = cast("Callable[Concatenate[str, P], T]", functools.cache(read))

    @functools.wraps(read)
    def of_tag(tag: str, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return cached(primary(tag), *args, **kwargs)

    return of_tag
