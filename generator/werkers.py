"""Makes outputs: those that take seconds in processes beside the build, on every core, and only when asked for."""

from __future__ import annotations

import signal
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from types import TracebackType

from catalogue.formulier import Formulier
from generator.programmafout import grens
from generator.target import Artifact, Kader
from generator.targets import target

Belofte = Future[tuple[Artifact, ...]]


class Werkers:
    """The processes of one build; they start at the first question, and end with it."""

    def __init__(self) -> None:
        self._werk: ProcessPoolExecutor | None = None
        self._beloofd: dict[tuple[str, str], Belofte] = {}

    def __enter__(self) -> Werkers:
        return self

    def __exit__(self, fout: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if self._werk:
            self._werk.shutdown(wait=fout is None, cancel_futures=True)

    def vraag(self, naam: str, formulier: Formulier, kader: Kader) -> Belofte:
        """The files of a target, some time from now; once for a release that is built under two addresses."""
        sleutel = naam, kader.sha256
        if sleutel not in self._beloofd:
            # Spawned, not forked: `serve` builds while threads run.
            self._werk = self._werk or ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_stil)
            self._beloofd[sleutel] = self._werk.submit(_maak, naam, formulier, replace(kader, _gemaakt={}))
        return self._beloofd[sleutel]

    def meteen(self, naam: str, formulier: Formulier, kader: Kader) -> Belofte:
        """The same for what takes no time: made here and now."""
        belofte: Belofte = Future()
        try:
            belofte.set_result(_maak(naam, formulier, kader))
        except Exception as reden:  # it is kept, as one from another process is, and comes out with the result
            belofte.set_exception(reden)
        return belofte


def _stil() -> None:
    """Ctrl+C ends a process at once, without a word; unless the build itself does not listen to it."""
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _maak(naam: str, formulier: Formulier, kader: Kader) -> tuple[Artifact, ...]:
    with grens():
        return kader.van(target(naam), formulier)
