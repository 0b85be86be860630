"""What was played into slots of Live: a track a player, side by side in one scene, so that launching it plays all again."""

from __future__ import annotations

from bridge.events import ClipsLanded, GivenNote, Landing
from bridge.live.notes import SlotNote
from bridge.live.reading import Track, read_tracks
from bridge.live.talk import BREATH, Question, Script, ask
from bridge.live.writing import (
    BESIDE_MUSIC,
    MODEL_COLOUR,
    PERFORMER_COLOUR,
    NewClip,
    Target,
    fill_slot,
    free_row,
    free_slots,
    named,
    prepare,
)
from bridge.wire.live import SONG

_PERFORMER = "performer"
_BEHIND = 2**31 - 1
"""An index behind any last track."""


def land(landing: Landing) -> Script[ClipsLanded]:
    """Write the clips into free slots below all that lies in their tracks; a track that is missing is made behind the last.

    Raises:
        LiveError: The track that is named is not there, or Live did not take a clip whole.
    """
    (count,), (scenes,) = yield from ask(Question(f"{SONG}/get/num_tracks"), Question(f"{SONG}/get/num_scenes"))
    tracks = yield from read_tracks(int(count), int(scenes), BESIDE_MUSIC.values)
    landed = []
    for (player, notes), target in zip(landing.clips, _targets(landing, tracks), strict=True):
        ready = yield from prepare(target)
        (slot,) = target.slots
        clip = yield from _clip(landing, player, notes)
        written = yield from fill_slot(ready.track, slot, clip, pace=BESIDE_MUSIC)
        landed.append((player, ready.track + 1, slot + 1, written))
    return ClipsLanded(landing.number, tuple(landed))


def track_of(player: str) -> str:
    """What the track of a player is called.

    >>> track_of("performer")
    'Répons performer'
    """
    return f"Répons {player}"


def _targets(landing: Landing, tracks: tuple[Track, ...]) -> list[Target]:
    if landing.track:
        track = named(tracks, landing.track)
        return [Target(track, False, (slot,)) for slot in free_slots(track, free_row([track]), len(landing.clips))]
    names = [track_of(player) for player, _ in landing.clips]
    there = {track.name: track for track in reversed(tracks) if track.midi and track.name in names}
    row = free_row(list(there.values()))
    return [
        # However many are made: each comes behind the last that is there by then.
        Target(there.get(name) or Track(_BEHIND, name, True, ()), name not in there, (row,))
        for name in names
    ]


def _clip(landing: Landing, player: str, notes: tuple[GivenNote, ...]) -> Script[NewClip]:
    colour = PERFORMER_COLOUR if player == _PERFORMER else MODEL_COLOUR
    bars = f"{landing.bars} bar{'' if landing.bars == 1 else 's'}"
    rows: list[SlotNote] = []
    for first in range(0, len(notes), BESIDE_MUSIC.settled):
        rows += (SlotNote(*note) for note in notes[first : first + BESIDE_MUSIC.settled])
        yield BREATH
    return NewClip(f"{track_of(player)}, {bars}", colour, landing.beats, tuple(rows))
