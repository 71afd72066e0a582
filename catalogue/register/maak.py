"""Makes the files in `data/` that are copied from a published source.

    python -m catalogue.register.maak SOURCES

SOURCES is a folder with gemeenten-2026.csv, upl-2025-04.csv, selectielijst_2020.json,
SDG-Informatiegebieden.csv and brp-tabel-*.csv as their publishers give them. The same sources give
the same bytes. gegevens.json, ingangen.json, tarieven.json and wetten.json are kept by hand.
"""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
OVERHEDEN = ("Rijk", "Provincie", "Waterschap", "Gemeente")
DOELGROEPEN = ("Burger", "Bedrijf")
KENMERKEN = ("Dienstenwet", "Autonomie", "Medebewind", "Aanvraag", "Subsidie", "Melding", "Verplichting")
ADRESSEN = {
    "owms": "http://standaarden.overheid.nl/owms/terms/",
    "jci": "https://wetten.overheid.nl/jci1.3:c:",
}
WAARDERING = {"vernietigen": "vernietigen", "blijvend_bewaren": "bewaren", "": "vervallen"}


def schrijf(naam: str, kop: dict[str, Any], rijen: list[Any], sleutel: str = "rijen") -> None:
    """Write one file: what it is, and then one row a line, so that a change can be read."""
    begin = json.dumps(kop, ensure_ascii=False, indent=1)[:-2]
    regels = ",\n".join(json.dumps(rij, ensure_ascii=False, separators=(",", ":")) for rij in rijen)
    tekst = f'{begin},\n "{sleutel}": [\n{regels}\n]}}\n'
    json.loads(tekst)
    doel = DATA / f"{naam}.json"
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_text(tekst, encoding="utf-8", newline="\n")


