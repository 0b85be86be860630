"""The performer's keys: what is struck and let go, and everybody who hears it."""

from __future__ import annotations

from bridge.core.beats.beat import Beat
from bridge.core.parts.schedule import SHORTEST_SEC
from bridge.core.players import Players
from bridge.core.shape.ear import Ear
from bridge.core.shape.tonality import Key
from bridge.core.shown.tape import Tape
from bridge.events import NOBODY, Client, Tell
from model.notes import NoteOff, NoteOn


class Performer:
    """One performer, however many keyboards and programs it takes."""

    def __init__(self, beat: Beat, agents: Players, ear: Ear, tape: Tape) -> None:
        self._beat = beat
        self._agents = agents
        self._ear = ear
        self._tape = tape
        self._held: dict[tuple[int, int], Client] = {}

    @property
    def keys_down(self) -> int:
        """How many keys are held."""
        return len(self._held)

    def holds(self, pitch: int, channel: int) -> bool:
        """Whether that key is held."""
        return (pitch, channel) in self._held

    def strike(
        self, pitch: int, velocity: int, channel: int, length_sec: float | None, now: float, client: Client = NOBODY
    ) -> list[Tell]:
        """A key is struck, and held where `length_sec` is None; struck again while held, it was let go first.

        Args:
            client: The program it was struck through; nobody where it came over MIDI.

        Returns:
            What clients are told: the key of the music, where another is heard now.
        """
        self.let_go(pitch, channel, now)
        handing = [agent for agent in self._agents.values() if agent.knobs.hands_over(pitch)]
        if handing:
            for agent in handing:
                agent.part.hand_over(not agent.part.active, now)
            return []
        timeline = self._beat.timeline
        beat = timeline.beat(now)
        length_beat = None if length_sec is None else timeline.beats(max(length_sec, SHORTEST_SEC))
        if length_sec is None:
            self._held[pitch, channel] = client
        self._tape.struck(pitch, velocity, channel, beat, length_beat)
        before = self._ear.key
        self._ear.struck(pitch, velocity, beat)
        told = self._key_heard(before)
        for agent in self._agents.values():
            voice = agent.knobs.settings.voice_performer
            agent.memories.sounded(NoteOn(pitch, velocity, beat, voice, length_beat, timeline.place(beat)))
            agent.part.struck(pitch, now, now + (length_sec or 0.0))
        return told

    def let_go(self, pitch: int, channel: int, now: float) -> None:
        """A key is let go; nothing happens where it was not held."""
        if (pitch, channel) not in self._held:
            return
        del self._held[pitch, channel]
        beat = self._beat.timeline.beat(now)
        self._tape.let_go(pitch, channel, beat)
        for agent in self._agents.values():
            agent.memories.sounded(NoteOff(pitch, beat, agent.knobs.settings.voice_performer))
            agent.part.let_go(pitch, now)

    def leaves(self, client: Client, now: float) -> None:
        """A program takes its leave: nobody will say when the keys that were struck through it are let go."""
        for pitch, channel in [key for key, its in self._held.items() if its == client]:
            self.let_go(pitch, channel, now)

    def let_go_of_all(self, now: float) -> None:
        """No key is held any more, as far as is known."""
        self._held.clear()
        self._tape.let_go_of_all(self._beat.timeline.beat(now))

    def told_key(self, root: int, scale: str) -> list[Tell]:
        """The host says which key the set is in; with an empty scale, that it does not know. What clients are told."""
        before = self._ear.key
        self._ear.told(root, scale)
        return self._key_heard(before)

    def _key_heard(self, before: Key | None) -> list[Tell]:
        key = self._ear.key
        if before is key is None or (before is not None and key is not None and before[:2] == key[:2]):
            return []
        for agent in self._agents.values():
            agent.key_changed()
        return [Tell("/repons/key", self._ear.described)]
