"""The `samenloket` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line. The commands themselves are in `generator.cli`."""
    from generator.cli import app

    app(prog_name="samenloket")


if __name__ == "__main__":
    sys.exit(main())