def lees_csv(bestand: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, with their values stripped and without columns that have no name."""
    with bestand.open(encoding="utf-8-sig", newline="") as open_bestand:
        rijen = list(csv.DictReader(open_bestand))
    return [{kop: (waarde or "").strip() for kop, waarde in rij.items() if kop} for rij in rijen]


def op_alfabet(rij: list[Any]) -> tuple[bool, str, str]:
    """Order of labels: without accents and leading signs, "Onbekend" last, small letters first."""
    kaal = unicodedata.normalize("NFKD", rij[1].replace("-", " "))
    kaal = "".join(teken for teken in kaal if teken.isalnum() or teken == " ").casefold().strip()
    return rij[0] == "0000", kaal, rij[1].swapcase()


def gemeenten(bron: Path) -> None:
    rijen = [
        [*(rij[k] for k in ("cbs_code", "naam", "officiele_naam", "provincie")), int(rij["inwoners"]),
         *(rij[k] for k in ("tooi_uri", "owms_uri", "oin")), rij["rsin"] or None, rij["website"]]
        for rij in lees_csv(bron / "gemeenten-2026.csv")
    ]  # fmt: skip
    kop = {
        "titel": "Gemeenten",
        "bron": "Register van overheidsorganisaties en CBS (CC0)",
        "stand": "2026-05",
    }
    schrijf("gemeenten", kop, sorted(rijen, key=op_alfabet))


def kort(adres: str) -> str:
    """An address without a beginning that returns a thousand times: "owms:verhuismelding"."""
    for afkorting, begin in ADRESSEN.items():
        if adres.startswith(begin):
            return f"{afkorting}:{adres.removeprefix(begin)}"
    return adres


def producten(bron: Path) -> None:
    per_naam: dict[str, dict[str, Any]] = {}
    for rij in lees_csv(bron / "upl-2025-04.csv"):
        product = {"naam": rij["UniformeProductnaam"], "uri": kort(rij["URI"])}
        for naam, kolommen in (("overheden", OVERHEDEN), ("doelgroepen", DOELGROEPEN), ("kenmerken", KENMERKEN)):
            product[naam] = [kolom.lower() for kolom in kolommen if rij[kolom] == "X"]
        product["sdg"] = [code.strip() for code in rij["SDG"].split(";") if code.strip()]
        eerder = per_naam.setdefault(product["naam"], {**product, "grondslagen": []})
        if any(eerder[k] != v for k, v in product.items()):
            raise SystemExit(f"{product['naam']}: de rijen van dit product spreken elkaar tegen")
        if rij["Grondslaglabel"]:
            grond = [rij["Grondslaglabel"], kort(rij["Grondslag"]), kort(rij["Grondslaglink"]) or None]
            eerder["grondslagen"].append(grond)
    rijen = [{k: v for k, v in product.items() if v} for product in per_naam.values()]
    kop = {"titel": "Uniforme productnamenlijst", "bron": "UPL, Logius", "stand": "2025-04", "adressen": ADRESSEN}
    schrijf("producten", kop, rijen)


def selectielijst(bron: Path) -> None:
    alles = json.loads((bron / "selectielijst_2020.json").read_bytes())
    typen = {r["pk"]: r["fields"] for r in alles if r["model"] == "selectielijst.procestype"}
    resultaten = {r["pk"]: r["fields"] for r in alles if r["model"] == "selectielijst.resultaat"}

    def nummer(r: dict[str, Any]) -> str:
        boven = resultaten.get(r["generiek_resultaat"])
        return f"{nummer(boven) if boven else typen[r['proces_type']]['nummer']}.{r['nummer']}"

    rijen = {
        nummer(r): {
            "nummer": nummer(r),
            "naam": r["naam"].strip(),
            "omschrijving": " ".join(r["omschrijving"].split()),
            "waardering": WAARDERING[r["waardering"]],
            "termijn": r["bewaartermijn"],
            "procestermijn": r["procestermijn"] or None,
            "toelichting": " ".join(r["toelichting"].split()),
            "herkomst": " ".join(r["herkomst"].split()),
            "uuid": r["uuid"],
        }
        for r in resultaten.values()
    }
    if len(rijen) != len(resultaten):
        raise SystemExit("Twee resultaten van de selectielijst hebben hetzelfde nummer")
    kop = {
        "titel": "Selectielijst gemeenten en intergemeentelijke organen 2020",
        "bron": "VNG, in de vorm van de Selectielijst-API",
        "stand": "2020",
        "procestypen": {str(t["nummer"]): t["naam"].strip() for t in typen.values()},
    }
    schrijf("selectielijst", kop, sorted(rijen.values(), key=lambda r: [int(d) for d in r["nummer"].split(".")]))


def dag(tekst: str) -> str | None:
    """19900101 as 1990-01-01."""
    return f"{tekst[:4]}-{tekst[4:6]}-{tekst[6:]}" if tekst else None


def brp_tabel(bron: Path, bestand: str, einde: bool = True) -> list[list[Any]]:
    rijen = [list(rij.items()) for rij in lees_csv(bron / f"brp-tabel-{bestand}.csv")]
    return [
        [rij[0][1], rij[1][1], *([dag(dict(rij)["99.99 Datum einde"])] if einde else [])] for rij in rijen
    ]


def gemeenten_ooit(bron: Path) -> list[list[Any]]:
    """Table 33 stops in 2019: add what came after, and mark what is no longer there."""
    nu = {rij["cbs_code"]: rij["naam"] for rij in lees_csv(bron / "gemeenten-2026.csv")}
    rijen = brp_tabel(bron, "33-gemeenten")
    for rij in rijen:
        # 0000 is "unknown" and 1999 the register of non-residents: neither is a municipality.
        if rij[2] is None and rij[0] not in nu and rij[0] not in ("0000", "1999"):
            rij[2] = "2026-05"
    bekend = {rij[0] for rij in rijen}
    return rijen + [[code, naam, None] for code, naam in nu.items() if code not in bekend]


def lijsten(bron: Path) -> None:
    tabellen = {
        "landen": ("Landen", "Landelijke tabel 34 van de BRP, RvIG", "2022-07", brp_tabel(bron, "34-landen")),
        "nationaliteiten": (
            "Nationaliteiten", "Landelijke tabel 32 van de BRP, RvIG", None,
            brp_tabel(bron, "32-nationaliteiten"),
        ),
        "gemeenten-ooit": (
            "Gemeenten van nu en vroeger",
            "Landelijke tabel 33 van de BRP, RvIG (tot en met 2019), aangevuld met de gemeenten van mei 2026",
            "2026-05", gemeenten_ooit(bron),
        ),
        "titels": (
            "Adellijke titels en predicaten", "Landelijke tabel 38 van de BRP, RvIG", "2019",
            brp_tabel(bron, "38-titels", einde=False),
        ),
        "voorvoegsels": (
            "Voorvoegsels van geslachtsnamen", "Landelijke tabel 36 van de BRP, RvIG", None,
            [[rij["02.31 Voorvoegsel"]] * 2 for rij in lees_csv(bron / "brp-tabel-36-voorvoegsels.csv")],
        ),
    }  # fmt: skip
    for naam, (titel, waar, stand, rijen) in tabellen.items():
        rijen = [rij[:2] if rij[-1] is None else rij for rij in sorted(rijen, key=op_alfabet)]
        schrijf(f"lijsten/{naam}", {"titel": titel, "bron": waar, "stand": stand}, rijen)


def sdg(bron: Path) -> None:
    rijen = [
        [rij["SDG_Code"], {"nl": rij["SDG_Thema"]}] for rij in lees_csv(bron / "SDG-Informatiegebieden.csv")
    ]
    rijen.sort(key=lambda rij: (rij[0][0], int(rij[0][1:])))
    kop = {
        "titel": "Informatiegebieden van de Single Digital Gateway",
        "bron": "Logius, SDG-informatiegebieden; bijlage I van Verordening (EU) 2018/1724",
        "stand": None,
    }
    schrijf("sdg", kop, rijen, "sdg")


def main(bron: Path) -> None:
    """Make all files out of this folder."""
    for maak in (gemeenten, producten, selectielijst, lijsten, sdg):
        maak(bron)


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        raise SystemExit("Gebruik: python -m catalogue.register.maak MAP")
    main(Path(sys.argv[1]))
