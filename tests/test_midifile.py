import dataclasses
from pathlib import Path

import mido
import pytest

from model.corpora import midifile, readers
from model.corpora.midifile import UnreadableMidi, place_at, read_midi, write_midi
from model.errors import UserError
from model.notes import Note, Place

MIDI = Path(__file__).parent / "midi"
HOSTILE = MIDI / "hostile"


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("header_only.mid", 0),
        ("header_says_1_track_has_2.mid", 8),
        ("header_length_10.mid", 8),
        ("rmid_riff_wrapped.rmi", 8),
        ("leading_garbage_128.mid", 8),
        ("trailing_garbage.mid", 8),
        ("unknown_chunk_between.mid", 8),
        ("track_length_too_long.mid", 8),
        ("truncated_mid_event.mid", 7),
        ("tempo_zero.mid", 8),
        ("tempo_1us.mid", 8),
        ("timesig_0_over_1.mid", 8),
        ("timesig_4_over_2p255.mid", 8),
        ("timesig_7_8_to_5_4.mid", 16),
        ("keysig_9_sharps.mid", 8),
        ("data_byte_over_127.mid", 9),
        ("text_terminal_escapes.mid", 8),
        ("note_on_never_off.mid", 8),
        ("same_note_on_twice.mid", 2),
        ("zero_duration_notes.mid", 8),
        ("off_before_on_same_tick.mid", 2),
        ("all_128_pitches.mid", 128),
        ("drums_only_ch10.mid", 0),
        ("one_note.mid", 1),
        ("many_programs.mid", 256),
    ],
)
def test_what_can_be_put_right_is_read(name: str, notes: int) -> None:
    assert len(read_midi(HOSTILE / name).notes) == notes


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty_0_bytes.mid", "is empty"),
        ("header_truncated.mid", "ends inside its header"),
        ("html_404_page.mid", "no MIDI file"),
        ("random_bytes.mid", "no MIDI file"),
        ("gzip_of_midi.mid", "unpack it"),
        ("track_length_2GB.mid", "claims 2147483647 bytes"),
        ("vlq_never_ends.mid", "symusic: .*mido: "),
        ("delta_max_268435455.mid", "more than 24 hours"),
        ("division_zero.mid", "save it with beats"),
        ("division_smpte_25_40.mid", "save it with beats"),
        ("format_2.mid", "type 2"),
        ("format_7.mid", "type 7"),
    ],
)
def test_what_cannot_be_put_right_is_refused_by_name_and_reason(name: str, reason: str) -> None:
    with pytest.raises(UnreadableMidi, match=f"{name}: .*{reason}"):
        read_midi(HOSTILE / name)


def test_a_missing_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableMidi, match=r"away\.mid: No such file"):
        read_midi(tmp_path / "away.mid")


def test_every_hostile_file_has_a_row_here() -> None:
    rows = [
        test.pytestmark[0].args[1]
        for test in (
            test_what_can_be_put_right_is_read,
            test_what_cannot_be_put_right_is_refused_by_name_and_reason,
        )
    ]
    assert {row[0] for table in rows for row in table} == {path.name for path in HOSTILE.iterdir()}


def test_of_a_key_struck_twice_the_first_stroke_ends_first() -> None:
    notes = read_midi(HOSTILE / "off_before_on_same_tick.mid").notes
    assert [(note.onset_beat, note.length_beat) for note in notes] == [(0.0, 0.5), (0.5, 0.5)]


def test_both_readers_agree_on_a_good_file(monkeypatch: pytest.MonkeyPatch) -> None:
    by_symusic = read_midi(MIDI / "lied_0.mid")
    monkeypatch.delitem(readers.READERS, "symusic")
    assert read_midi(MIDI / "lied_0.mid") == by_symusic


def test_hanging_notes_sound_to_the_end_of_the_track() -> None:
    notes = read_midi(HOSTILE / "note_on_never_off.mid").notes
    assert {note.onset_beat + note.length_beat for note in notes[:-1]} == {2.0}
    assert notes[-1].length_beat == 1 / 480  # it starts where the track ends


def test_a_note_of_no_length_gets_one_tick() -> None:
    assert {note.length_beat for note in read_midi(HOSTILE / "zero_duration_notes.mid").notes} == {1 / 480}


def test_a_tempo_nobody_can_play_is_held_within_bounds() -> None:
    assert read_midi(HOSTILE / "tempo_1us.mid").tempos == ((0.0, 1000.0),)
    assert read_midi(HOSTILE / "tempo_zero.mid").tempos == ((0.0, 120.0),)


