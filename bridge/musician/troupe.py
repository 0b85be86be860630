"""Every musician there is: one for each player of the model's, and those that wait to take over."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bridge.events import MOST_PREPARED, Ask, Dismiss, MusicianLost, MusicianReady, Prepare, StandbyLost, StandbyReady, Switch
from bridge.musician.companion import Companion, Said
from bridge.musician.sounding import Sounding
from bridge.wire.frames import Load, Watch
from model.errors import UserError

LEAD = 0


@dataclass(slots=True, eq=False)
class Standby:
    """A musician in the wings.

    Attributes:
        wish: What it was asked for.
        companion: None until it is started, and once it is lost.
        said: What has become of it; None while it loads.
    """

    wish: Prepare
    companion: Companion | None = None
    said: StandbyReady | StandbyLost | None = None

    def leave(self) -> None:
        """Nobody waits for it any more."""
        if self.companion is not None:
            self.companion.dismiss()
            self.companion = None


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
        # The one asked for last stands at the end, in front of the others; only of that one anything is said.
        self._wings: dict[int, list[Standby]] = {}

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

    def prepare(self, wish: Prepare) -> Standby:
        """Another musician is asked for: from now on it is the one in front; `start` starts it."""
        wings = self._wings.setdefault(wish.agent, [])
        wings.append(standby := Standby(wish))
        if len(wings) > MOST_PREPARED:
            wings.pop(0).leave()
        return standby

    def start(self, standby: Standby, now: float) -> None:
        """Start a musician that was asked for, unless nobody waits for it any more."""
        wish = standby.wish
        if standby in self._wings.get(wish.agent, ()):
            watch = self._watch if wish.agent == LEAD else None
            load = replace(self._first, model=wish.model or self._first.model)
            standby.companion = Companion(load, watch, self._sounding, wish.agent)

    def switch(self, switch: Switch, now: float) -> None:
        """The one in front plays from here on."""
        before = self._playing.get(switch.agent)
        *others, front = self._wings.pop(switch.agent)
        assert front.companion is not None
        self._playing[switch.agent] = front.companion
        if before is not None:
            before.dismiss()
        for standby in others:
            standby.leave()

    def dismiss(self, dismissed: Dismiss, now: float) -> None:
        """A player has left."""
        playing = self._playing.pop(dismissed.agent, None)
        if playing is not None:
            playing.dismiss()
        for standby in self._wings.pop(dismissed.agent, ()):
            standby.leave()

    def watch_again(self) -> None:
        """The port they stand by was gone and is back."""
        for companion in (self._playing[LEAD], *_started(self._wings.get(LEAD, ()))):
            companion.watch_again()

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
        for wings in self._wings.values():
            for standby in wings:
                if standby.companion is not None and standby.companion.socket is ear:
                    return self._from_the_wings(wings, standby, standby.companion, now)
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

    def _from_the_wings(
        self, wings: list[Standby], standby: Standby, companion: Companion, now: float
    ) -> list[Said | StandbyReady | StandbyLost]:
        number = standby.wish.agent
        try:
            answers = companion.receive(now)
        except UserError as error:
            answers = [MusicianLost(str(error))]
        said = standby.said
        for answer in answers:
            if isinstance(answer, MusicianReady):
                standby.said = StandbyReady(answer.model, answer.runtime, answer.sha256, number)
            elif isinstance(answer, MusicianLost):
                standby.said = StandbyLost(answer.reason, number)
                standby.leave()
        if standby.said is said or standby is not wings[-1]:
            return []
        out: list[Said | StandbyReady | StandbyLost] = []
        while wings and wings[-1].said is not None:
            out.append(wings[-1].said)
            if isinstance(wings[-1].said, StandbyReady):
                break
            wings.pop()
        return out

    def _all(self) -> Iterable[Companion]:
        return [*self._playing.values(), *(each for wings in self._wings.values() for each in _started(wings))]


def _started(wings: Iterable[Standby]) -> list[Companion]:
    return [standby.companion for standby in wings if standby.companion is not None]
