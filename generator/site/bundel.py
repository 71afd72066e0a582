"""What the site offers of the built services: exactly the files that a build made, and one ZIP of them per version.

The manifest of the build says which files those are. What else stands in the folders (what people sent to a stub that
ran there, a municipality's own code) is nobody's download, so it is never copied.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalogue.formulier import WERK
from generator.targets import vanzelf
from generator.targets.stub import MAP as STUB
from generator.write import MANIFEST, lees_manifest

ZIPS = ".zip"
VAN_HEN = {"stub/eigen.py": STUB / "eigen.py"}
"""The start of the user's own code: it is not in the manifest, and goes into the ZIP as it was given."""
NODIG = {"formulier/index.html", "stroom.svg"}
"""What the page of a service cannot do without."""
_TIJD = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Bundel:
    """One service in one version, or for one municipality: its folder, its files, and the ZIP that holds them."""

    map: str
    bestanden: dict[str, Path]
    zip: Path

    @property
    def zip_naam(self) -> str:
        """`diensten/x/2.0.0` is `x-2.0.0.zip`, `gemeenten/9999/x` is `9999-x.zip`."""
        return f"{_naam(self.map)}.zip"

    def kb(self, naam: str | None = None) -> str:
        """How large one file is, or the ZIP, in kB."""
        return str(max(1, round((self.bestanden[naam] if naam else self.zip).stat().st_size / 1000)))


def bundels(uit: Path) -> dict[str, Bundel]:
    """Every folder of which all outputs were built, with its ZIP in `uit/.zip`; a ZIP that nobody needs goes."""
    gemaakt = {map: _bundel(uit, map, sommen) for map, sommen in _gebouwd(uit)}
    blijft = {b.zip for b in gemaakt.values()}
    for pad in (uit / ZIPS).glob("*"):
        if pad not in blijft:
            pad.unlink()
    return gemaakt


def zet_neer(alle: dict[str, Bundel], site: Path) -> None:
    """The files and ZIPs beside the pages, as hard links where the disk allows it."""
    mappen: set[Path] = set()
    for bundel in alle.values():
        for naam, bron in {**bundel.bestanden, bundel.zip_naam: bundel.zip}.items():
            doel = site / bundel.map / naam
            if doel.parent not in mappen:
                doel.parent.mkdir(parents=True, exist_ok=True)
                mappen.add(doel.parent)
            doel.unlink(missing_ok=True)
            try:
                os.link(bron, doel)
            except OSError:
                shutil.copyfile(bron, doel)


def _gebouwd(uit: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Per folder its files with their sha256; only folders of which every output was to be made that each version has. One
    that the program could not make is missed, as long as the page can do without it."""
    per_map: dict[str, dict[str, dict[str, str]]] = {}
    for taak, gedaan in lees_manifest(uit / MANIFEST).get("taken", {}).items():
        map, _, doel = taak.partition("#")
        per_map.setdefault(map, {})[doel] = gedaan["bestanden"]
    for map, doelen in sorted(per_map.items()):
        sommen = {pad.removeprefix(f"{map}/"): som for doel in doelen.values() for pad, som in doel.items()}
        heel = set(doelen) >= set(vanzelf(WERK)) and sommen.keys() >= NODIG
        if heel and all((uit / map / naam).is_file() for naam in sommen):
            yield map, sommen


def _bundel(uit: Path, map: str, sommen: dict[str, str]) -> Bundel:
    bestanden = {naam: uit / map / naam for naam in sommen} | VAN_HEN
    sommen = sommen | {naam: hashlib.sha256(pad.read_bytes()).hexdigest() for naam, pad in VAN_HEN.items()}
    sleutel = hashlib.sha256(repr((map, sorted(sommen.items()))).encode()).hexdigest()
    zip = uit / ZIPS / f"{sleutel[:32]}.zip"
    if not zip.is_file():
        zip.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = zip.with_suffix(f".{os.getpid()}")
        tijdelijk.write_bytes(_inpakken(_naam(map), bestanden))
        tijdelijk.replace(zip)
    return Bundel(map, dict(sorted(bestanden.items())), zip)


def _inpakken(naam: str, bestanden: dict[str, Path]) -> bytes:
    """The files of a bundle, in a folder with its name."""
    return inpakken({f"{naam}/{pad}": bron.read_bytes() for pad, bron in bestanden.items()})


def inpakken(inhoud: dict[str, bytes]) -> bytes:
    """A ZIP with fixed times and rights, in the order of the names: same files, same bytes. A ZIP in it stays as is."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as doel:
        for pad, bytes_ in sorted(inhoud.items()):
            info = zipfile.ZipInfo(pad, _TIJD)
            info.compress_type = zipfile.ZIP_STORED if pad.endswith(".zip") else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16
            doel.writestr(info, bytes_)
    return uit.getvalue()


def _naam(map: str) -> str:
    return "-".join(map.split("/")[1:])
