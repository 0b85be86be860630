"""Notes that have been let out, ahead of their moment or on it: they become part of what really sounded when it has come."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from bridge.core.beats.timeline import Timeline
from bridge.core.parts.memories import Memories
from bridge.core.parts.pacing import Pacing
from bridge.core.parts.plan import Plan
from bridge.core.shape.knobs import Knobs
from bridge.events import End, Play
from model.notes import NoteOff, NoteOn


class LetOut:
    """Notes between being let out and being heard, and whose voice sounds.

    Args:
        also_sounded: Tells the memory of a note that is not of the plan, and what it is; None where it is no music.

    Attributes:
        sounded: What has sounded since the last poll began, for the other players to hear.
    """

    def __init__(
        self, knobs: Knobs, memories: Memories, plan: Plan, pacing: Pacing, also_sounded: Callable[[int], NoteOn | None]
    ) -> None:
        self._knobs = knobs
        self._memories = memories
        self._plan = plan
        self._pacing = pacing
        self._also_sounded = also_sounded
        self.sounded: list[NoteOn | NoteOff] = []
        self._ahead: list[Play] = []
        self._ended: set[int] = set()
        self._voices: dict[int, int] = {}

    def take(self, action: Play | End, now: float) -> None:
        """A start or an end has been let out."""
        if isinstance(action, Play):
            self._ahead.append(action)
            self._ahead.sort(key=attrgetter("at"))
            self._plan.commit(action.seq)
            return
        self.sound_up_to(min(action.at, now))
        if any(play.seq == action.seq for play in self._ahead):
            if action.at <= now:
                # Cut short before it could begin: whoever sends it holds it back, as far as that is still possible.
                self._ahead = [play for play in self._ahead if play.seq != action.seq]
                self._plan.withdraw(action.seq)
            else:
                # It ends by itself, and that has been let out as well.
                self._ended.add(action.seq)
            return
        voice = self._voices.pop(action.seq, None)
        if voice is not None and action.early:
            off = NoteOff(action.pitch, self._knobs.timeline.beat(min(action.at, now)), voice)
            self._memories.sounded(off)
            self.sounded.append(off)
            self._plan.rebase()

    def sound_up_to(self, now: float) -> None:
        """The notes whose moment has come by `now` are heard."""
        while self._ahead and self._ahead[0].at <= now:
            play = self._ahead.pop(0)
            note = self._plan.sounded(play.seq) or self._also_sounded(play.seq)
            ended = play.seq in self._ended
            self._ended.discard(play.seq)
            if note is not None:
                if not ended:
                    self._voices[play.seq] = note.voice
                self.sounded.append(note)
                self._pacing.counted(note.at_beat, self._knobs.settings.density)

    def retime(self, timeline: Timeline, now: float) -> bool:
        """The timeline has changed: what stands keeps its moment, which is another beat now. Whether what waits overtakes it."""
        overtaken = [self._plan.falls_on(play.seq, timeline.beat(play.at), timeline) for play in self._ahead if play.at > now]
        return any(overtaken)

    def next_deadline(self) -> float | None:
        """When the next of them is heard."""
        return self._ahead[0].at if self._ahead else None

    def forget(self) -> None:
        """What sounds was never heard: its end will tell nobody anything."""
        self._voices.clear()

    def withdraw(self) -> None:
        """All of them end before they are heard, and what sounds is somebody else's to end."""
        for play in self._ahead:
            self._plan.withdraw(play.seq)
        self._ahead.clear()
        self._ended.clear()
        self.forget()
