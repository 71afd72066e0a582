"""The commands. What they print is Dutch; heavy imports are inside them."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator import __version__
from generator.opdrachtregel import Opdracht, Opdrachten
from generator.plekken import bron_map

app = typer.Typer(
    cls=Opdrachten,
    add_completion=False,
    subcommand_metavar="OPDRACHT ...",
    options_metavar="[OPTIES]",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Samenloket: schrijf een gemeentelijke dienst één keer op, en maak er formulieren, koppelingen en een catalogus van.\n\nBegin met: samenloket check",
)
GEWOON = {"cls": Opdracht, "options_metavar": "[OPTIES]"}
Map = Annotated[Path | None, typer.Option("--specs", metavar="MAP", help="De map met specificaties; anders specs/.")]
Dag = Annotated[str | None, typer.Option("--today", metavar="JJJJ-MM-DD", help="Reken met deze dag in plaats van vandaag.")]
Uitgave = Annotated[str | None, typer.Option("--release", metavar="X.Y.Z", help="Gebruik deze uitgave in plaats van het werkbestand.")]


def _toon_versie(gevraagd: bool) -> None:
    if gevraagd:
        typer.echo(f"samenloket {__version__}")
        raise typer.Exit()


@app.callback()
def samenloket(
    version: Annotated[bool, typer.Option("--version", callback=_toon_versie, is_eager=True, help="Toon de versie van samenloket.")] = False,
) -> None:
    """What holds for every command; the text of `--help` is that of the app."""


def _catalogus(specs: Path | None):
    from catalogue.catalogus import Catalogus

    return Catalogus(_specs(specs))


def _specs(gegeven: Path | None) -> Path:
    """The folder with specifications: as given, or the one of this place. From a folder that is not there nothing is made, or taken away."""
    map = gegeven or bron_map("specs")
    if not map.is_dir():
        raise _verkeerd(f"De map {map} is er niet. Wijs met --specs een map met specificaties aan.")
    return map


def _vandaag(tekst: str | None) -> date:
    """The day to reckon with: as given, or today in the Netherlands."""
    if tekst is None:
        from datetime import datetime
        from zoneinfo import ZoneInfo

        return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise _verkeerd(f"‘{tekst}’ is geen datum; schrijf JJJJ-MM-DD.") from None


def _verkeerd(melding: str) -> typer.Exit:
    """Wrong use: say it on stderr, and exit 2."""
    typer.echo(melding, err=True)
    return typer.Exit(2)


@app.command(**GEWOON)
def check(
    paden: Annotated[list[Path] | None, typer.Argument(metavar="[PAD]...", help="Diensten of bestanden; anders alles.")] = None,
    format: Annotated[str, typer.Option("--format", metavar="SOORT", help="text, json of github.")] = "text",
    specs: Map = None,
) -> None:
    """Kijk specificaties na: elke fout met de plaats, de reden en de uitweg."""
    from catalogue.controle import Controle, slug_van
    from catalogue.diagnostics import render_github, render_json, render_text

    if format not in ("text", "json", "github"):
        raise _verkeerd(f"--format {format} bestaat niet; kies text, json of github.")
    controle = Controle(_catalogus(specs))
    if paden:
        from catalogue.catalogus import Catalogus

        per_map: dict[Path, list[str]] = {}
        for pad in paden:
            slug = slug_van(pad.resolve())
            if slug is None:
                plek = controle.catalogus.map_van(pad.name)
                if not (plek / "dienst.yaml").is_file():
                    raise _verkeerd(f"‘{pad}’ is geen dienst en geen bestand van een dienst.")
                slug, basis = pad.name, controle.catalogus.map
            else:
                basis = next(p for p in (pad.resolve(), *pad.resolve().parents) if (p / "dienst.yaml").is_file()).parents[1]
            per_map.setdefault(basis, []).append(slug)
        for basis, slugs in per_map.items():
            deel = Controle(Catalogus(basis)).diensten(slugs)
            controle.bevindingen += deel.bevindingen
            controle.regels |= deel.regels
    else:
        controle.alles()
    maak = {"json": render_json, "github": render_github}.get(format)
    typer.echo(maak(controle.bevindingen) if maak else render_text(controle.bevindingen, controle.regels), nl=format != "text")
    if format == "text":
        typer.echo(_telling(controle))
    raise typer.Exit(1 if controle.bevindingen and controle.fouten else 0)


def _telling(controle) -> str:
    fouten, waarschuwingen = controle.fouten, len(controle.bevindingen) - controle.fouten
    if not controle.bevindingen:
        return "Alles in orde."
    woord = f"{fouten} {'fout' if fouten == 1 else 'fouten'}, {waarschuwingen} {'waarschuwing' if waarschuwingen == 1 else 'waarschuwingen'}."
    return f"{woord} Meer uitleg over een code: samenloket explain CODE."


@app.command(**GEWOON)
def validate(
    dienst: Annotated[str, typer.Argument(help="De naam van de dienst.")],
    antwoorden: Annotated[Path, typer.Argument(metavar="ANTWOORDEN.json", help="Antwoorden, of een voorbeeldbestand.")],
    context: Annotated[Path | None, typer.Option("--context", metavar="BESTAND.json", help="De omstandigheden: inloggen, rol, voorzieningen.")] = None,
    today: Dag = None,
    release: Uitgave = None,
    gemeente: Annotated[str | None, typer.Option("--gemeente", metavar="CODE", help="Voor een gemeente, met wat zij invulde.")] = None,
    format: Annotated[str, typer.Option("--format", metavar="SOORT", help="text of json.")] = "text",
    specs: Map = None,
) -> None:
    """Beoordeel antwoorden: geldig of niet, met elke fout, haar plek en wat eraan te doen is."""
    from catalogue.beoordelen import beoordeel
    from catalogue.diagnostics import toonbaar
    from generator.oordeel_json import als_json

    if format not in ("text", "json"):
        raise _verkeerd(f"--format {format} bestaat niet; kies text of json.")
    formulier, gegeven, omstandigheden = _antwoorden(dienst, antwoorden, context, today, release, gemeente, specs)
    oordeel = beoordeel(formulier, gegeven, omstandigheden)
    if format == "json":
        typer.echo(json.dumps(als_json(oordeel), ensure_ascii=False, indent=2))
    else:
        for fout in oordeel.fouten:
            typer.echo(toonbaar(f"{fout.pad or '(alles)'}: {fout.code}: {fout.melding.get('nl', '')}"))
        for waarschuwing in oordeel.waarschuwingen:
            typer.echo(f"{waarschuwing.pad}: let op: {waarschuwing.melding.get('nl', '')}")
        typer.echo("Geldig." if oordeel.geldig else f"Niet geldig: {len(oordeel.fouten)} fout(en).")
    raise typer.Exit(0 if oordeel.geldig else 1)


def _antwoorden(dienst: str, pad: Path, context: Path | None, today: str | None, release: str | None, gemeente: str | None, specs: Path | None):
    """A form, answers to it from a file (bare, or an example), and the circumstances to judge them in."""
    from catalogue.catalogus import Onbekend
    from catalogue.voorbeelden import omstandigheden_uit
    from generator.gegeven import lees_antwoorden

    dag = _vandaag(today)
    try:
        formulier = _catalogus(specs).formulier(dienst, release or "werk", gemeente)
        gegeven, rond = lees_antwoorden(pad, context)
        omstandigheden = omstandigheden_uit(rond | ({"vandaag": dag.isoformat()} if today else {}), formulier, dag)
    except (Onbekend, ValueError) as fout:
        raise _verkeerd(str(fout)) from None
    return formulier, gegeven, omstandigheden


@app.command(**GEWOON)
def copy(
    dienst: Annotated[str, typer.Argument(help="De naam van de dienst.")],
    antwoorden: Annotated[Path, typer.Argument(metavar="ANTWOORDEN.json", help="Antwoorden, of een voorbeeldbestand.")],
    out: Annotated[Path, typer.Option("--out", metavar="BESTAND.pdf", help="Waar de kopie komt.")],
    reference: Annotated[str, typer.Option("--reference", metavar="KENMERK", help="Het kenmerk van de inzending.")],
    received: Annotated[str | None, typer.Option("--received", metavar="JJJJ-MM-DDTUU:MM", help="Wanneer het formulier binnenkwam, in Nederland; anders nu.")] = None,
    language: Annotated[str, typer.Option("--language", metavar="TAAL", help="De taal van de kopie.")] = "nl",
    context: Annotated[Path | None, typer.Option("--context", metavar="BESTAND.json", help="De omstandigheden: inloggen, rol, voorzieningen.")] = None,
    today: Dag = None,
    release: Uitgave = None,
    gemeente: Annotated[str | None, typer.Option("--gemeente", metavar="CODE", help="Voor een gemeente, met wat zij invulde.")] = None,
    specs: Map = None,
) -> None:
    """Maak de kopie voor wie een formulier verstuurde: een PDF met de antwoorden in woorden."""
    from datetime import datetime

    from catalogue.beoordelen import beoordeel
    from generator.targets.afdruk import NEDERLAND, kopie, ontbreekt

    if ontbreekt():
        raise _verkeerd(ontbreekt())
    formulier, gegeven, omstandigheden = _antwoorden(dienst, antwoorden, context, today, release, gemeente, specs)
    if not beoordeel(formulier, gegeven, omstandigheden).geldig:
        typer.echo(f"Deze antwoorden zijn niet geldig, dus niet verstuurd. Wat er niet klopt, zegt: samenloket validate {dienst} {antwoorden}", err=True)
        raise typer.Exit(1)
    try:
        moment = datetime.fromisoformat(received).replace(tzinfo=NEDERLAND) if received else datetime.now(NEDERLAND)
    except ValueError:
        raise _verkeerd(f"‘{received}’ is geen moment; schrijf JJJJ-MM-DDTUU:MM.") from None
    if language not in formulier.talen:
        raise _verkeerd(f"Deze dienst is er niet in de taal ‘{language}’. Kies uit: {', '.join(formulier.talen)}.")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(kopie(formulier, gegeven, reference, moment, language, omstandigheden.rol))
    typer.echo(f"{out} is gemaakt.")


@app.command(**GEWOON)
def release(
    dienst: Annotated[str, typer.Argument(help="De naam van de dienst.")],
    versie: Annotated[str, typer.Argument(metavar="X.Y.Z", help="De versie van de uitgave.")],
    today: Dag = None,
    tekst: Annotated[Path | None, typer.Option("--tekst", metavar="BESTAND.yaml", help="Leg deze tekst vast in plaats van het werkbestand.")] = None,
    opnieuw: Annotated[bool, typer.Option("--rebuild", help="Maak een bestaande uitgave opnieuw; kan alleen tot de taal vaststaat.")] = False,
    specs: Map = None,
) -> None:
    """Leg een dienst vast als uitgave. Daarna verandert er niets meer aan."""
    from catalogue.catalogus import Onbekend
    from catalogue.controle import Controle
    from catalogue.uitgave import UitgaveFout, maak_uitgave

    catalogus = _catalogus(specs)
    try:
        if tekst:
            catalogus.werk_met(dienst, tekst)
        gelezen = catalogus.dienst(dienst)
        if Controle(catalogus).diensten([dienst]).fouten or gelezen.model is None:
            raise UitgaveFout(f"‘{dienst}’ heeft nog fouten; draai eerst samenloket check {dienst}.")
        paden = maak_uitgave(catalogus.map_van(dienst), versie, gelezen.model, catalogus.bouwstenen, gelezen.bron.tekst, _vandaag(today), catalogus.voorbeelden(dienst), opnieuw)
    except (Onbekend, UitgaveFout) as fout:
        raise _verkeerd(str(fout)) from None
    for pad in paden:
        typer.echo(catalogus.naam_van(pad))


@app.command(**GEWOON)
def build(
    diensten: Annotated[list[str] | None, typer.Argument(metavar="[DIENST]...", help="Welke diensten; anders alle.")] = None,
    target: Annotated[list[str] | None, typer.Option("--target", help="Alleen deze uitvoer; mag vaker.")] = None,
    release: Uitgave = None,
    gemeente: Annotated[str | None, typer.Option("--gemeente", metavar="CODE", help="Voor een gemeente, met wat zij invulde.")] = None,
    set: Annotated[list[str] | None, typer.Option("--set", metavar="NAAM=WAARDE", help="Een instelling van een uitvoer, zoals openformulieren.digid=digid_oidc; mag vaker.")] = None,
    today: Dag = None,
    out: Annotated[Path, typer.Option("--out", metavar="MAP", help="Waar de uitvoer komt.")] = Path("build"),
    specs: Map = None,
) -> None:
    """Maak alle uitvoer: schema's, formulieren, koppelingen en pagina's."""
    from catalogue.catalogus import Onbekend
    from catalogue.diagnostics import Onbruikbaar
    from generator.build import bouw_alles
    from generator.taken import Opdracht

    voortgang = _voortgang if sys.stderr.isatty() else None
    instellingen = tuple(sorted((naam, waarde) for naam, _, waarde in (s.partition("=") for s in set or ())))
    opdracht = Opdracht(_catalogus(specs), _vandaag(today), out, tuple(diensten or ()), tuple(target or ()), release, gemeente, instellingen)
    try:
        verslag = bouw_alles(opdracht, voortgang)
    except (Onbekend, ValueError) as fout:
        raise _verkeerd(str(fout)) from None
    if opdracht.alles:
        try:
            with verslag.fouten.bij("De site", "site"):
                from generator.site import maak_site

                verslag.site = str(maak_site(opdracht.catalogus, out, opdracht.vandaag))
        except (Onbekend, Onbruikbaar) as fout:
            verslag.mislukt.append(f"De site is niet gemaakt: {fout}")
    for regel in verslag.regels():
        typer.echo(regel, err=not verslag.goed)
    raise typer.Exit(0 if verslag.goed else 1)


def _voortgang(nummer: int, totaal: int, wat: str) -> None:
    sys.stderr.write(f"\r\x1b[K{nummer}/{totaal} {wat}" if nummer < totaal else "\r\x1b[K")
    sys.stderr.flush()


@app.command(**GEWOON)
def serve(
    port: Annotated[int, typer.Option("--port", metavar="GETAL", help="De poort op deze computer.")] = 8000,
    out: Annotated[Path, typer.Option("--out", metavar="MAP", help="Waar de uitvoer staat.")] = Path("build"),
    today: Dag = None,
    specs: Map = None,
) -> None:
    """Toon de catalogus en de formulieren op deze computer, en volg wat u verandert."""
    from generator.serve import start
    from generator.stand import Stand

    gegeven = {"--specs": specs, "--out": None if out == Path("build") else out, "--today": today}
    gebouwd = Stand([woord for naam, waarde in gegeven.items() if waarde for woord in (naam, str(waarde))]).gelijk()
    try:
        start(_specs(specs), out, port, _vandaag(today), gebouwd)
    except ValueError as fout:
        raise _verkeerd(str(fout)) from None


@app.command(**GEWOON)
def trace(
    naam: Annotated[str | None, typer.Argument(metavar="[DIENST of BLOK]", help="Eén dienst of vast blok; anders alles met een bron.")] = None,
    release: Annotated[str, typer.Option("--release", metavar="X.Y.Z", help="Van deze uitgave; werk is het werkbestand.")] = "1.0.0",
    format: Annotated[str, typer.Option("--format", metavar="SOORT", help="text of json.")] = "text",
    specs: Map = None,
) -> None:
    """Volg elke rij van de bron naar haar vraag, en elke vraag terug naar haar bron."""
    from catalogue.catalogus import Onbekend
    from generator.spoor import alles, dekking

    try:
        sporen = alles(_catalogus(specs), naam, release)
    except (Onbekend, ValueError) as fout:
        raise _verkeerd(str(fout)) from None
    if format == "json":
        typer.echo(json.dumps(sporen, ensure_ascii=False, indent=1))
        return
    if format != "text":
        raise _verkeerd(f"--format {format} bestaat niet; kies text of json.")
    regels = dekking(sporen)
    typer.echo(f"{'':44}  rijen  blokken  terug  uitgelegd  mist")
    for slug, *getallen in (*regels, ("samen", *(sum(kolom) for kolom in zip(*(r[1:] for r in regels), strict=True)))) if regels else ():
        typer.echo(f"{slug:44}" + "".join(f"{n:{b}}" for n, b in zip(getallen, (7, 9, 7, 11, 6), strict=True)))
    raise typer.Exit(1 if any(r[-1] for r in regels) else 0)


@app.command(**GEWOON)
def explain(code: Annotated[str, typer.Argument(help="De code van een melding, bijvoorbeeld SL301.")]) -> None:
    """Leg een melding uit: wat, waarom, een voorbeeld, en wat u in plaats daarvan doet."""
    from catalogue.regels.uitleg import uitleg

    tekst = uitleg(code.upper())
    if tekst is None:
        raise _verkeerd(f"De code {code} bestaat niet. Alle codes staan op de site onder Regels.")
    typer.echo(tekst)


@app.command(**GEWOON)
def schema(out: Annotated[Path | None, typer.Option("--out", metavar="BESTAND", help="Schrijf hierheen in plaats van naar het scherm.")] = None) -> None:
    """Schrijf het JSON Schema van de taal, waarmee een editor aanvult en uitlegt."""
    from generator.taalschema import taalschema

    tekst = taalschema()
    if out is None:
        typer.echo(tekst, nl=False)
    else:
        try:
            out.write_text(tekst, encoding="utf-8")
        except OSError as fout:
            raise _verkeerd(f"{out} is niet te schrijven: {fout.strerror}.") from None


@app.command(**GEWOON)
def new(
    dienst: Annotated[str, typer.Argument(help="De naam: kleine letters en streepjes, zoals grofvuil-ophalen.")],
    specs: Map = None,
) -> None:
    """Begin een nieuwe dienst met een werkbestand dat al klopt, op de open plekken na."""
    from generator.nieuw import maak_dienst

    try:
        pad = maak_dienst(_specs(specs), dienst)
    except ValueError as fout:
        raise _verkeerd(str(fout)) from None
    typer.echo(f"{os.path.relpath(pad)} staat klaar. Vul de plekken met [invullen] in, en draai: samenloket check {dienst}")