def test_metres_that_make_no_bar_are_left_out() -> None:
    assert read_midi(HOSTILE / "timesig_0_over_1.mid").metres == ()
    assert read_midi(HOSTILE / "timesig_7_8_to_5_4.mid").metres == ((0.0, 3.5), (4.0, 5.0))


def test_names_are_safe_to_print() -> None:
    (name,) = read_midi(HOSTILE / "text_terminal_escapes.mid").parts
    assert name.isprintable()


def test_the_singer_is_voice_0_and_the_piano_voice_1() -> None:
    score = read_midi(MIDI / "lied_0.mid")
    assert score.parts == ("Mezzo-soprano", "Harpsichord")
    means = [sum(n.pitch for n in score.notes if n.voice == v) / sum(n.voice == v for n in score.notes) for v in (0, 1)]
    assert means[0] > means[1]


def test_the_right_hand_is_voice_0_and_the_left_voice_1() -> None:
    assert [name.lower() for name in read_midi(MIDI / "piano_1.mid").parts] == ["up:", "down:"]


def test_one_track_is_one_voice_whatever_sounds_it_uses() -> None:
    assert {note.voice for note in read_midi(HOSTILE / "many_programs.mid").notes} == {0}


def test_notes_come_by_onset_then_pitch_then_voice() -> None:
    notes = read_midi(MIDI / "lied_1.mid").notes
    assert list(notes) == sorted(notes, key=lambda note: (note.onset_beat, note.pitch, note.voice))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    notes = (Note(60, 80, 0.0, 1.0), Note(64, 1, 0.5, 0.25, 1), Note(60, 127, 1.0, 2.0), Note(21, 64, 1.0, 64.0, 3))
    write_midi(tmp_path / "a.mid", reversed(notes), tempo=90, metre=(6, 8), parts=("Voice", "Piano", "", "Bass"))
    score = read_midi(tmp_path / "a.mid")
    assert score.tempos[0] == (0.0, pytest.approx(90, abs=1e-3))
    assert score.metres == ((0.0, 3.0),)
    # An empty track says nothing, so the bass is the third part of three.
    assert score.notes == tuple(
        sorted((*notes[:3], dataclasses.replace(notes[3], voice=2)), key=lambda n: (n.onset_beat, n.pitch))
    )
    assert score.parts == ("Voice", "Piano", "Bass")


def test_a_track_a_voice_and_no_traces_of_an_unfinished_file(tmp_path: Path) -> None:
    write_midi(tmp_path / "a.mid", [Note(60, 80, 0.0, 1.0), Note(48, 80, 0.0, 1.0, 1)])
    write_midi(tmp_path / "a.mid", [Note(60, 80, 0.0, 1.0), Note(48, 80, 0.0, 1.0, 1)])
    assert [path.name for path in tmp_path.iterdir()] == ["a.mid"]
    file = mido.MidiFile(tmp_path / "a.mid")
    assert (file.type, file.ticks_per_beat, len(file.tracks)) == (1, 480, 3)


def test_an_odd_name_does_not_stop_the_writing(tmp_path: Path) -> None:
    write_midi(tmp_path / "a.mid", [Note(60, 80, 0.0, 1.0)], parts=("Dvořák\n\x1b[31m",))
    assert read_midi(tmp_path / "a.mid").parts == ("Dvo?ák [31m",)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="choose a folder"):
        write_midi(tmp_path / "nowhere" / "a.mid", [])


def test_a_rest_may_be_long_but_a_note_is_cut(tmp_path: Path) -> None:
    write_midi(tmp_path / "a.mid", [Note(60, 80, 0.0, 100.0), Note(62, 80, 500.0, 1.0)])
    notes = read_midi(tmp_path / "a.mid").notes
    assert [(note.onset_beat, note.length_beat) for note in notes] == [(0.0, midifile.MAX_NOTE_BEATS), (500.0, 1.0)]


def test_the_place_in_the_bar() -> None:
    metres = ((1.0, 3.0), (7.0, 4.0))
    assert [place_at(metres, beat) for beat in (0.5, 1.0, 4.5, 7.0, 12.0)] == [
        None,
        Place(0.0, 3.0),
        Place(0.5, 3.0),
        Place(0.0, 4.0),
        Place(1.0, 4.0),
    ]
    assert place_at((), 3.0) is None
    assert place_at(((0.0, 0.7),), 2.1 - 1e-9) == Place(0.0, 0.7)
