"""What is in a set of Live: the song, its tracks, their slots, and the notes of a clip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bridge.events import Atom
from bridge.live.notes import ALL_PITCHES, SAME_BEAT, SlotNote, counted_from, read_notes
from bridge.live.talk import Gone, LiveError, Question, Round, Script, TooLong, Values, ask
from bridge.wire.live import SONG, key_of

AT_A_TIME_BEATS = 32.0
"""So much of a clip is asked for at once: eight bars, of six notes a beat at most."""
TOGETHER = 16
"""So many clips are asked about at once."""
LEAST_BEATS = 1 / 16
FEW_VALUES = 200
"""After an answer of no more than these, forty notes, twice as much is asked for: a clip that is being recorded may say that
it is years long."""
MOST_VALUES = 1000
"""In an answer about the tracks: what a message may carry (`wire.osc.MOST_ARGUMENTS`)."""
MOST_SCENES = MOST_VALUES - 2
"""Beside a track's name and kind."""


@dataclass(frozen=True, slots=True)
class Track:
    """A track of the set.

    Attributes:
        index: Counted from 0, as AbletonOSC does; people count from 1.
        name: As Live shows it.
        midi: Whether it can hold MIDI clips.
        slots: Whether there is a clip in each of its slots, from the first scene on.
    """

    index: int
    name: str
    midi: bool
    slots: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class LiveSet:
    """What a set of Live is like.

    Attributes:
        tempo: Quarter notes a minute.
        metre: Beats in the bar, and what counts as one.
        key: Its tonic, 0-11, and a key of `SCALES`; None where it names none.
        tracks: In order.
        scenes: How many.
    """

    tempo: float
    metre: tuple[int, int]
    key: tuple[int, str] | None
    tracks: tuple[Track, ...]
    scenes: int

    @property
    def bar_beats(self) -> float:
        """How many quarter notes a bar has."""
        return self.metre[0] * 4 / self.metre[1]


@dataclass(frozen=True, slots=True)
class ReadClip:
    """A clip as it plays: what lies in its loop, or between its markers.

    Attributes:
        track: Where it lies, from 0.
        slot: The same.
        name: As Live shows it; empty where it has none.
        midi: Whether it has notes; an audio clip has none.
        beats: How long it is.
        notes: Sorted by (onset, pitch).
    """

    track: int
    slot: int
    name: str
    midi: bool
    beats: float
    notes: tuple[SlotNote, ...] = ()

    @property
    def where(self) -> str:
        """In words."""
        return f"track {self.track + 1}, slot {self.slot + 1}"


def read_set() -> Script[LiveSet]:
    """The whole of it, but for what is in the clips.

    Raises:
        LiveError: Live does not answer, or has too much of something.
    """
    # Of what somebody asked who is gone, too.
    yield from _catch_up()
    known = yield from ask(
        *(Question(f"{SONG}/get/{name}") for name in ("tempo", "signature_numerator", "signature_denominator"))
    )
    tempo, beats, unit = (_number(value) for value in known)
    scale = yield from _scale()
    tracks, scenes = yield from ask(Question(f"{SONG}/get/num_tracks"), Question(f"{SONG}/get/num_scenes"))
    found = yield from read_tracks(int(_number(tracks)), int(_number(scenes)))
    return LiveSet(tempo, (int(beats), int(unit)), scale, found, int(_number(scenes)))


