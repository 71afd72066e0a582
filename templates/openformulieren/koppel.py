"""Links the logic rules of an imported form to their steps, by sending them back as they are. Standard library only.

    python koppel.py https://formulieren.gemeente.example UUID_VAN_HET_FORMULIER < token.txt

The token of a staff user with the right to change forms is read from standard input, so that it stands in no history.

SPDX-License-Identifier: EUPL-1.2
"""

import json
import sys
import urllib.request


def vraag(adres: str, token: str, inhoud: object = None) -> object:
    verzoek = urllib.request.Request(adres, method="GET" if inhoud is None else "PUT", headers={"Authorization": f"Token {token}", "Content-Type": "application/json"})
    data = None if inhoud is None else json.dumps(inhoud).encode()
    with urllib.request.urlopen(verzoek, data, timeout=60) as antwoord:
        return json.load(antwoord)


def main() -> None:
    if len(sys.argv) != 3 or not sys.argv[1].startswith("https://"):
        raise SystemExit("Gebruik: python koppel.py https://ADRES UUID < token.txt")
    adres = f"{sys.argv[1].rstrip('/')}/api/v2/forms/{sys.argv[2]}/logic-rules"
    token = sys.stdin.readline().strip()
    regels = vraag(adres, token)
    vraag(adres, token, regels)
    print(f"{len(regels)} regels gekoppeld.")


if __name__ == "__main__":
    main()
