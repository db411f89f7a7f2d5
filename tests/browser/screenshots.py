#!/usr/bin/env python3
"""Pictures of a built site's pages: widths 360, 768 and 1280, light and dark, each page whole.

    python tests/browser/screenshots.py PUBLIC OUT [PAGE ...] [--widths 360,1280] [--schemes light] [--height 900]

PUBLIC is a built site, OUT a folder for PNG files named PAGE-WIDTH-SCHEME.png. PAGE is a path below
PUBLIC ("timeline/"); without one, the heaviest page of every kind is taken. Pictures end at --height, 12,000 pixels if not given.
"""

from __future__ import annotations

import argparse
import base64
import itertools
import sys
from pathlib import Path

# Runs as a plain file too, so that nobody has to know the package's name.
sys.path.insert(0, str(Path(__file__).parents[2]))

from selenium import webdriver

from tests.browser.chrome import Look, chromium, look
from tests.browser.kinds import pages_of_each_kind
from tests.browser.server import prefix_of, serving


def picture(driver: webdriver.Chrome, address: str, as_: Look, longest: int) -> bytes:
    """The page from its top, as PNG."""
    look(driver, as_)
    driver.get(address)
    driver.execute_async_script("document.fonts.ready.then(arguments[0])")
    height = min(longest, int(driver.execute_script("return document.documentElement.scrollHeight")))
    clip = {"x": 0, "y": 0, "width": as_.width, "height": height, "scale": 1}
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": True})
    return base64.b64decode(shot["data"])


def name_of(page: str, as_: Look) -> str:
    """A flat file name for one picture."""
    stem = page.removesuffix("index.html").strip("/").replace("/", "_") or "index"
    return f"{stem}-{as_}.png"


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("public", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--widths", default="360,768,1280")
    parser.add_argument("--schemes", default="light,dark")
    parser.add_argument("--height", type=int, default=12_000)
    given = parser.parse_args()
    pages = given.pages or list(pages_of_each_kind(given.public).values())
    looks = [Look(int(w), s) for w, s in itertools.product(given.widths.split(","), given.schemes.split(","))]
    given.out.mkdir(parents=True, exist_ok=True)
    with serving(given.public, prefix_of(given.public)) as address, chromium() as driver:
        for page, as_ in itertools.product(pages, looks):
            file = given.out / name_of(page, as_)
            file.write_bytes(picture(driver, address + page, as_, given.height))
            sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
