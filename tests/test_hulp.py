"""The helpers themselves: what they promise other tests."""

import asyncio

import pytest

from tests.hulp.node import commando, vnu
from tests.hulp.server import draaiend

PAGE = b"<!doctype html><html lang=nl><title>t</title><p id=p>hallo</p><script>document.title = 'met script'</script>"


async def app(scope, receive, send):
    """Enough ASGI for a page; every other path is the same page."""
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            await send({"type": message["type"] + ".complete"})
            if message["type"] == "lifespan.shutdown":
                return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": PAGE})


@pytest.fixture(scope="module")
def address():
    with draaiend(app) as address:
        yield address


def test_page_from_a_running_app(pagina, address):
    pagina.goto(address)
    assert pagina.title() == "met script"


def test_page_without_javascript(maak_pagina, address):
    page = maak_pagina(java_script_enabled=False)
    page.goto(address)
    assert page.title() == "t"


def test_what_a_page_complains_of_is_kept(maak_pagina, address):
    page = maak_pagina()
    page.goto(address)
    page.evaluate("console.error('mis')")
    page.evaluate("fetch('https://voorbeeld.invalid/x').catch(() => null)")
    page.wait_for_timeout(50)
    assert any("console: mis" in fault for fault in maak_pagina.fouten)
    assert any("voorbeeld.invalid" in fault for fault in maak_pagina.fouten)
    maak_pagina.fouten.clear()


@pytest.mark.usefixtures("node")  # which places it among the tests that follow the first page
def test_asyncio_runs_in_a_test_after_the_browser():
    async def answer():
        return 42

    assert asyncio.run(answer()) == 42


def test_the_browser_still_answers_after_that(pagina, address):
    pagina.goto(address)
    assert pagina.inner_text("#p") == "hallo"


def test_node_finds_the_packages_and_reads_input(node, tmp_path):
    script = tmp_path / "x.cjs"
    script.write_text(
        "const Ajv = require('ajv/dist/2020');"
        "const valid = new Ajv().compile({type: 'integer'});"
        "console.log(valid(JSON.parse(require('fs').readFileSync(0, 'utf8'))), process.argv[2]);"
    )
    assert node(script, "a b", input="3") == "true a b\n"
    assert node(script, "x", input='"drie"') == "false x\n"


def test_a_script_that_fails_fails_the_test(node, tmp_path):
    script = tmp_path / "x.cjs"
    script.write_text("console.log('tot hier'); process.exit(3)")
    with pytest.raises(pytest.fail.Exception, match="exit 3"):
        node(script)
    assert node(script, check=False) == "tot hier\n"


def test_the_two_html_checkers_find_a_double_id(tmp_path):
    page = tmp_path / "x.html"
    page.write_text(
        '<!doctype html>\n<html lang="nl">\n<head><title>x</title></head>\n'
        '<body><p id="a">een</p><p id="a">twee</p></body>\n</html>\n'
    )
    assert "Duplicate ID" in vnu(page)
    found = commando("html-validate", "--formatter", "json", page)
    assert found.returncode == 1
    assert "no-dup-id" in found.stdout
