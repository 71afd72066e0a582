"""The reference data: what is promised about it, and that it is what its source says.

The comparisons read the published files beside the repository with code of their own, and are
skipped by name where a file is not there.
"""

import csv
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from catalogue import register
from catalogue.moment import lees_datum
from catalogue.oordeel.proeven import elfproef

BRONNEN = Path(__file__).parents[2] / "shared"


def bron(pad: str) -> Path:
    bestand = BRONNEN / pad
    if not bestand.is_file():
        pytest.skip(f"no comparison with its source: ../shared/{pad} is not there")
    return bestand


def rijen(pad: str) -> list[list[str]]:
    """The rows of a CSV file below its heading, as they stand there."""
    with bron(pad).open(encoding="utf-8-sig", newline="") as bestand:
        return list(csv.reader(bestand))[1:]


# --- reading --------------------------------------------------------------------------------


def test_importing_the_register_reads_nothing_and_each_accessor_only_its_own_file():
    code = (
        "import sys, pathlib; gelezen = []\n"
        "sys.addaudithook(lambda e, a: e == 'open' and str(a[0]).endswith('.json') and "
        "gelezen.append(pathlib.Path(a[0]).name))\n"
        "from catalogue import register\n"
        "print(gelezen); register.gemeenten(); register.gemeenten(); register.lijst('landen'); print(gelezen)"
    )
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert uit.stdout.split("\n")[:2] == ["[]", "['gemeenten.json', 'landen.json']"]


def test_the_tables_cannot_be_changed():
    with pytest.raises(TypeError):
        register.gemeenten()["9999"] = None
    with pytest.raises(AttributeError):
        register.gemeenten()["0344"].naam = "Elders"
    with pytest.raises(TypeError):
        register.gegevens()["brp/adres"].label["nl"] = "anders"


def test_every_file_says_where_it_comes_from():
    map_ = Path(register.__file__).parent / "data"
    bestanden = {str(p.relative_to(map_).with_suffix("")) for p in map_.rglob("*.json")}
    verantwoording = register.verantwoording()
    assert {naam for naam, _, _ in verantwoording} == bestanden
    assert all(len(waar) > 5 for _, waar, _ in verantwoording)


# --- municipalities and products ------------------------------------------------------------


def test_municipalities():
    gemeenten = register.gemeenten()
    assert len(gemeenten) == 342
    assert all(re.fullmatch("[0-9]{4}", code) for code in gemeenten)
    assert gemeenten["0344"].naam == "Utrecht"
    assert all(elfproef(g.rsin) for g in gemeenten.values() if g.rsin)
    assert len({g.provincie for g in gemeenten.values()}) == 12


def test_municipalities_are_those_of_the_source():
    velden = ["cbs_code", "naam", "officiele_naam", "provincie", "inwoners", "tooi_uri", "owms_uri",
              "oin", "rsin", "website"]  # fmt: skip
    hier = {
        tuple(str(getattr(g, veld) or "") for veld in velden) for g in register.gemeenten().values()
    }
    assert hier == {tuple(rij) for rij in rijen("data/gemeenten-2026.csv")}


def test_products():
    producten = register.producten()
    assert len(producten) == 1214
    verhuizing = producten["verhuismelding"]
    assert verhuizing.uri == "http://standaarden.overheid.nl/owms/terms/verhuismelding"
    assert verhuizing.gemeente and verhuizing.sdg == ("D1",) and "melding" in verhuizing.kenmerken
    assert [g.label for g in verhuizing.grondslagen] == ["Artikel 2.39 Wet basisregistratie personen"]
    assert verhuizing.grondslagen[0].url.startswith("https://wetten.overheid.nl/jci1.3:c:BWBR0033715&")
    assert len(producten["stemrecht"].grondslagen) == 5
    # X1 stands in the UPL and not in annex I of the SDG regulation.
    assert {code for p in producten.values() for code in p.sdg} - set(register.sdg_gebieden()) == {"X1"}


