"""`repons live`: a clip out of a slot of Live, and what the model makes of it into free ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from bridge import cli
from bridge.ports import live_line
from bridge.wire.live import GUEST_COMES, GUEST_LEAVES, GUEST_WELCOME
from bridge.wire.osc import RawMessage
from model.bundle import write_bundle
from model.clips.generate import generate, hear
from model.errors import UserError
from model.hearing.bars import Bars
from model.loading import load_predictor
from model.notes import Note
from model.players.markov import NgramPredictor
from model.predictor import Constraints
from tests.fake_live import HOST, FakeLive, LiveClip, LiveNote, LiveTrack
from tests.live_wire import LiveWire
from tests.toys import toy_line

VERSE = [LiveNote(60 + step, place / 2, 0.5, 80.0) for place, step in enumerate((0, 2, 4, 5, 7, 5, 4, 2))]
"""A bar of eighths."""


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeLive:
    """A set with two tracks, and a clip of one bar in the second; a model of counts in the folder."""
    counts = NgramPredictor.fit([toy_line(200, seed) for seed in range(2)])
    write_bundle(tmp_path / "toy.repons", {"name": "toy", "network": "ngram", "size": {}}, counts.to_arrays(), "")
    monkeypatch.chdir(tmp_path)
    live = FakeLive(96.0, tracks=2)
    live.tracks[1].name = "Lead"
    live.tracks[1].slots[0] = LiveClip(4.0, "verse", notes=list(VERSE))
    return live


@pytest.fixture(autouse=True)
def wire(live: FakeLive, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveWire]:
    wire = LiveWire(live)
    monkeypatch.setattr(live_line, "UdpPort", lambda host, port: wire)
    monkeypatch.setattr(live_line, "wait", lambda port, until: wire.wait(until))
    monkeypatch.setattr(live_line, "time", SimpleNamespace(monotonic=wire.monotonic))
    yield wire
    assert wire.closed


def made(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert cli.main(["live", *arguments, "--json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    report: dict[str, Any] = json.loads(said.out)
    return report


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(["live", *arguments]) == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    return said.err


def notes_of(clip: LiveClip | None) -> list[tuple[int, float, float, int]]:
    assert clip is not None
    return [(n.pitch, round(n.start_time, 4), round(n.duration, 4), round(n.velocity)) for n in clip.notes]


def test_a_clip_that_is_continued_in_live_has_the_notes_the_model_makes_with_that_seed(
    live: FakeLive, capsys: pytest.CaptureFixture[str]
) -> None:
    report = made(capsys, "continue", "toy", "--track", "Lead", "--slot", "1", "--bars", "2", "--seed", "17")
    predictor = load_predictor("toy.repons").predictor
    bars = Bars.of({0.0: 4.0}, {0.0: 6e7 / round(6e7 / 96)})
    given = [Note(n.pitch, round(n.velocity), n.start_time, n.duration) for n in VERSE]
    wanted = Constraints(top_p=0.98, memory=0.5, voices=frozenset({0}))
    notes = generate(predictor, hear(predictor, given, bars), (4.0, 12.0), bars, wanted, np.random.default_rng(17))
    assert notes
    clip = live.tracks[1].slots[1]
    expected = [(n.pitch, round(n.onset_beat - 4, 4), round(n.length_beat, 4), n.velocity) for n in notes]
    assert notes_of(clip) == sorted(expected, key=lambda row: (row[1], row[0]))
    assert clip is not None
    assert (clip.name, clip.length) == ("Répons 17: verse continued", 8.0)
    assert clip.color != 0
    (row,) = report["variations"]
    assert (row["seed"], row["bars"], row["notes"], row["track"], row["slot"]) == (17, 2, len(notes), 2, 2)
    assert notes_of(live.tracks[1].slots[0]) == [(n.pitch, n.start_time, n.duration, 80) for n in VERSE]


CONTINUE = ("continue", "toy", "--track", "2", "--slot", "1", "--bars", "1", "--seed", "3")


def test_variations_go_to_the_next_free_slots_and_no_clip_is_written_over(
    live: FakeLive, capsys: pytest.CaptureFixture[str]
) -> None:
    live.tracks[1].slots[2] = LiveClip(4.0, "chorus")
    report = made(capsys, *CONTINUE, "-n", "3")
    assert [row["slot"] for row in report["variations"]] == [2, 4, 5]
    assert [row["seed"] for row in report["variations"]] == [3, 4, 5]
    names = [clip and clip.name for clip in live.tracks[1].slots[:6]]
    expected = ["verse", "Répons 3: verse continued", "chorus", "Répons 4: verse continued", "Répons 5: verse continued", None]
    assert names == expected


def test_a_slot_that_is_named_is_written_over_only_by_force(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    before = live.tracks[1].slots[4] = LiveClip(4.0, "chorus", notes=[LiveNote(40, 0.0, 4.0)])
    assert "slot 5 has a clip: choose another --at, or --force" in refused(capsys, *CONTINUE, "--at", "5")
    assert live.tracks[1].slots[4] is before
    made(capsys, *CONTINUE, "--at", "5", "--force")
    clip = live.tracks[1].slots[4]
    assert clip is not None
    assert clip.name == "Répons 3: verse continued"
    assert 40 not in {note.pitch for note in clip.notes if note.duration == 4.0}


def test_where_no_slot_is_free_scenes_are_added_and_that_is_said(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    for slot in range(1, 8):
        live.tracks[1].slots[slot] = LiveClip(4.0)
    assert cli.main(["live", *CONTINUE, "-n", "2"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("seed 3: 1 bar, ")
    assert said[0].endswith('track 2, slot 9, "Répons 3: verse continued"')
    assert said[-1] == "2 scenes added below the last"
    assert live.scenes == 10


def test_what_comes_between_reading_and_writing_is_not_written_over(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    def somebody_records(message: RawMessage) -> bool:
        if message.address == "/live/track/get/name":
            live.tracks[1].slots[1] = LiveClip(4.0, "mine")
        return False

    live.loses = somebody_records
    assert "track 2, slot 2 has a clip by now" in refused(capsys, *CONTINUE)
    clip = live.tracks[1].slots[1]
    assert clip is not None
    assert clip.name == "mine"


def test_tracks_that_were_moved_meanwhile_are_not_written_to(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    def somebody_moves(message: RawMessage) -> bool:
        if message.address == "/live/track/get/name" and live.tracks[1].name == "Lead":
            live.tracks.reverse()
        return False

    live.loses = somebody_moves
    assert "track 2 was Lead: the tracks have been moved meanwhile" in refused(capsys, *CONTINUE)
    assert sum(clip is not None for track in live.tracks for clip in track.slots) == 1


def test_tracks_that_were_moved_between_two_variations_are_not_written_to(
    live: FakeLive, capsys: pytest.CaptureFixture[str]
) -> None:
    # Live calls whatever comes to lie there 2-MIDI.
    live.tracks[1].name = "2-MIDI"
    filled: list[RawMessage] = []

    def somebody_makes_a_track(message: RawMessage) -> bool:
        filled.extend([message] if message.address == "/live/clip/set/color" else [])
        if message.address == "/live/song/get/num_tracks" and len(filled) == 1 and len(live.tracks) == 2:
            live.tracks.insert(0, LiveTrack("1-MIDI", [None] * 8))
            live.tracks[1].name, live.tracks[2].name = "2-MIDI", "3-MIDI"
        return False

    live.loses = somebody_makes_a_track
    assert "the tracks have been moved meanwhile" in refused(capsys, *CONTINUE, "-n", "2")
    assert [sum(clip is not None for clip in track.slots) for track in live.tracks] == [0, 0, 2]


def test_by_force_no_other_clip_goes_than_the_one_that_lay_there(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    live.tracks[1].slots[4] = LiveClip(4.0, "chorus")

    def somebody_adds_a_scene(message: RawMessage) -> bool:
        if message.address == "/live/track/get/name" and live.scenes == 8:
            live.scenes += 1
            live.tracks[1].slots.insert(0, None)
            live.tracks[1].slots[4] = LiveClip(4.0, "mine")
        return False

    live.loses = somebody_adds_a_scene
    assert "another clip lies in track 2, slot 5 by now" in refused(capsys, *CONTINUE, "--at", "5", "--force")
    assert [clip and clip.name for clip in live.tracks[1].slots[4:6]] == ["mine", "chorus"]


def test_a_live_that_ends_before_it_tells_what_is_selected_is_not_said_to_have_nothing_selected(
    live: FakeLive, capsys: pytest.CaptureFixture[str]
) -> None:
    def ends(message: RawMessage) -> bool:
        live.frozen = live.frozen or message.address == "/live/view/get/selected_clip"
        return live.frozen

    live.loses = ends
    assert "Live does not answer" in refused(capsys, "continue", "toy")


def test_a_track_that_is_selected_and_gone_by_then_is_not_taken(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    live.selected = (7, 0)
    assert "select a clip in Live's session view" in refused(capsys, "continue", "toy")
    assert "there is no track 8" in refused(capsys, "generate", "toy")


def test_a_clip_with_a_very_long_name_is_continued_too(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    clip = live.tracks[1].slots[0]
    assert clip is not None
    clip.name = "🎹" * 2000
    made(capsys, *CONTINUE)
    assert live.tracks[1].slots[1] is not None
    assert live.tracks[1].slots[1].name == f"Répons 3: {'🎹' * 200} continued"


def test_a_piano_part_does_not_go_to_an_audio_track_that_is_called_so(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    live.tracks[0].name, live.tracks[0].has_midi_input = "Répons piano", False
    assert made(capsys, "accompany", "--track", "Lead", "--seed", "2", "--density", "2")["track_added"]


def test_bars_are_filled_in_a_copy_and_all_else_in_it_stays(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    verse = live.tracks[1].slots[0]
    assert verse is not None
    verse.length = 12.0
    verse.notes = [
        LiveNote(60, 0.0, 1.0, 81.25),
        LiveNote(127, 1.0, 0.5, 20.0),
        LiveNote(64, 5.0, 1.0, 90.0),
        LiveNote(30, 6.0, 1.0, 70.0, mute=True),
        LiveNote(67, 8.0, 3.0, 100.0),
    ]
    report = made(capsys, "infill", "--track", "2", "--bars", "2", "--seed", "1")
    clip = live.tracks[1].slots[1]
    assert clip is not None
    assert (clip.name, clip.length) == ("Répons 1: verse infilled", 12.0)
    kept = [note for note in clip.notes if not 4 <= note.start_time < 8 or note.mute]
    assert kept == [verse.notes[0], verse.notes[1], verse.notes[3], verse.notes[4]]
    assert report["variations"][0]["notes"] == len(clip.notes)


def test_with_amount_nothing_a_variation_is_the_clip_itself(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    made(capsys, "vary", "--track", "2", "--amount", "0", "--seed", "1")
    assert live.tracks[1].slots[1] is not None
    assert live.tracks[1].slots[1].notes == VERSE


def test_a_piano_part_comes_to_lie_beside_the_melody_on_a_track_of_its_own(
    live: FakeLive, capsys: pytest.CaptureFixture[str]
) -> None:
    live.tracks[1].slots[3] = live.tracks[1].slots[0]
    arguments = ("accompany", "--track", "Lead", "--slot", "4", "--seed", "2", "--density", "2")
    report = made(capsys, *arguments)
    assert [track.name for track in live.tracks] == ["1-MIDI", "Lead", "Répons piano"]
    assert report["track_added"]
    clip = live.tracks[2].slots[3]
    assert clip is not None
    assert clip.name == "Répons 2: verse accompanied"
    assert clip.notes
    assert not made(capsys, *arguments)["track_added"]
    assert live.tracks[2].slots[4] is not None
    assert len(live.tracks) == 3


def test_from_nothing_bars_go_where_live_has_its_selection_in_its_metre_and_scale(
    live: FakeLive, capsys: pytest.CaptureFixture[str]
) -> None:
    live.signature_numerator, live.signature_denominator = 6, 8
    live.root_note, live.scale_name = 3, "Minor Pentatonic"
    live.selected = (0, 5)
    report = made(capsys, "generate", "toy", "--bars", "4", "--seed", "1")
    clip = live.tracks[0].slots[5]
    assert clip is not None
    assert clip.length == 12.0
    assert {note.pitch % 12 for note in clip.notes} <= {3, 6, 8, 10, 1}
    assert report["scale"] == "Eb minor_pentatonic"
    made(capsys, "generate", "toy", "--bars", "4", "--seed", "1", "--any-scale", "--to", "1")
    free = live.tracks[0].slots[0]
    assert free is not None
    assert not {note.pitch % 12 for note in free.notes} <= {3, 6, 8, 10, 1}


@pytest.mark.parametrize("arguments", [("tracks",), CONTINUE])
def test_beside_a_stage_on_another_port_live_is_spoken_with_through_that(
    live: FakeLive,
    wire: LiveWire,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    def taken(port: int) -> None:
        raise UserError("port 11001 is already taken by repons")

    monkeypatch.setattr(live_line, "open_answers", taken)
    live.sent.append((HOST, GUEST_WELCOME))
    wire.to = ("127.0.0.1", 7500)
    made(capsys, *arguments, "--port", "7500")
    assert wire.sent[0] == GUEST_COMES
    assert wire.sent[-1] == GUEST_LEAVES


def test_the_clip_that_is_selected_in_live_is_meant_where_none_is_named(
    live: FakeLive, capsys: pytest.CaptureFixture[str]
) -> None:
    live.selected = (1, 0)
    assert made(capsys, "continue", "toy", "--bars", "1")["source"] == {
        "track": 2,
        "slot": 1,
        "name": "verse",
        "beats": 4.0,
        "notes": 8,
    }


def test_tracks_and_clips_are_listed_with_names_lengths_and_notes(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    live.tracks[0].slots[0] = LiveClip(8.0, "beat\x1b[2J", is_midi_clip=False)
    live.tracks[0].has_midi_input = False
    live.root_note, live.scale_name = 2, "Dorian"
    assert cli.main(["live", "tracks"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "96 beats a minute, 4/4, in D dorian, 8 scenes",
        "  1 1-MIDI (no MIDI track)",
        "      slot 1   beat\\x1b[2J: 2 bars, audio",
        "  2 Lead",
        "      slot 1   verse: 1 bar, 8 notes",
    ]
    report = made(capsys, "tracks")
    assert (report["tempo"], report["metre"], report["scale"], report["scenes"]) == (96.0, [4, 4], "D dorian", 8)
    assert report["tracks"][1]["clips"] == [{"track": 2, "slot": 1, "name": "verse", "beats": 4.0, "notes": 8}]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["continue", "--track", "Laed"], "there is no track Laed; did you mean Lead?; there are 1 1-MIDI, 2 Lead"),
        (["continue", "--track", "2", "--slot", "2"], "track 2, slot 2 is empty"),
        (["continue", "--track", "1"], "track 1 1-MIDI has no clip in the session view: drag one there first"),
        (["continue"], "track 1, slot 1 is empty"),
        (
            ["infill", "--track", "2", "--bars", "2-3"],
            "the clip has 1 bar: name some of those, or go on with repons live continue",
        ),
        (["continue", "nobody", "--track", "2"], "there is no model 'nobody'"),
        (["vary", "toy", "--track", "2"], "knows nothing of what comes after a gap"),
        (["continue", "toy", "--track", "2", "--range", "110-120"], "leave no key of the piano"),
        (["generate", "toy", "--to", "3"], "there is no track 3"),
        (["generate", "toy", "--to", "1", "--at", "10"], "the set has 8 scenes: --at 9 at most, or add scenes in Live first"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_one_sentence(
    live: FakeLive, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert words in refused(capsys, *arguments)
    assert sum(clip is not None for track in live.tracks for clip in track.slots) == 1


def test_audio_is_said_to_be_no_notes(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    live.tracks[1].slots[0] = LiveClip(4.0, "take", is_midi_clip=False)
    assert "track 2, slot 1 is an audio clip" in refused(capsys, *CONTINUE)


def test_a_live_that_is_not_there_is_said_not_to_be(live: FakeLive, wire: LiveWire, capsys: pytest.CaptureFixture[str]) -> None:
    live.frozen = True
    assert "Live does not answer: is it running" in refused(capsys, *CONTINUE)
    assert wire.now < 1006


def test_a_live_that_is_started_again_in_the_middle_is_noticed(live: FakeLive, capsys: pytest.CaptureFixture[str]) -> None:
    def somebody_quits(message: RawMessage) -> bool:
        if message.address == "/live/clip/add/notes":
            live.start_again()
            return True
        return False

    live.loses = somebody_quits
    assert "Live has been started again in the middle of it" in refused(capsys, *CONTINUE)
