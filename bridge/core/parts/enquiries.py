"""What clients ask about the notes to come: answered from tentative memories, changing nothing that plays."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bridge.core.parts.chance import Chance, mixed, stream_of
from bridge.core.parts.memories import Memories
from bridge.core.shape.knobs import Knobs
from bridge.core.shown.replies import answer, error
from bridge.events import Message, Predicted, Query, Tell
from model.notes import NoteOn

MOST_ENQUIRIES = 32
"""Questions of clients under way together; each keeps one of the musician's memories."""
_STREAM = 2


@dataclass(slots=True)
class _Enquiry:
    message: Message
    query: Query
    seed: int
    memory: int
    from_beat: float
    not_before: float
    left: int
    told: int = 0


class Enquiries:
    """Chains of questions, each note fed to a memory of the chain's own; by the take that is being answered."""

    def __init__(self, knobs: Knobs, memories: Memories, agent: int = 0) -> None:
        self._knobs = knobs
        self._memories = memories
        self._chance = Chance(knobs.settings.seed, stream_of(_STREAM, agent))
        self._open: dict[int, _Enquiry] = {}

    def restart_chance(self) -> None:
        """Seeds begin again."""
        self._chance.restart(self._knobs.settings.seed)

    def next(self, message: Message, now: float) -> list[Tell]:
        """Ask for the notes `/repons/next n temperature seed` wants, of any voice; -1 stands for what is set."""
        count, temperature, seed = int(message.values[0]), float(message.values[1]), int(message.values[2])
        first_seed = self._chance.next_seed() if seed < 0 else mixed(seed, _STREAM)
        query = replace(self._knobs.query(first_seed, from_beat=self._from_beat(now)), voice=None)
        if temperature >= 0:
            query = replace(query, temperature=temperature, temperatures=None)
        return self._begin(message, query, count, now)

    def probabilities(self, message: Message, now: float) -> list[Tell]:
        """Tell the 88 probabilities, or ask for them where nobody has since something sounded or was set."""
        if self._memories.probabilities is not None:
            return [answer(message, *self._memories.probabilities)]
        return self._begin(message, self._knobs.query(self._chance.next_seed(), from_beat=self._from_beat(now)), 0, now)

    def look(self, now: float) -> None:
        """Ask for the probabilities of now on behalf of those who watch: the memories have them once the answer is there."""
        self._memories.ask(self._knobs.query(0), now, base=self._memories.truth, usual=True)

    def predicted(self, prediction: Predicted, now: float) -> list[Tell]:
        """What to tell for the musician's answer; nothing where the question is not a client's."""
        enquiry = self._open.pop(prediction.take, None)
        if enquiry is None:
            return []
        if enquiry.left == 0:
            self._memories.release(enquiry.memory)
            return [answer(enquiry.message, *prediction.probabilities)]
        timeline = self._knobs.timeline
        told = answer(
            enquiry.message,
            enquiry.told,
            prediction.pitch,
            prediction.velocity,
            timeline.seconds(prediction.wait_beat),
            timeline.seconds(prediction.length_beat),
            prediction.voice,
            prediction.probability,
        )
        enquiry.told += 1
        enquiry.left -= 1
        if enquiry.left == 0:
            self._memories.release(enquiry.memory)
            return [told]
        # A key let go after the note's beat stands before it in the memory.
        enquiry.from_beat = max(enquiry.from_beat + prediction.wait_beat, enquiry.not_before)
        place = timeline.place(enquiry.from_beat)
        note = NoteOn(prediction.pitch, prediction.velocity, enquiry.from_beat, prediction.voice, prediction.length_beat, place)
        grid = self._knobs.grid(enquiry.from_beat)
        enquiry.query = replace(enquiry.query, seed=mixed(enquiry.seed, enquiry.told), grid=grid)
        take = self._memories.ask(enquiry.query, now, base=enquiry.memory, heard=(note,), memory=enquiry.memory, usual=False)
        self._open[take] = enquiry
        return [told]

    def impossible(self, take: int, text: str) -> list[Tell]:
        """Tell the client why there is no note; nothing where the question is not a client's."""
        enquiry = self._open.pop(take, None)
        if enquiry is None:
            return []
        self._memories.release(enquiry.memory)
        return [error(enquiry.message, 409, text)]

    def musician_lost(self) -> list[Tell]:
        """Tell every client that waits that no answer will come."""
        waiting, self._open = self._open, {}
        text = "the model was lost while it thought about this; ask again when /repons/event says ready"
        return [error(enquiry.message, 409, text) for enquiry in waiting.values()]

    def _begin(self, message: Message, query: Query, count: int, now: float) -> list[Tell]:
        if not self._memories.ready:
            return [error(message, 409, "the model is still loading; ask again when /repons/event says ready")]
        if len(self._open) >= MOST_ENQUIRIES:
            return [error(message, 429, f"{MOST_ENQUIRIES} questions are being answered; wait for their answers first")]
        enquiry = _Enquiry(
            message,
            query,
            query.seed,
            self._memories.new(),
            self._from_beat(now),
            self._memories.last_beat or 0.0,
            count,
        )
        # The truth moves on while this is answered; the chain keeps a copy under its own number.
        take = self._memories.ask(query, now, base=self._memories.truth, memory=enquiry.memory, usual=count == 0)
        self._open[take] = enquiry
        return []

    def _from_beat(self, now: float) -> float:
        last = self._memories.last_onset_beat
        return self._knobs.timeline.beat(now) if last is None else last