def test_products_are_those_of_the_source():
    """Every row of the list, made again out of what is here, one row for each legal basis."""
    kolommen = ("rijk", "provincie", "waterschap", "gemeente", "burger", "bedrijf", "dienstenwet", "", "autonomie",
                "medebewind", "aanvraag", "subsidie", "melding", "verplichting")  # fmt: skip

    def plat(p, grond):
        waar = {*p.overheden, *p.doelgroepen, *p.kenmerken}
        vlaggen = ["X" if k in waar else "" for k in kolommen]
        vlaggen[7] = ";".join(p.sdg)
        return (p.naam, p.uri, *vlaggen, grond.uri, grond.label, grond.url or "")

    leeg = register.Rechtsgrond("", "", "")
    hier = sorted(plat(p, g) for p in register.producten().values() for g in p.grondslagen or (leeg,))
    daar = sorted(tuple(cel.strip() for cel in rij) for rij in rijen("data/upl-2025-04.csv"))
    assert hier == daar


# --- retention ------------------------------------------------------------------------------


def test_retention():
    lijst = register.selectielijst()
    assert len(lijst) == 346
    assert (lijst["7.1.7"].termijn, lijst["7.1.7"].waardering) == ("P5Y", "vernietigen")
    assert lijst["7.1.7"].procestype == "Aangiften behandelen"
    assert lijst["5.1.2"].termijn == "P20Y" and "BRP" in lijst["5.1.2"].omschrijving
    assert lijst["6.1.1"].termijn == "P7Y" and lijst["7.1.21"].termijn == "P1Y6M"
    assert [r.nummer for r in lijst.values() if r.waardering == "vervallen"] == [
        r.nummer for r in lijst.values() if r.omschrijving.startswith("Vervallen")
    ]
    for r in lijst.values():
        assert r.waardering in ("bewaren", "vernietigen", "vervallen")
        assert r.termijn is None or re.fullmatch(r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?", r.termijn)
        assert not (r.waardering == "bewaren" and r.termijn)


def test_retention_is_that_of_the_source():
    alles = json.loads(bron("data/selectielijst_2020.json").read_text(encoding="utf-8"))
    per_uuid = {r["fields"]["uuid"]: r["fields"] for r in alles if r["model"].endswith(".resultaat")}
    generiek = {r["pk"]: r["fields"]["nummer"] for r in alles if r["model"].endswith(".resultaat")}
    typen = {r["pk"]: r["fields"] for r in alles if r["model"].endswith(".procestype")}
    assert len(generiek) == len(per_uuid) == len(register.selectielijst())
    for r in register.selectielijst().values():
        daar = per_uuid[r.uuid]
        delen = [typen[daar["proces_type"]]["nummer"], daar["nummer"]]
        if daar["generiek_resultaat"]:
            delen.insert(1, generiek[daar["generiek_resultaat"]])
        assert r.nummer == ".".join(map(str, delen))
        assert r.procestype == typen[daar["proces_type"]]["naam"].strip()
        assert (r.termijn, r.naam) == (daar["bewaartermijn"], daar["naam"].strip())
        assert (r.procestermijn or "") == daar["procestermijn"]
        assert r.waardering in (daar["waardering"] or "vervallen")
        for veld in ("omschrijving", "toelichting", "herkomst"):
            assert getattr(r, veld).split() == daar[veld].split()


# --- lists ----------------------------------------------------------------------------------


def test_lists_offer_what_can_be_chosen_today_and_keep_the_rest():
    assert set(register.lijsten()) == {
        "gemeenten", "gemeenten-ooit", "landen", "nationaliteiten", "titels", "voorvoegsels"
    }  # fmt: skip
    for naam in register.lijsten():
        alles, nu = register.lijst(naam, alles=True), register.lijst(naam)
        assert len({c.code for c in alles}) == len(alles)
        assert nu == tuple(c for c in alles if c.tot is None) and nu
        assert all(c.code and c.label for c in alles)
        assert all(lees_datum(c.tot).laatste < date(2026, 11, 24) for c in alles if c.tot)
    landen = {c.label: c for c in register.lijst("landen", alles=True)}
    assert landen["Nederland"].code == "6030" and landen["Nederland"].tot is None
    assert landen["Sovjet-Unie"].tot == "1991-12-31"
    with pytest.raises(KeyError):
        register.lijst("planeten")


def test_lists_stand_in_the_order_a_reader_expects():
    labels = [c.label for c in register.lijst("landen")]
    assert labels[-1] == "Onbekend"
    assert labels.index("Amerikaans-Samoa") < labels.index("Amerikaanse Maagdeneilanden")
    gemeenten = [c.label for c in register.lijst("gemeenten-ooit", alles=True)]
    assert gemeenten.index("'s-Gravendeel") > gemeenten.index("Rotterdam")
    voorvoegsels = [c.label for c in register.lijst("voorvoegsels")]
    assert voorvoegsels.index("de") + 1 == voorvoegsels.index("De")


def test_the_list_of_municipalities_is_the_register_of_municipalities():
    hier = {(c.code, c.label) for c in register.lijst("gemeenten")}
    assert hier == {(g.cbs_code, g.naam) for g in register.gemeenten().values()}


@pytest.mark.parametrize(
    "naam, bestand, einde",
    [("landen", "34-landen", 3), ("nationaliteiten", "32-nationaliteiten", 3), ("titels", "38-titels", None)],
)
def test_a_list_is_that_of_its_table(naam, bestand, einde):
    daar = {
        (rij[0], rij[1], rij[einde] if einde else "") for rij in rijen(f"data/brp-tabel-{bestand}.csv")
    }
    hier = {(c.code, c.label, (c.tot or "").replace("-", "")) for c in register.lijst(naam, alles=True)}
    assert hier == daar


def test_prefixes_are_those_of_their_table():
    daar = {rij[0].strip() for rij in rijen("data/brp-tabel-36-voorvoegsels.csv")}
    assert {c.code for c in register.lijst("voorvoegsels")} == daar
    assert all(c.code == c.label for c in register.lijst("voorvoegsels"))


def test_municipalities_ever_are_table_33_and_what_came_after_it():
    hier = {c.code: c for c in register.lijst("gemeenten-ooit", alles=True)}
    nu = {rij[0] for rij in rijen("data/gemeenten-2026.csv")}
    tabel = {rij[0]: rij for rij in rijen("data/brp-tabel-33-gemeenten.csv")}
    assert set(hier) == set(tabel) | nu
    for code, rij in tabel.items():
        assert hier[code].label == rij[1]
        if rij[4]:
            assert hier[code].tot.replace("-", "") == rij[4]
    assert {c for c in hier if hier[c].tot is None} == nu | {"0000", "1999"}
    assert hier["0003"].tot == "2026-05"  # Appingedam: over, but the table does not say since when


# --- tariffs --------------------------------------------------------------------------------

AFSCHRIFT = "afschrift-burgerlijke-stand"


def test_a_tariff_is_that_of_its_year_or_nothing():
    assert register.tarief(AFSCHRIFT, 2023).bedrag == "15.70"
    assert register.tarief(AFSCHRIFT, 2023).zekerheid == "gelezen"
    for jaar in (2024, 2025, 2026, 2027, 2040):
        waarde = register.tarief(AFSCHRIFT, jaar)
        assert waarde.bedrag is None and str(jaar) in waarde.te_controleren and waarde.jaar == jaar
    assert register.tarief(AFSCHRIFT, 2015) is None
    assert register.tarief("rijbewijs", 2023) is None


def test_tariffs_are_amounts_in_order_without_a_gap():
    for reeks in register.tarieven().values():
        jaren = [t.jaar for t in reeks]
        assert jaren == list(range(jaren[0], jaren[0] + len(jaren)))
        for t in reeks:
            assert t.bron and (t.zekerheid == "gelezen") == (t.bedrag is not None)
            assert (t.te_controleren is None) == (t.bedrag is not None)
            assert t.bedrag is None or re.fullmatch(r"[0-9]+\.[0-9]{2}", t.bedrag)


def test_tariffs_are_those_of_the_research():
    tekst = bron("bronnen/vijf-diensten.md").read_text(encoding="utf-8")
    gevonden = re.search(r"2016 12,80[^\[]*\[P", tekst).group()
    daar = dict(re.findall(r"(20[0-9]{2}) ([0-9]+,[0-9]{2})", gevonden))
    assert len(daar) == 8
    hier = {str(t.jaar): t.bedrag.replace(".", ",") for t in register.tarieven()[AFSCHRIFT] if t.bedrag}
    assert hier == daar


# --- data of base registers -----------------------------------------------------------------


def test_registered_data():
    gegevens = register.gegevens()
    assert {"brp/naam.voornamen", "brp/burgerservicenummer", "brp/verblijfplaats", "bag/adres", "kvk/kvkNummer",
            "rdw/kenteken", "brp/gezinsleden", "brp/overlijden.datum"} <= set(gegevens)  # fmt: skip
    for sleutel, gegeven in gegevens.items():
        assert gegeven.register in ("brp", "bag", "kvk", "rdw") and sleutel.startswith(gegeven.register + "/")
        assert set(gegeven.label) == {"nl", "en"} and all(gegeven.label.values())
        assert bool(gegeven.paden) == (gegeven.register == "brp")
        assert gegeven.persoonsgegeven or gegeven.register in ("bag", "kvk")


def test_the_paths_exist_in_the_api_of_the_brp():
    api = yaml.safe_load(bron("standaarden/oas/brp-personen-v2-resolved.yaml").read_bytes())
    schemas = api["components"]["schemas"]

    def er_is(schema, delen, varianten=True):
        """Does a schema have a property of this path, itself, in its parts, its items or its variants?"""
        if "$ref" in schema:
            return er_is(schemas[schema["$ref"].rsplit("/", 1)[1]], delen, varianten)
        if not delen:
            return True
        if "items" in schema:
            return er_is(schema["items"], delen)
        deel = schema.get("properties", {}).get(delen[0])
        if deel is not None and er_is(deel, delen[1:]):
            return True
        soorten = schema.get("discriminator", {}).get("mapping", {}).values() if varianten else ()
        # A variant refers back to the schema it is a variant of: there only its own part counts.
        return any(er_is(d, delen, False) for d in schema.get("allOf", ())) or any(
            er_is({"$ref": ref}, delen, False) for ref in soorten
        )

    persoon = {"$ref": "#/components/schemas/Persoon"}
    assert not er_is(persoon, ["naam", "bijnaam"])
    paden = {pad for g in register.gegevens().values() for pad in g.paden}
    assert [pad for pad in sorted(paden) if not er_is(persoon, pad.split("."))] == []


# --- ways in, and laws ----------------------------------------------------------------------


def test_ways_in():
    for ingangen in (register.levensgebeurtenissen(), register.themas(), register.doelgroepen()):
        for code, ingang in ingangen.items():
            assert re.fullmatch("[a-z]+(-[a-z]+)*", code)
            assert set(ingang.label) == {"nl", "en"} and all(ingang.label.values())
    assert "verhuizen" in register.levensgebeurtenissen()
    assert "burgerzaken" in register.themas() and "inwoner" in register.doelgroepen()


def test_sdg_areas_are_those_of_the_source():
    hier = {(i.code, i.label["nl"]) for i in register.sdg_gebieden().values()}
    assert hier == {(rij[0], rij[3].strip()) for rij in rijen("data/SDG-Informatiegebieden.csv")}


def test_laws():
    wetten = register.wetten()
    nummers = [w.bwb for w in wetten.values() if w.bwb]
    assert len(set(nummers)) == len(nummers)
    for wet in wetten.values():
        assert wet.bwb is None or re.fullmatch("BWBR[0-9]{7}", wet.bwb)
        assert wet.url is None or wet.url.startswith("https://")
        assert bool(wet.bwb) <= bool(wet.url) and wet.bron
    namen = [naam for wet in wetten.values() for naam in (wet.naam, *wet.afkortingen)]
    assert len(set(namen)) == len(namen)
    assert wetten["Wet basisregistratie personen"].url == "https://wetten.overheid.nl/BWBR0033715"


def test_the_numbers_of_laws_are_in_the_source_they_name():
    upl = rijen("data/upl-2025-04.csv")
    uit_upl = [w for w in register.wetten().values() if w.bron.startswith("Uniforme")]
    assert len(uit_upl) >= 10
    for wet in uit_upl:
        assert any(wet.naam in rij[-2] and wet.bwb in rij[-1] for rij in upl), wet.naam
