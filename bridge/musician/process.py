"""The musician's process: loads a model and answers what the stage asks, until the stage is gone.

    python -m bridge.musician.process SOCKET TABLE

SOCKET is as `bridge.child` has it, TABLE the handle of the table of sounding notes. Answers are given one after another in the
order they were asked, stale ones too: a plan's later questions stand on the memories of earlier ones, and to answer takes less
time than to find out whether anybody still listens.
"""

from __future__ import annotations

import gc
import logging
import select
import signal
import socket
import sys
import time
from collections.abc import Callable
from itertools import chain, repeat
from typing import Any, Protocol

from bridge.child import inherited
from bridge.events import Answer, Ask, Impossible, MusicianLost, MusicianReady, Query
from bridge.musician.guard import Guard
from bridge.musician.mind import Mind
from bridge.musician.sounding import Sounding
from bridge.quiet import IDLE_SEC, settle
from bridge.wire.frames import Decoder, Leave, Load, Watch, encode
from model.errors import UserError
from model.notes import NoteOff, NoteOn
from model.predictor import Partner, ThinksAhead

_PIECE = 65_536
CALM_SEC = 0.02
"""So long after the last word the notes of a chord are all there: onsets further apart than 20 ms are heard one after another."""

_log = logging.getLogger("bridge.musician")


class Loaded(Protocol):
    """A predictor, its name, the runtime it runs on, and the sha256 of its file."""

    @property
    def predictor(self) -> Partner: ...
    @property
    def name(self) -> str: ...
    @property
    def runtime(self) -> str: ...
    @property
    def sha256(self) -> str: ...


class Musician:
    """Answers over one socket until the stage at its other end is gone.

    Args:
        stage: The musician's end of a pair of stream sockets.
        sounding: The stage's table of sounding notes.
        load: Gives the predictor for a model's name or path and a runtime; the text of a `UserError` is told to the stage.
    """

    def __init__(self, stage: socket.socket, sounding: Sounding, load: Callable[[str, str], Loaded]) -> None:
        self._stage = stage
        self._guard = Guard(sounding)
        self._load_predictor = load
        self._mind: Mind | None = None
        self._does: dict[type, Callable[[Any], None]] = {Ask: self._answer, Load: self._load, Watch: self._watch}

    def serve(self) -> None:
        """Answer; once the stage is gone, end what it left sounding, and return."""
        decoder = Decoder()
        try:
            while data := self._receive():
                for frame in decoder.feed(data):
                    if isinstance(frame, Leave):
                        return
                    self._does[type(frame)](frame)
        except ConnectionError:
            # The stage died while it was being told something. That is the same as silence from it.
            self._guard.end_everything()
        else:
            self._guard.end_everything()
        finally:
            self._guard.close()
            self._stage.close()

    def _receive(self) -> bytes:
        """What the stage says next; nothing where it is gone. A wait is used to think ahead, a long one to tidy up."""
        # What costs next to nothing at once; a step of a slow network only where no further note of a chord will run into it.
        waits = chain((0.0, CALM_SEC), repeat(0.0))
        while not self._speaks(next(waits)) and self._think_ahead():
            pass
        self._stage.settimeout(IDLE_SEC)
        try:
            return self._stage.recv(_PIECE)
        except TimeoutError:
            gc.collect()
            self._stage.settimeout(None)
            return self._stage.recv(_PIECE)

    def _think_ahead(self) -> bool:
        if self._mind is None:
            return False
        try:
            return self._mind.think_ahead()
        except Exception:
            # Who asks will be told, should it fail again then.
            _log.exception("the model failed in a pause")
            return False

    def _speaks(self, within_sec: float) -> bool:
        """Whether the stage has said something that is not read yet, or does so within this time."""
        return bool(select.select([self._stage], [], [], within_sec)[0])

    def _answer(self, ask: Ask) -> None:
        if self._mind is None:
            return
        answer: Answer | None
        try:
            answer = self._mind.answer(ask)
        except Exception as error:
            # Whatever a network throws, the next question may well have an answer; who asked this one is told.
            _log.exception("the model failed")
            text = f"the model failed ({type(error).__name__}: {error}); play on, or choose another model"
            answer = Impossible(ask.take, text) if ask.answered else None
        if answer is not None:
            self._stage.sendall(encode(answer))

    def _load(self, wanted: Load) -> None:
        try:
            loaded = self._load_predictor(wanted.model, wanted.runtime)
            _warm_up(loaded.predictor)
        except UserError as error:
            self._stage.sendall(encode(MusicianLost(str(error))))
            return
        except (ValueError, ArithmeticError) as error:
            # Its file is whole, and what is in it is no music: weights that are no numbers, say.
            text = f"the model {wanted.model} gives no notes ({error}): train it anew, or choose another"
            self._stage.sendall(encode(MusicianLost(text)))
            return
        if isinstance(loaded.predictor, ThinksAhead):
            loaded.predictor.weigh(time.monotonic)
        self._mind = Mind(loaded.predictor)
        settle()
        self._stage.sendall(encode(MusicianReady(loaded.name, loaded.runtime, loaded.sha256)))

    def _watch(self, watch: Watch) -> None:
        try:
            self._guard.watch(watch)
        except UserError as error:
            _log.warning("should the stage die, its notes would not be ended on %s: %s", watch.port, error)


def _warm_up(predictor: Partner) -> None:
    """Take the first steps where nobody waits: they fill caches and take many times as long as the rest."""
    mind = Mind(predictor)
    for take in range(1, 9):
        heard = (NoteOn(60 + take, 80, float(take)), NoteOff(60 + take, take + 0.5))
        mind.answer(Ask(take, take - 1, take, heard, Query(seed=take)))


def main() -> int:
    """The process: its arguments are those the module names."""
    from model.loading import load

    # The stage decides when it is over; it is heard through the socket. SIGTERM, sent by hand, ends this process in good order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    logging.basicConfig(format="%(name)s: %(message)s")
    Musician(inherited(sys.argv[1]), Sounding.open(sys.argv[2]), load).serve()
    return 0


if __name__ == "__main__":
    sys.exit(main())
