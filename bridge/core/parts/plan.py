"""The notes the model intends to play, each waiting in the schedule, and fed tentatively onto the one before it.

    truth ──n1──► after n1 ──n2──► after n2 ──…──► the question that is being asked now

What really sounded (`Memories.truth`) never contains a planned note. When the first of them sounds, its memory becomes the truth;
when the performer interrupts, the plan is dropped and the truth is already right: no phantom note stays behind. When something
else sounds meanwhile without changing the mind (a key let go), the notes stay but their memories miss it: `rebase` forgets the
memories, and the notes are fed anew with the next question.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace

from bridge.core.beats.timeline import Timeline
from bridge.core.parts.memories import Memories
from bridge.core.parts.schedule import Schedule
from bridge.core.shape.knobs import Knobs
from bridge.events import Query
from model.notes import NoteOn

SAME_BEAT = 1 / 96
"""A quarter of the finest time that networks tell apart: less is what a clock trembles by."""
LONGEST_PLAN = 16
"""Notes thought ahead: a chord of ten fingers and the beginning of the next."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is being asked: the next note of the plan.

    Attributes:
        from_beat: The beat of the note before it, or of the last event that sounded.
        earliest_beat: The beat before which it cannot come, because it has passed.
        asked_at: When it was asked, in seconds.
    """

    take: int
    from_beat: float
    earliest_beat: float
    asked_at: float


@dataclass(slots=True)
class _Planned:
    seq: int
    note: NoteOn
    after: int | None = None
    committed: bool = False


class Plan:
    """Planned notes, soonest first, and the question for the one after them.

    Attributes:
        question: What is being asked; None when nothing is.
        stuck: No note is possible under the present knobs; asking again would get the same answer.
        count: How often the plan has changed.
        wake_at: Ask again at this moment (seconds), because the note proposed lay too far ahead to wait for; None otherwise.
    """

    def __init__(self, knobs: Knobs, memories: Memories, schedule: Schedule) -> None:
        self._knobs = knobs
        self._memories = memories
        self._schedule = schedule
        self._notes: deque[_Planned] = deque()
        self.question: Question | None = None
        self.stuck = False
        self.count = 0
        self.wake_at: float | None = None

    def __len__(self) -> int:
        return len(self._notes)

    @property
    def notes(self) -> list[NoteOn]:
        """What is planned, soonest first."""
        return [planned.note for planned in self._notes]

    @property
    def last_onset_beat(self) -> float | None:
        """The beat of the last note planned, or else of the last event that sounded; None before any."""
        sounded = self._memories.last_onset_beat
        if not self._notes:
            return sounded
        return max(self._notes[-1].note.at_beat, sounded or 0.0)

    def ask(self, query: Query, now: float, from_beat: float, earliest_beat: float) -> None:
        """Ask for the note after the last one planned; the two beats as in `Question`."""
        base, heard = self._memories.truth, list[NoteOn]()
        for planned in self._notes:
            if planned.after is None:
                # A key let go after the note's beat, but before the note is polled, stands before it in the memory.
                at_beat = max(planned.note.at_beat, self._memories.last_beat or 0.0, heard[-1].at_beat if heard else 0.0)
                heard.append(replace(planned.note, at_beat=at_beat))
            else:
                base, heard = planned.after, []
        memory = None
        if heard:
            memory = self._notes[-1].after = self._memories.new()
        take = self._memories.ask(query, now, base=base, heard=tuple(heard), memory=memory, usual=True)
        self.question = Question(take, from_beat, earliest_beat, now)
        self.wake_at = None

    def answered(self, take: int) -> Question | None:
        """The question that is being asked, where this is its answer: it is asked no more."""
        question = self.question
        if question is None or question.take != take:
            return None
        self.question = None
        return question

    def add(self, note: NoteOn, *, due: float, now: float, probability: float, shared: int | None = None) -> bool:
        """Plan a note behind the others, and have it sound as the groove wants it; False where it comes too late.

        Args:
            note: As it is written, with its length.
            due: The moment its beat stands for, or the one at which it is to start instead.
        """
        assert note.length_beat is not None
        late_sec, velocity = self._knobs.grooved(note.at_beat, note.velocity)
        seq = self._schedule.add(
            pitch=note.pitch,
            velocity=velocity,
            channel=self._knobs.settings.channel_out,
            # What a groove pushes to where it is too late to play it has no fault of its own.
            due=max(due + late_sec, min(due, now)),
            now=now,
            length_sec=self._knobs.timeline.seconds(note.length_beat),
            probability=probability,
            shared=shared,
        )
        if seq is None:
            return False
        self.count += 1
        self._notes.append(_Planned(seq, note))
        return True

    def sounded(self, seq: int) -> NoteOn | None:
        """A planned note sounds: what it was becomes what really was. None where `seq` is not of this plan."""
        planned = next((each for each in self._notes if each.seq == seq), None)
        if planned is None:
            return None
        if planned is not self._notes[0]:
            # A groove has turned the order round: those fed before it must be told anew.
            self.rebase()
        self._notes.remove(planned)
        self._memories.sounded(planned.note, planned.after)
        return planned.note

    def commit(self, seq: int) -> None:
        """A planned note has been let out ahead of its moment: it stands."""
        for planned in self._notes:
            if planned.seq == seq:
                planned.committed = True

    def falls_on(self, seq: int, beat: float, timeline: Timeline) -> bool:
        """A note that stands falls on another beat, because the timeline has changed and its moment has not.

        Returns:
            Whether one that does not stand yet would come before it now.
        """
        for planned in self._notes:
            if planned.seq == seq and abs(planned.note.at_beat - beat) > SAME_BEAT:
                self.count += 1
                self.rebase()
                planned.note = replace(planned.note, at_beat=beat, place=timeline.place(beat))
                self._notes = deque(sorted(self._notes, key=lambda each: each.note.at_beat))
                return any(not each.committed and each.note.at_beat < beat for each in self._notes)
        return False

    def withdraw(self, seq: int) -> None:
        """A note let out ahead of its moment was taken back before it could sound."""
        if any(planned.seq == seq for planned in self._notes):
            self.count += 1
            self.rebase()
            self._notes = deque(planned for planned in self._notes if planned.seq != seq)

    def rebase(self) -> None:
        """Something else sounded: keep the notes, feed them anew with the next question."""
        for planned in self._notes:
            if planned.after is not None:
                self._memories.release(planned.after)
                planned.after = None

    def drop(self) -> None:
        """Forget the question, and the notes but for those that stand."""
        self._schedule.drop()
        self.count += 1
        self.rebase()
        self._notes = deque(planned for planned in self._notes if planned.committed)
        self.question = None
        self.stuck = False
        self.wake_at = None
