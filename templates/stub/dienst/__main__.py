"""Run the service: `python -m dienst [--host 127.0.0.1] [--port 8000]`.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import argparse
import logging

import eigen
import uvicorn

from dienst.app import maak_app
from dienst.omgeving import Instellingen


def main() -> None:
    """Start, and keep running until it is stopped."""
    woorden = argparse.ArgumentParser(prog="python -m dienst")
    woorden.add_argument("--host", default="127.0.0.1", help="where to listen; only the login proxy should reach it")
    woorden.add_argument("--port", type=int, default=8000)
    keuze = woorden.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    # No access log: a number that somebody types into an address would stand in it.
    uvicorn.run(maak_app(eigen, Instellingen.uit_omgeving()), host=keuze.host, port=keuze.port, access_log=False, server_header=False)


if __name__ == "__main__":
    main()
