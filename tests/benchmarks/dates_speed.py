"""How fast dates are found and resolved, beside `dateparser.search.search_dates` on the same texts in the same run.

    python tests/benchmarks/dates_speed.py TEXT [TEXT ...]

Each TEXT is a plain text file. Times are CPU seconds of this process, the best of three runs, after one warm-up.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dateparser.search import search_dates

import sitegen

_DAY = dt.date(2025, 5, 14)


def best(work: Callable[[], object]) -> float:
    """The CPU seconds of the fastest of three runs."""
    work()
    times = []
    for _ in range(3):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def main(paths: list[str]) -> None:
    """Print KiB of text a CPU second for both, and the ratio."""
    texts = [Path(path).read_text(encoding="utf8") for path in paths]
    size = sum(len(text.encode()) for text in texts) / 1024
    settings = {"RELATIVE_BASE": dt.datetime.combine(_DAY, dt.time())}
    ours = best(lambda: [sitegen.annotate(text, _DAY) for text in texts])
    theirs = best(lambda: [search_dates(text, languages=["en"], settings=settings) for text in texts])
    rates = f"sitegen {size / ours:.0f} KiB/s, search_dates {size / theirs:.0f} KiB/s"
    sys.stdout.write(f"{rates}: {theirs / ours:.1f} times as fast\n")


if __name__ == "__main__":
    main(sys.argv[1:])
