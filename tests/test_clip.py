"""A clip changes where it is asked to, and nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import mido
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.clips.clip import blank_clip, read_clip
from model.corpora.midifile import read_midi
from model.errors import UserError
from model.notes import Note

MIDI = Path(__file__).parent / "midi"
CLIPS = sorted(MIDI.glob("*.mid"))


def messages(content: bytes) -> list[list[tuple[int, str]]]:
    """Every message of every track with its absolute tick; ends of tracks apart."""
    tracks = []
    for track in mido.MidiFile(file=io.BytesIO(content)).tracks:
        now, rows = 0, []
        for message in track:
            now += message.time
            if message.type != "end_of_track":
                rows.append((now, str(message.copy(time=0))))
        tracks.append(rows)
    return tracks


def read_back(content: bytes, folder: Path) -> tuple[Note, ...]:
    path = folder / "back.mid"
    path.write_bytes(content)
    return read_clip(path).heard


@pytest.mark.parametrize("path", CLIPS, ids=lambda path: path.stem)
def test_a_clip_holds_the_notes_every_reader_finds(path: Path) -> None:
    def facts(notes: tuple[Note, ...]) -> list[tuple[float, int, int, float]]:
        return sorted((round(note.onset_beat, 6), note.pitch, note.velocity, round(note.length_beat, 6)) for note in notes)

    assert facts(read_clip(path).heard) == facts(read_midi(path).notes)


@pytest.mark.parametrize("path", CLIPS, ids=lambda path: path.stem)
def test_where_nothing_is_asked_nothing_changes(path: Path) -> None:
    clip = read_clip(path)
    assert messages(clip.with_notes([])) == messages(path.read_bytes())


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_notes_taken_out_and_put_in_leave_all_other_messages_alone(data: st.DataObject) -> None:
    clip = read_clip(data.draw(st.sampled_from(CLIPS)))
    gone = data.draw(st.lists(st.sampled_from(clip.notes), max_size=5, unique=True))
    new = Note(23, 77, clip.end_beat + 1, 0.5)
    before, after = (messages(clip.with_notes(added, gone)) for added in ([], [(0, new)]))
    track = clip.parts[0].track
    assert [rows for index, rows in enumerate(before) if index != track] == [r for i, r in enumerate(after) if i != track]
    assert [row for row in after[track] if row not in before[track]] == after[track][-2:]
    whole = messages(clip.with_notes([]))
    assert sum(map(len, whole)) - sum(map(len, before)) == 2 * len(gone)
    assert all(set(now) <= set(then) for now, then in zip(before, whole, strict=True))


def test_a_note_that_begins_where_one_of_its_key_ends_begins_after_it(tmp_path: Path) -> None:
    clip = blank_clip(120, (4, 4), None)
    content = clip.with_parts([("Piano", [Note(60, 80, 0.0, 1.0), Note(60, 81, 1.0, 1.0), Note(60, 82, 2.0, 1.0)])])
    path = tmp_path / "a.mid"
    path.write_bytes(content)
    clip = read_clip(path)
    again = clip.with_notes([(0, Note(60, 99, 1.0, 1.0))], [clip.notes[1]])
    assert [(note.velocity, note.onset_beat, note.length_beat) for note in read_back(again, tmp_path)] == [
        (80, 0.0, 1.0),
        (99, 1.0, 1.0),
        (82, 2.0, 1.0),
    ]


def test_a_part_more_changes_no_track_there_was(tmp_path: Path) -> None:
    for path in CLIPS:
        clip = read_clip(path)
        before = messages(path.read_bytes())
        content = clip.with_parts([("Piano", [Note(40, 70, 1 / 3, 2.0)])])
        assert messages(content)[: len(before)] == before
        (added,) = messages(content)[len(before) :]
        assert added[0] == (0, str(mido.MetaMessage("track_name", name="Piano")))
        channels = {
            message.channel for track in clip.file.tracks for message in track if message.type in ("note_on", "control_change")
        }
        assert mido.Message.from_str(added[1][1]).channel not in channels


def test_a_clip_lasts_as_long_as_its_bars_and_says_its_key(tmp_path: Path) -> None:
    content = blank_clip(90, (6, 8), "Dm").with_parts([("Melody", [Note(62, 80, 0.0, 1.0)])], until_beat=12.0)
    file = mido.MidiFile(file=io.BytesIO(content))
    assert sum(message.time for message in file.tracks[1]) == 12 * file.ticks_per_beat
    head = {message.type: message for message in file.tracks[0]}
    assert (head["time_signature"].numerator, head["time_signature"].denominator) == (6, 8)
    assert head["key_signature"].key == "Dm"
    assert mido.tempo2bpm(head["set_tempo"].tempo) == pytest.approx(90)


def test_a_note_that_never_ended_ends_with_its_track_however_long_that_becomes(tmp_path: Path) -> None:
    clip = read_clip(MIDI / "hostile" / "note_on_never_off.mid")
    content = clip.with_notes([(0, Note(100, 70, 8.0, 1.0))], until_beat=16.0)
    assert read_back(content, tmp_path)[:-1] == clip.heard


def test_times_of_the_model_fall_on_ticks_of_any_clip(tmp_path: Path) -> None:
    file = mido.MidiFile(type=0, ticks_per_beat=10)
    file.tracks.append(mido.MidiTrack([mido.Message("note_on", note=60, time=3), mido.Message("note_off", note=60, time=4)]))
    file.save(tmp_path / "coarse.mid")
    clip = read_clip(tmp_path / "coarse.mid")
    assert [(note.onset_beat, note.length_beat) for note in clip.heard] == [(0.3, 0.4)]
    back = read_back(clip.with_notes([(0, Note(62, 80, 2 + 1 / 48, 7 / 48))]), tmp_path)
    assert back == (clip.heard[0], Note(62, 80, 2 + 1 / 48, 7 / 48))


@pytest.mark.parametrize("path", sorted((MIDI / "hostile").iterdir()), ids=lambda path: path.stem)
def test_a_hostile_file_is_a_clip_or_one_sentence(path: Path) -> None:
    try:
        clip = read_clip(path)
    except UserError as error:
        said = str(error)
    else:
        assert clip.bar_count >= 1
        assert len(clip.with_notes([(0, Note(60, 80, clip.end_beat, 1.0))])) > 0
        return
    assert said.startswith(path.name)
    assert "\n" not in said


def test_drums_alone_are_refused_by_name() -> None:
    with pytest.raises(UserError, match=r"drums_only_ch10\.mid has only drums"):
        read_clip(MIDI / "hostile" / "drums_only_ch10.mid")


def test_drums_beside_other_parts_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "band.mid"
    clip = blank_clip(120, (4, 4), None)
    path.write_bytes(clip.with_parts([("Piano", [Note(60, 80, 0.0, 1.0)])]))
    file = mido.MidiFile(path)
    beat = [mido.Message("note_on", channel=9, note=36, time=0), mido.Message("note_off", channel=9, note=36, time=240)]
    file.tracks.append(mido.MidiTrack(beat * 4))
    file.save(path)
    clip = read_clip(path)
    assert [part.name for part in clip.parts] == ["Piano"]
    assert messages(clip.with_notes([(0, Note(64, 80, 1.0, 1.0))], clip.notes))[2] == messages(path.read_bytes())[2]


def test_a_new_note_goes_to_the_hand_that_plays_near_it(tmp_path: Path) -> None:
    hands = [("Piano", [Note(76, 80, 0.0, 1.0)]), ("Piano", [Note(43, 80, 0.0, 1.0)])]
    path = tmp_path / "hands.mid"
    path.write_bytes(blank_clip(120, (4, 4), None).with_parts(hands))
    clip = read_clip(path)
    assert clip.voices == {0}
    assert [clip.part_of(Note(pitch, 80, 1.0, 1.0), clip.playing) for pitch in (84, 64, 50, 30)] == [0, 0, 1, 1]


def test_a_track_that_waits_for_notes_has_a_voice_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "quartet.mid"
    sung = [Note(60, 80, 0.0, 1.0)]
    names = [("Soprano", sung), ("Alto", sung), ("Tenor", []), ("Piano", [])]
    path.write_bytes(blank_clip(120, (4, 4), None).with_parts(names))
    clip = read_clip(path)
    assert [(part.name, part.voice, part.silent) for part in clip.parts] == [
        ("Soprano", 0, False),
        ("Alto", 1, False),
        ("Tenor", 2, True),
        ("Piano", 3, True),
    ]
    assert (clip.playing, clip.voices) == ({0, 1}, {0, 1})
