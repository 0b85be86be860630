"""Every musician there is: one for each player of the model's, and those that wait to take over."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from dataclasses import replace

from bridge.events import Ask, Dismiss, MusicianLost, MusicianReady, Prepare, StandbyLost, StandbyReady, Switch
from bridge.musician.companion import Companion, Said
from bridge.musician.sounding import Sounding
from bridge.wire.frames import Load, Watch
from model.errors import UserError

LEAD = 0


class Troupe:
    """The musicians as the stage sees them.

    Args:
        load: What the first player's musician shall play; others get its runtime.
        watch: Where that musician shall stand by to end the notes, should the stage die; None without MIDI.
        sounding: The table it will find those notes in.
    """

    def __init__(self, load: Load, watch: Watch | None, sounding: Sounding) -> None:
        self._first = load
        self._watch = watch
        self._sounding = sounding
        self._playing = {LEAD: Companion(load, watch, sounding)}
        self._waiting: dict[int, Companion] = {}

    @property
    def sockets(self) -> list[socket.socket]:
        """For `select`: those of all there are."""
        return [each.socket for each in self._all() if each.socket is not None]

    @property
    def sockets_to_write(self) -> list[socket.socket]:
        """Those of them that have more to be told; `flush` once one is writable."""
        return [each.socket for each in self._all() if each.socket is not None and each.has_more_to_say]

    def ask(self, ask: Ask, now: float) -> None:
        """Ask the musician of that player."""
        companion = self._playing.get(ask.agent)
        if companion is not None:
            companion.ask(ask, now)

    def prepare(self, wish: Prepare, now: float) -> None:
        """Start another musician in the wings; one that waited there is sent away."""
        before = self._waiting.pop(wish.agent, None)
        if before is not None:
            before.dismiss()
        watch = self._watch if wish.agent == LEAD else None
        load = replace(self._first, model=wish.model or self._first.model)
        self._waiting[wish.agent] = Companion(load, watch, self._sounding, wish.agent)

    def switch(self, switch: Switch, now: float) -> None:
        """The one in the wings plays from here on."""
        before = self._playing.get(switch.agent)
        self._playing[switch.agent] = self._waiting.pop(switch.agent)
        if before is not None:
            before.dismiss()

    def dismiss(self, dismissed: Dismiss, now: float) -> None:
        """A player has left."""
        for musicians in (self._playing, self._waiting):
            companion = musicians.pop(dismissed.agent, None)
            if companion is not None:
                companion.dismiss()

    def watch_again(self) -> None:
        """The port they stand by was gone and is back."""
        for musicians in (self._playing, self._waiting):
            if LEAD in musicians:
                musicians[LEAD].watch_again()

    def flush(self) -> None:
        """Send what sockets had no room for."""
        for companion in self._all():
            if companion.has_more_to_say:
                companion.flush()

    def receive(self, ear: socket.socket, now: float) -> list[Said | StandbyReady | StandbyLost]:
        """What the musician behind that socket has said.

        Raises:
            UserError: The first player's model cannot be loaded, and never has been.
        """
        for companion in self._playing.values():
            if companion.socket is ear:
                return [*companion.receive(now)]
        for number, companion in self._waiting.items():
            if companion.socket is ear:
                return self._from_the_wings(number, companion, now)
        return []

    def poll(self, now: float) -> list[Said]:
        """Give up musicians that hang; start others where it is time."""
        return [answer for companion in self._playing.values() for answer in companion.poll(now)]

    def next_deadline(self) -> float | None:
        """When `poll` has something to do."""
        deadlines = (companion.next_deadline() for companion in self._playing.values())
        return min((at for at in deadlines if at is not None), default=None)

    def stop(self) -> None:
        """End all processes, at the latest by force."""
        for companion in self._all():
            companion.stop()

    def _from_the_wings(self, number: int, companion: Companion, now: float) -> list[Said | StandbyReady | StandbyLost]:
        try:
            answers = companion.receive(now)
        except UserError as error:
            answers = [MusicianLost(str(error))]
        out: list[Said | StandbyReady | StandbyLost] = []
        for answer in answers:
            if isinstance(answer, MusicianReady):
                out.append(StandbyReady(answer.model, answer.runtime, answer.sha256, number))
            elif isinstance(answer, MusicianLost):
                self._waiting.pop(number).dismiss()
                out.append(StandbyLost(answer.reason, number))
        return out

    def _all(self) -> Iterable[Companion]:
        return [*self._playing.values(), *self._waiting.values()]
