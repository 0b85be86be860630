"""New notes give way where notes that were there come in, so that a part never sounds more notes at once than it may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.notes import Note
from model.players.past import ENDS_WITHIN_BEAT


def giving_way(new: Sequence[Note], kept: Sequence[Note], most: int) -> list[Note]:
    """The new notes, those cut short that would sound beside a kept one that begins later and more than `most` of its voice.

    The one that has sounded longest gives way first. Kept notes stay, however many they are.

    >>> giving_way([Note(60, 80, 0.0, 4.0)], [Note(64, 80, 1.0, 1.0)], 1)
    [Note(pitch=60, velocity=80, onset_beat=0.0, length_beat=1.0, voice=0)]
    """
    notes = list(new)
    for coming in sorted(kept, key=lambda note: note.onset_beat):
        at = coming.onset_beat
        beside = sum(note.voice == coming.voice and _sounds(note, at) for note in kept)
        mine = [index for index, note in enumerate(notes) if note.voice == coming.voice and _sounds(note, at)]
        older = sorted((index for index in mine if notes[index].onset_beat < at), key=lambda index: notes[index].onset_beat)
        for index in older[: max(0, beside + len(mine) - most)]:
            notes[index] = replace(notes[index], length_beat=at - notes[index].onset_beat)
    return notes


def _sounds(note: Note, at: float) -> bool:
    return note.onset_beat <= at < note.onset_beat + note.length_beat - ENDS_WITHIN_BEAT
