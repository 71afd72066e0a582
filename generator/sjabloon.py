"""Templates: one Jinja environment, everything escaped, nothing undefined in silence."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from generator.plekken import bron_map

_MARKDOWN = str.maketrans({t: f"\\{t}" for t in "\\`*_{}[]()#+-.!|~>"} | {"<": "&lt;", "&": "&amp;", "\n": " "})


def md(tekst: object) -> Markup:
    """A text as it must stand in Markdown so that it means only itself."""
    return Markup(str(tekst).translate(_MARKDOWN))


@cache
def _omgeving() -> Environment:
    omgeving = Environment(
        loader=FileSystemLoader(bron_map("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    omgeving.filters["md"] = md
    omgeving.filters["alineas"] = lambda tekst: Markup("").join(Markup("<p>{}</p>").format(d) for d in str(tekst).split("\n\n") if d.strip())
    return omgeving


def sjabloon(naam: str) -> Template:
    """A template below templates/."""
    return _omgeving().get_template(naam)


__all__ = ["escape", "md", "sjabloon"]
