"""From HTML to a tagged PDF (PDF/UA-1): the same HTML gives the same bytes. WeasyPrint needs Pango, which a machine may lack."""

from __future__ import annotations

import gc
import io
import warnings
from contextlib import redirect_stdout
from functools import cache
from typing import Any

from generator.plekken import bron_map

PAKKETTEN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
ONTBREEKT = f"Afdruk (PDF) overgeslagen: WeasyPrint of Pango ontbreekt. Draai make, of installeer op Debian: {PAKKETTEN}."


@cache
def _weasyprint() -> Any:
    """The library; None where it cannot find what it needs. It would print its own page about that."""
    warnings.filterwarnings("ignore", "No fonts configured")  # a bare machine has none, and a form brings its own
    try:
        with redirect_stdout(io.StringIO()):
            import weasyprint
            from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError):
        return None
    letters = FontConfiguration()
    map = bron_map("templates") / "afdruk"
    stijl = weasyprint.CSS(string=(map / "afdruk.css").read_text("utf-8"), base_url=f"{map.as_uri()}/", font_config=letters)
    return weasyprint, letters, stijl


def ontbreekt() -> str:
    """Why no PDF can be made on this machine, and what to do; "" when it can."""
    return "" if _weasyprint() else ONTBREEKT


def pdf(html: str) -> bytes:
    """The document. Raises OSError on a machine that cannot make one; `ontbreekt` says so beforehand."""
    gevonden = _weasyprint()
    if gevonden is None:
        raise OSError(ONTBREEKT)
    weasyprint, letters, stijl = gevonden
    uit = weasyprint.HTML(string=html, url_fetcher=_niets).write_pdf(stylesheets=[stijl], font_config=letters, pdf_variant="pdf/ua-1")
    if not gc.isenabled():
        gc.collect(1)  # a build looks for no rubbish, and each document leaves megabytes of it
    return uit


def _niets(adres: str, *_: Any, **__: Any) -> Any:
    """A form fetches nothing: all it needs is in its HTML and in the style sheet."""
    raise ValueError(f"een afdruk haalt niets op: {adres}")
