#!/usr/bin/env bash
# Makes sure that what cannot come from the locks is on this machine: tools/systeem.sh NEED...
# A NEED is venv, pango, chromium, java or jars. Says first what it installs and why; installs with apt-get, through sudo when
# not root. Where it may not, it prints the one command to type and exits 1.
set -euo pipefail

aanwezig() {
    case $1 in
        venv) python3 -c 'import venv, ensurepip' 2>/dev/null ;;
        pango) python3 -c 'import ctypes; [ctypes.CDLL(f"lib{n}.so.0") for n in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")]' 2>/dev/null ;;
        chromium) command -v chromium || command -v chromium-browser || command -v google-chrome ;;
        java) java -version 2>/dev/null && javac -version ;;
        jars) [ -f /usr/share/java/jakarta-annotation-api.jar ] && [ -f /usr/share/java/httpmime.jar ] ;;
        *) echo "onbekend: $1" >&2; exit 2 ;;
    esac >/dev/null
}
pakket() {
    case $1 in
        venv) echo python3-venv ;;
        pango) echo libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 ;;
        chromium) echo chromium ;;
        java) echo default-jdk-headless ;;
        jars) echo libjakarta-annotation-api-java libhttpmime-java ;;
    esac
}
waarom() {
    case $1 in
        venv) echo "om de Python-pakketten apart van uw systeem te zetten (map .venv)" ;;
        pango) echo "om van elk formulier een PDF te maken die men kan afdrukken" ;;
        chromium) echo "om de formulieren in een echte browser te testen" ;;
        java) echo "om de HTML te laten nakijken door de Nu Html Checker, en een client in Java te maken" ;;
        jars) echo "wat een client in Java nodig heeft" ;;
    esac
}

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    { echo "Samenloket heeft Python 3.11 of nieuwer nodig. Deze machine heeft: $(python3 --version 2>&1 || true)" >&2; exit 1; }

pakketten=()
for nodig in "$@"; do
    aanwezig "$nodig" && continue
    [ ${#pakketten[@]} -gt 0 ] || echo "Nodig van Debian, met apt-get:"
    echo "  $(pakket "$nodig"): $(waarom "$nodig")"
    read -ra namen <<<"$(pakket "$nodig")"
    pakketten+=("${namen[@]}")
done
[ ${#pakketten[@]} -gt 0 ] || exit 0

opdracht="apt-get update && apt-get install -y --no-install-recommends ${pakketten[*]}"
stop() {
    printf '%s\n' "$1" "Typ daarna opnieuw make. De opdracht is:" "" "  $2" "" >&2
    exit 1
}
command -v apt-get >/dev/null ||
    stop "Hier is geen apt-get. Installeer zelf: ${pakketten[*]} (of wat op uw systeem zo heet)." "$opdracht"
als=()
if [ "$(id -u)" -ne 0 ]; then
    als=(sudo)
    # Without a terminal nobody can type a password.
    if ! command -v sudo >/dev/null || { [ ! -t 0 ] && ! sudo -n true 2>/dev/null; }; then
        stop "Ik mag hier niets installeren. Vraag iemand die dat wel mag." "su -c '$opdracht'"
    fi
fi

verslag=$(mktemp)
trap 'rm -f "$verslag"' EXIT
apt() { "${als[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "$@" >"$verslag" 2>&1 </dev/null; }
echo "  bezig met installeren ..."
# A list that is a little old is no reason to stop; a package that cannot be installed is.
apt update -qq || true
if ! apt install -y -qq --no-install-recommends "${pakketten[@]}"; then
    tail -n 15 "$verslag" >&2
    stop "Het installeren is niet gelukt. Hierboven staat wat apt-get zei." "${als[*]:+sudo sh -c '}$opdracht${als[*]:+'}"
fi
for nodig in "$@"; do
    aanwezig "$nodig" || stop "Na het installeren is '$nodig' nog steeds niet te vinden." "$opdracht"
done
echo "  klaar"
