"""The hand-made story, rendered once."""

from __future__ import annotations

import pytest

from sitegen.pages import render
from sitegen.pages.site import SiteModel
from tests.pages.fixture import site


@pytest.fixture(scope="session")
def story() -> SiteModel:
    """The story as a model."""
    return site()


@pytest.fixture(scope="session")
def pages(story: SiteModel) -> dict[str, str]:
    """Every HTML page of the story by path."""
    return {file.path: file.content.decode() for file in render(story) if file.path.endswith(".html")}
