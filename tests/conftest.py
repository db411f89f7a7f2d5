"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes what happened into the cases as what is expected; look at the difference before committing it."""
    parser.addoption("--update", action="store_true", help="rewrite the expectations of the whole-site cases")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are to be rewritten."""
    return bool(request.config.getoption("--update"))