def read_tracks(tracks: int, scenes: int, values: int = MOST_VALUES) -> Script[tuple[Track, ...]]:
    """All tracks with their slots, asked for so many values at a time where that is enough for one.

    Raises:
        LiveError: The set has more scenes than can be told in a packet.
    """
    width = 2 + scenes
    if width > MOST_VALUES:
        raise LiveError(f"the set has {scenes} scenes, more than AbletonOSC can tell of: {MOST_SCENES} are the most")
    most = max(1, values // width)
    found: list[Track] = []
    while len(found) < tracks:
        first, end = len(found), min(len(found) + most, tracks)
        asked = (first, end, "track.name", "track.has_midi_input", "clip_slot.has_clip")
        try:
            (told,) = yield from ask(Question(f"{SONG}/get/track_data", asked))
        except TooLong:
            if most == 1:
                raise
            yield from _catch_up()
            most = max(1, most // 2)
            continue
        rows = [told[at : at + width] for at in range(0, len(told), width)]
        if len(rows) != end - first or len(rows[-1]) != width:
            raise LiveError(
                "the set changed while it was looked at, or this AbletonOSC is old: do it again, or install its newest"
            )
        found += [Track(first + at, str(row[0]), bool(row[1]), tuple(map(bool, row[2:]))) for at, row in enumerate(rows)]
    return tuple(found)


def read_selected() -> Script[tuple[int, int] | None]:
    """Track and slot of the clip that is selected in Live; None where something else is.

    Raises:
        Gone: Live does not answer.
    """
    try:
        (values,) = yield from ask(Question("/live/view/get/selected_clip"))
    except Gone:
        raise
    except LiveError:
        # The master or a return track is no track to AbletonOSC, and an older one does not tell.
        return None
    return int(values[0]), int(values[1])


def read_clip(track: int, slot: int) -> Script[ReadClip]:
    """A MIDI clip and all its notes.

    Raises:
        LiveError: There is none, or it is no MIDI clip.
    """
    (there,) = yield from ask(Question("/live/clip_slot/get/has_clip", (track, slot), 2))
    if not there[0]:
        raise LiveError(f"track {track + 1}, slot {slot + 1} is empty: repons live tracks lists the clips")
    (clip,) = yield from read_clips([(track, slot)])
    if not clip.midi:
        raise LiveError(f"{clip.where} is an audio clip; the model plays notes: convert it to MIDI in Live first")
    return clip


def read_clips(places: Sequence[tuple[int, int]]) -> Script[list[ReadClip]]:
    """The clips in these slots, counted from 0; there is one in each.

    Raises:
        LiveError: One has gone meanwhile, or has too many notes at once.
    """
    read: list[ReadClip] = []
    for first in range(0, len(places), TOGETHER):
        faces = yield from _faces(places[first : first + TOGETHER])
        notes = yield from _notes_together([face for face in faces if face.clip.midi])
        for face in faces:
            found = notes.get(face)
            if found is None:
                found = (yield from read_stretch(face.at, face.start, face.end)) if face.clip.midi else []
            read.append(replace(face.clip, notes=tuple(counted_from(found, face.start, face.clip.beats))))
    return read


@dataclass(frozen=True, slots=True)
class _Face:
    """All of a clip but its notes, and where in Live's count it begins."""

    clip: ReadClip
    start: float

    @property
    def at(self) -> tuple[int, int]:
        return self.clip.track, self.clip.slot

    @property
    def end(self) -> float:
        return self.start + self.clip.beats


def _notes_together(faces: Sequence[_Face]) -> Script[dict[_Face, list[SlotNote]]]:
    """The notes of the short ones, asked for at once; of none where that is too long."""
    short = [face for face in faces if face.clip.beats <= AT_A_TIME_BEATS]
    if not short:
        return {}
    try:
        answers = yield from ask(*(_notes_question(face.at, face.start, face.end) for face in short))
    except TooLong:
        yield from _catch_up()
        return {}
    return {face: read_notes(values, face.start, face.end) for face, values in zip(short, answers, strict=True)}


def _faces(places: Sequence[tuple[int, int]]) -> Script[list[_Face]]:
    names = ("is_midi_clip", "name", "length")
    known = yield from ask(*(Question(f"/live/clip/get/{name}", at, 2) for at in places for name in names))
    starts = yield Round(tuple(Question("/live/clip/get/loop_start", at, 2, optional=True) for at in places))
    faces = []
    for index, (track, slot) in enumerate(places):
        (midi,), (name,), length = known[3 * index : 3 * index + 3]
        faces.append(_Face(ReadClip(track, slot, str(name), bool(midi), _number(length)), _number(starts[index], 0.0)))
    return faces


def read_stretch(at: tuple[int, int], start: float, end: float) -> Script[list[SlotNote]]:
    """The notes of a clip that begin from `start` on and before `end`, in Live's count; the denser, the smaller the pieces.

    Raises:
        LiveError: There are more in a sixteenth of a beat than can be told in a packet.
    """
    notes: list[SlotNote] = []
    reached, step = start, AT_A_TIME_BEATS
    while reached < end:
        until = min(reached + step, end)
        try:
            (values,) = yield from ask(_notes_question(at, reached, until))
        except TooLong:
            if step <= LEAST_BEATS:
                raise
            yield from _catch_up()
            step /= 2
            continue
        notes += read_notes(values, reached, until)
        reached = until
        if len(values) <= FEW_VALUES:
            step *= 2
    return notes


def _catch_up() -> Script[None]:
    """Let all answers come that are under way: once this one is there, no more of them will."""
    yield from ask(Question("/live/application/get/version"))


def _notes_question(at: tuple[int, int], start: float, end: float) -> Question:
    # For a little more on both sides, of which what begins between them is kept: the edges travel as 32-bit fractions.
    hair = 10 * SAME_BEAT + abs(end) * 1e-6

    def fits(values: Values) -> bool:
        """An answer to another stretch, come twice or asked for by another program, is none to this."""
        return all(isinstance(onset, str) or start - hair <= onset <= end + hair for onset in values[1::5])

    values = (*at, *ALL_PITCHES, start - SAME_BEAT, end - start + 2 * SAME_BEAT)
    return Question("/live/clip/get/notes", values, 2, fits=fits)


def _scale() -> Script[tuple[int, str] | None]:
    names = ("scale_mode", "root_note", "scale_name")
    answers = yield from _optional(*(Question(f"{SONG}/get/{name}", optional=True) for name in names))
    mode, root, scale = (answer[0] if answer else None for answer in answers)
    return key_of(mode, root, scale)


def _optional(*questions: Question) -> Script[list[Values | None]]:
    answers = yield Round(questions)
    return list(answers)


def _number(values: Values | None, otherwise: float | None = None) -> float:
    value: Atom | None = values[0] if values else otherwise
    if value is None or isinstance(value, str):
        raise LiveError("Live answers something that is no number: install the newest AbletonOSC")
    return float(value)
