"""Fixtures that every test may ask for, and the order in which the tests run."""

import asyncio
import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from tests.hulp import node as _node

# A run in CI repeats exactly; at a desk each run looks for new cases. Time limits per case only measure the machine.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

SLOW = ("browser", "pagina", "maak_pagina", "node")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick tests first: a plain mistake shows within seconds, before a browser has started."""
    items.sort(key=lambda item: sum(name in getattr(item, "fixturenames", ()) for name in SLOW) > 0)


@pytest.fixture(autouse=True)
def _no_event_loop_left_by_the_browser(request: pytest.FixtureRequest) -> Iterator[None]:
    """Playwright leaves its event loop set as running; without this, `asyncio.run` fails in every later test."""
    loop = None if "browser" in request.fixturenames else asyncio._get_running_loop()
    if loop is None:
        yield
        return
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(loop)


@pytest.fixture(scope="session")
def node() -> Callable[..., str]:
    """`node(script, *args, input=...)`: what the script prints, run in the Node of the project."""
    return _node.node


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """A headless Chromium (Playwright's sync API), shared by all tests."""
    from tests.hulp.browser import chromium

    with chromium() as started:
        yield started


@pytest.fixture
def maak_pagina(browser) -> Iterator:
    """`maak_pagina(viewport=..., java_script_enabled=False)`: a page of its own; see tests.hulp.browser.Pages."""
    from tests.hulp.browser import Pages

    pages = Pages(browser)
    yield pages
    pages.close()
    assert not pages.fouten, "the pages complained:\n" + "\n".join(pages.fouten)


@pytest.fixture
def pagina(maak_pagina):
    """One page with JavaScript, in Dutch; an error on its console fails the test."""
    return maak_pagina()
