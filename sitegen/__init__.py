"""sitegen: dated articles in, a briefing site out.

Public: `annotate`, the date engine on its own, and `build`, a whole site.
Everything else is free to change.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from sitegen.model import Resolution
    from sitegen.pipeline import BuildReport, OptionNames

__all__ = ["annotate", "build"]


def annotate(text: str, published: dt.date | dt.datetime, language: str = "en") -> tuple[Resolution, ...]:
    """Find and resolve every temporal expression of a plain text.

    Args:
        text: Plain text; spans are offsets into it, in code points.
        published: The document creation time. A date-time counts by the calendar day of its own offset.
        language: A language tag (BCP 47), such as ``en`` or ``de-AT``. Where there are no rules for it, only full dates are found.

    Returns:
        Resolutions in the order of the text.

    """
    from sitegen import articles, expressions, resolutions  # noqa: PLC0415 - importing sitegen stays quick

    article = articles.plain_article(text, published, language)
    return resolutions.resolve(article, expressions.find(article))


def build(site: Path | str, output: Path | str | None = None, **options: Unpack[OptionNames]) -> BuildReport:
    """Build a site folder into ``output``, by default its ``public/``.

    Keywords are the fields of `sitegen.pipeline.Options`. Raises `sitegen.problems.SitegenError`;
    the old site then stands as it was.
    """
    from sitegen import pipeline  # noqa: PLC0415 - importing sitegen stays quick

    return pipeline.build(site, output, **options)
