"""Clips into the slots of Live: made, named, coloured, filled, and read again to see that all of it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bridge.events import Atom
from bridge.live.notes import Settling, SlotNote, missing, windows
from bridge.live.reading import MOST_SCENES, MOST_VALUES, Track, read_stretch
from bridge.live.talk import BREATH, Begun, Gone, LiveError, Order, Question, Round, Script, ask
from bridge.wire.live import SONG
from bridge.wire.words import did_you_mean, printable

MODEL_COLOUR = 0xC8553D
PERFORMER_COLOUR = 0x1B6CA8
"""Rust and blue, as in the piano rolls; Live takes the nearest of its own."""
PACKETS_A_TICK = 8
"""Of notes, before Live is asked whether the clip is still there: ten kilobytes in its post."""
LOOKS = 20
LOOK_SEC = 0.1
"""A new clip can be a tick or two away; after two seconds it does not come any more."""
_SHORTEST_CLIP = 0.25


@dataclass(frozen=True, slots=True)
class NewClip:
    """What is to lie in a slot.

    Attributes:
        name: As Live will show it.
        colour: 0xRRGGBB.
        beats: How long it is.
        notes: In it, in the order of their onsets.
    """

    name: str
    colour: int
    beats: float
    notes: tuple[SlotNote, ...]


@dataclass(frozen=True, slots=True)
class Pace:
    """How much is taken in hand at a time.

    Attributes:
        sent: Notes in a packet.
        read: About so many notes are read again at a time.
        values: So many are asked for about the tracks at a time.
        settled: So many are made such as Live can hold them.
    """

    sent: int
    read: int
    values: int
    settled: int


AT_EASE = Pace(sent=50, read=150, values=MOST_VALUES, settled=10_000)
"""Fifty notes, of 25 bytes, are with the rest under 1,400."""
BESIDE_MUSIC = Pace(sent=10, read=20, values=200, settled=40)
"""None of this takes longer than half a millisecond; a note may be due behind it."""


def fill_slot(track: int, slot: int, clip: NewClip, *, over: str | None = None, pace: Pace = AT_EASE) -> Script[int]:
    """Write a clip into a slot; how many notes are in it then.

    Args:
        over: What the clip is called that lies there and may go; None where none may.

    Raises:
        LiveError: There is a clip, or another; or Live did not take this one whole.
    """
    at, where = (track, slot), f"track {track + 1}, slot {slot + 1}"
    there = Question("/live/clip_slot/get/has_clip", at, 2)
    ((taken,),) = yield from ask(there)
    if taken:
        yield from _clear(at, where, over)
    create = Order("/live/clip_slot/create_clip", (*at, max(float(clip.beats), _SHORTEST_CLIP)))
    yield from _until(there, True, (create,), f"Live makes no clip in {where}")
    try:
        return (yield from _fill(at, clip, pace))
    except Begun:
        raise
    except LiveError as error:
        raise LiveError(f"{error}; what lies in {where} is not whole: delete that clip, and do it again") from error


def _clear(at: tuple[int, int], where: str, over: str | None) -> Script[None]:
    if over is None:
        raise LiveError(f"{where} has a clip by now: choose another slot, or --force to replace it")
    ((name,),) = yield from ask(Question("/live/clip/get/name", at, 2))
    if name != over:
        raise LiveError(f"another clip lies in {where} by now: look at the set, and do it again")
    there = Question("/live/clip_slot/get/has_clip", at, 2)
    yield from _until(there, False, (Order("/live/clip_slot/delete_clip", at),), f"the clip in {where} does not go")


def _fill(at: tuple[int, int], clip: NewClip, pace: Pace) -> Script[int]:
    there = Question("/live/clip_slot/get/has_clip", at, 2)
    face = (Order("/live/clip/set/name", (*at, clip.name)), Order("/live/clip/set/color", (*at, clip.colour)))
    yield Round((there,), face)
    wanted = yield from _settled(clip.notes, pace)
    yield from _add(at, wanted, there, pace)
    gone = yield from _gone(at, wanted, clip.beats, pace)
    if gone:
        # A packet can be lost even here. One note alone might end the next of its pitch, by a hair.
        pitches = {note.pitch for note in gone}
        yield from _add(at, [note for note in wanted if note.pitch in pitches], there, pace)
        gone = yield from _gone(at, wanted, clip.beats, pace)
    if gone:
        raise LiveError(f"Live took {len(wanted) - len(gone)} of the {len(wanted)} notes")
    return len(wanted)


@dataclass(frozen=True, slots=True)
class Target:
    """Where clips are to go.

    Attributes:
        track: The track; one that is not there yet has the index it is to have.
        new: Whether it is to be made.
        slots: One a clip; some may lie below the last scene.
    """

    track: Track
    new: bool
    slots: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """A track that can be written to.

    Attributes:
        track: Its index.
        tracks: How many there are now.
        scenes_added: So many have been.
    """

    track: int
    tracks: int
    scenes_added: int


def prepare(target: Target) -> Script[Ready]:
    """See that the track is where it was, or make it, and that there are scenes enough.

    Raises:
        LiveError: The tracks have been moved, or Live does not do it.
    """
    (tracks,), (scenes,) = yield from ask(Question(f"{SONG}/get/num_tracks"), Question(f"{SONG}/get/num_scenes"))
    index, more = target.track.index, max(target.slots) + 1 - int(scenes)
    if more > 0 and int(scenes) + more > MOST_SCENES:
        raise LiveError(f"that would make more than {MOST_SCENES} scenes, and AbletonOSC can tell of no more: free some slots")
    if target.new:
        # Live counts the place behind the last track as -1.
        last = index >= int(tracks)
        index = int(tracks) if last else index
        making = (Order(f"{SONG}/create_midi_track", (-1 if last else index,)),)
        yield from _until(Question(f"{SONG}/get/num_tracks"), int(tracks) + 1, making, "Live adds no track")
        asked = Question("/live/track/get/name", (index,), 1)
        naming = (Order("/live/track/set/name", (index, target.track.name)),)
        yield from _until(asked, target.track.name, naming, "Live does not name the track")
    else:
        yield from check_track(target.track, int(tracks))
    if more > 0:
        orders = (Order(f"{SONG}/create_scene", (-1,)),) * more
        yield from _until(Question(f"{SONG}/get/num_scenes"), int(scenes) + more, orders, "Live adds no scene")
    return Ready(index, int(tracks) + target.new, max(0, more))


def check_track(track: Track, tracks: int) -> Script[None]:
    """See that it is still where it was, one of so many: Live's own names, such as 2-MIDI, go with the place.

    Raises:
        LiveError: It is not.
    """
    try:
        (count,), (name,) = yield from ask(
            Question(f"{SONG}/get/num_tracks"), Question("/live/track/get/name", (track.index,), 1)
        )
    except Gone:
        raise
    except LiveError:
        count, name = -1, ""
    if (count, name) != (tracks, track.name):
        raise LiveError(f"track {track.index + 1} was {printable(track.name)}: the tracks have been moved meanwhile, do it again")


def named(tracks: Sequence[Track], word: str) -> Track:
    """The track with that number, counted from 1, or that name, in any case.

    Raises:
        LiveError: There is none, or it is no MIDI track.
    """
    found = next((track for track in tracks if track.name.lower() == word.strip().lower()), None)
    if found is None and word.strip().isdecimal() and 1 <= int(word) <= len(tracks):
        found = tracks[int(word) - 1]
    if found is None:
        names = [track.name for track in tracks]
        raise LiveError(f"there is no track {printable(word, 40)}{did_you_mean(word, names)}; there are {_listed(tracks)}")
    if not found.midi:
        raise LiveError(f"{printable(found.name)} is no MIDI track: choose one that is")
    return found


def free_slots(track: Track, first: int, count: int) -> list[int]:
    """The next free slots of a track from `first` on; some of them may lie below the last scene."""
    free = [slot for slot, taken in enumerate(track.slots) if slot >= first and not taken]
    free += range(max(len(track.slots), first), max(len(track.slots), first) + count)
    return free[:count]


def free_row(tracks: Sequence[Track]) -> int:
    """The first scene in which the slots of all these are free, and of those below; it may lie below the last."""
    lowest = [max((slot for slot, taken in enumerate(track.slots) if taken), default=-1) for track in tracks]
    return max(lowest, default=-1) + 1


def _until(question: Question, wanted: Atom, orders: tuple[Order, ...], otherwise: str) -> Script[None]:
    """Give the orders, and ask until the answer is as wanted."""
    for look in range(LOOKS):
        (answer,) = yield Round((question,), orders if look == 0 else (), LOOK_SEC if look else 0.0)
        if answer and answer[0] == wanted:
            return
    raise LiveError(f"{otherwise}: look at Live, and do it again")


def _add(at: tuple[int, int], notes: Sequence[SlotNote], there: Question, pace: Pace) -> Script[None]:
    packets = [notes[start : start + pace.sent] for start in range(0, len(notes), pace.sent)]
    for first in range(0, len(packets), PACKETS_A_TICK):
        orders = (
            Order("/live/clip/add/notes", (*at, *(value for note in packet for value in note.values)))
            for packet in packets[first : first + PACKETS_A_TICK]
        )
        yield Round((there,), tuple(orders))


def _gone(at: tuple[int, int], wanted: Sequence[SlotNote], beats: float, pace: Pace) -> Script[list[SlotNote]]:
    """Which of them are not in the clip."""
    gone: list[SlotNote] = []
    for start, end, notes in windows(wanted, beats, pace.read):
        gone += missing(notes, (yield from read_stretch(at, start, end)))
    return gone


def _settled(notes: Sequence[SlotNote], pace: Pace) -> Script[list[SlotNote]]:
    settling = Settling()
    for first in range(0, len(notes), pace.settled):
        for note in notes[first : first + pace.settled]:
            settling.add(note)
        yield BREATH
    return settling.notes


def _listed(tracks: Sequence[Track]) -> str:
    return ", ".join(f"{track.index + 1} {printable(track.name, 20)}" for track in tracks[:12]) + (
        " …" if len(tracks) > 12 else ""
    )
