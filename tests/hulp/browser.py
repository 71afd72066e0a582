"""One Chromium for all tests of a worker, and pages in it that may neither complain nor call elsewhere."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
# The sandbox needs rights that root in a container lacks, and /dev/shm is small there.
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "::1"}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine, headless. Fails, and never skips, when there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        pytest.fail(f"none of {', '.join(NAMES)} is on PATH: run `make test`, which installs chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


class Pages:
    """Opens pages, each in a context of its own, and keeps what went wrong in any of them in `fouten`.

    Wrong is: an error on the console (a breach of the CSP is one), an exception nobody caught, and a request to
    anything but this machine, which is refused. A test that expects one removes it from `fouten`.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.fouten: list[str] = []
        self._contexts: list = []

    def __call__(self, **options: object) -> Page:
        """A new page; `options` are Playwright's for a context: viewport, java_script_enabled, forced_colors ..."""
        context = self.browser.new_context(**{"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", **options})
        self._contexts.append(context)
        context.set_default_timeout(10_000)
        context.route(_elsewhere, self._refuse)
        context.on("page", self._listen)
        return context.new_page()

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _listen(self, page: Page) -> None:
        page.on("console", lambda message: self._note("console", message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self._note("exception", str(error)))

    def _refuse(self, route: Route) -> None:
        self._note("request elsewhere", route.request.url)
        route.abort()

    def _note(self, kind: str, text: str) -> None:
        self.fouten.append(f"{kind}: {text}")


def _elsewhere(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in LOOPBACK
