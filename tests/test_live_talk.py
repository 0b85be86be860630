"""The conversation with AbletonOSC, with all its quirks: what is read is what is there, what is written is there afterwards."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.live.notes import SlotNote, missing, settled
from bridge.live.reading import read_clip, read_set, read_tracks
from bridge.live.talk import PATIENCE_SEC, LiveError, Order, Question, Round, Script, Talk, TooLong, ask
from bridge.live.writing import (
    AT_EASE,
    BESIDE_MUSIC,
    NewClip,
    Pace,
    Ready,
    Target,
    fill_slot,
    free_row,
    free_slots,
    named,
    prepare,
)
from bridge.ports import live_line
from bridge.ports.live import LivePort
from bridge.ports.live_line import LiveLine, hear
from bridge.ports.udp import UdpPort
from bridge.wire.osc import RawMessage, decode
from model.errors import UserError
from tests.fake_live import TICK_SEC, FakeLive, LiveClip, LiveNote
from tests.onstage import PATIENCE_SEC as LONG_SEC
from tests.onstage import free_port

T = TypeVar("T")
MAC_BYTES = 9216


def lead(live: FakeLive, script: Script[T], most: int = 16, meanwhile: Callable[[float], None] = lambda now: None) -> T:
    """The script's result, in made-up time: packets go out, then Live ticks."""
    talk = Talk(script, 0.0)
    now = 0.0
    while not talk.over:
        for packet in talk.poll(now, most):
            assert len(packet) < 1400
            live.receive(packet)
        now += TICK_SEC if most > 1 else TICK_SEC / 4
        meanwhile(now)
        if most > 1 or round(now / TICK_SEC * 4) % 4 == 0:
            live.tick()
        for data in live.take():
            hear(talk, data, now)
        assert now < 120
    return talk.result


def a_set(*notes: LiveNote, length: float = 16.0) -> FakeLive:
    live = FakeLive(tracks=2)
    live.tracks[0].slots[0] = LiveClip(length, "verse", notes=list(notes))
    return live


def simple(notes: tuple[SlotNote, ...] | list[SlotNote]) -> list[tuple[int, float, float, float, bool]]:
    return [(n.pitch, round(n.onset_beat, 3), round(n.length_beat, 3), round(n.velocity, 2), n.muted) for n in notes]


# ------------------------------------------------------------------------------------------------------------- reading


def test_the_highest_pitch_is_read_too_and_the_muted() -> None:
    live = a_set(LiveNote(127, 0.0, 1.0), LiveNote(0, 1.0, 0.5, 1.0, mute=True))
    assert simple(lead(live, read_clip(0, 0)).notes) == [(127, 0.0, 1.0, 100.0, False), (0, 1.0, 0.5, 1.0, True)]


def test_what_lies_outside_the_loop_is_not_in_the_clip_and_what_rings_over_its_end_ends_there() -> None:
    live = a_set(LiveNote(60, 3.9, 1.0), LiveNote(62, 4.0, 1.0), LiveNote(64, 7.5, 9.0), LiveNote(65, 8.0, 1.0), length=4.0)
    clip = live.tracks[0].slots[0]
    assert clip is not None
    clip.loop_start = 4.0
    assert simple(lead(live, read_clip(0, 0)).notes) == [(62, 0.0, 1.0, 100.0, False), (64, 3.5, 0.5, 100.0, False)]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 127), st.floats(0, 79.9), st.floats(0.05, 4)), max_size=60),
    st.sampled_from([0.0, 1 / 3, 2.125, 1000.1]),
    st.sampled_from([MAC_BYTES, 500, 65_507]),
)
def test_every_note_of_a_clip_is_read_once_however_many_pieces_it_takes(
    rows: list[tuple[int, float, float]], start: float, most_bytes: int
) -> None:
    live = a_set(length=80.0)
    live.most_bytes = most_bytes
    clip = live.tracks[0].slots[0]
    assert clip is not None
    clip.loop_start = start
    clip.notes = [LiveNote(pitch, start + onset, length) for pitch, onset, length in rows]
    read = lead(live, read_clip(0, 0))
    expected = sorted((pitch, min(length, 80 - onset)) for pitch, onset, length in rows)
    assert [pitch for pitch, _ in sorted((n.pitch, n.length_beat) for n in read.notes)] == [pitch for pitch, _ in expected]
    assert len(read.notes) == len(rows)


@pytest.mark.parametrize("most_bytes", [MAC_BYTES, 65_507])
def test_a_clip_of_thousands_of_notes_is_read_in_pieces(most_bytes: int) -> None:
    live = a_set(*(LiveNote(pitch, step / 8, 0.125) for step in range(1024) for pitch in (36, 60, 64, 67)), length=128.0)
    live.most_bytes = most_bytes
    assert len(lead(live, read_clip(0, 0)).notes) == 4096


@pytest.mark.parametrize("length", [100_000.0, 63_072_000.0])
def test_a_clip_that_says_it_is_years_long_as_one_that_is_being_recorded_may_is_read_soon(length: float) -> None:
    live = a_set(LiveNote(60, 0.0, 1.0), LiveNote(64, 40.0, 1.0), LiveNote(67, 5000.0, 1.0), length=length)
    assert [(note.pitch, note.onset_beat) for note in lead(live, read_clip(0, 0)).notes] == [(60, 0.0), (64, 40.0), (67, 5000.0)]


def test_so_many_notes_at_one_moment_that_no_piece_is_small_enough_are_said_to_be_too_many() -> None:
    live = a_set(*(LiveNote(pitch % 128, 1.0 + pitch / 10_000, 0.1) for pitch in range(400)))
    live.most_bytes = 500
    with pytest.raises(TooLong, match="too long"):
        lead(live, read_clip(0, 0))


def test_a_set_of_many_tracks_and_scenes_is_read_in_pieces() -> None:
    live = FakeLive(133.0, tracks=60, scenes=100)
    live.tracks[57].slots[99] = LiveClip(4.0)
    live.tracks[12].has_midi_input = False
    found = lead(live, read_set())
    assert (found.tempo, found.scenes, len(found.tracks)) == (133.0, 100, 60)
    assert [track.index for track in found.tracks if True in track.slots] == [57]
    assert [track.index for track in found.tracks if not track.midi] == [12]
    with pytest.raises(LiveError, match="1000 scenes"):
        lead(FakeLive(tracks=1, scenes=1000), read_tracks(1, 1000))


def test_the_scale_counts_where_it_is_switched_on() -> None:
    live = FakeLive()
    live.root_note, live.scale_name = 5, "Lydian"
    assert lead(live, read_set()).key == (5, "lydian")
    live.scale_told = True
    assert lead(live, read_set()).key is None
    live.scale_mode = True
    assert lead(live, read_set()).key == (5, "lydian")


# ------------------------------------------------------------------------------------------------------------- writing

RIFF = tuple(SlotNote(pitch, step / 4, 0.25, 90.0) for step in range(64) for pitch in (48, 127))


@pytest.mark.parametrize(("most", "pace"), [(1, BESIDE_MUSIC), (16, AT_EASE)])
@pytest.mark.parametrize("slow", [0, 1, 7])
def test_what_is_written_is_there_however_slowly_a_new_clip_appears(slow: int, most: int, pace: Pace) -> None:
    live = FakeLive(tracks=2)
    live.slow = slow
    assert lead(live, fill_slot(1, 3, NewClip("Répons 7", 0xC8553D, 16.0, RIFF), pace=pace), most) == 128
    clip = live.tracks[1].slots[3]
    assert clip is not None
    assert (clip.name, clip.color, clip.length) == ("Répons 7", 0xC8553D, 16.0)
    assert missing(RIFF, [SlotNote(n.pitch, n.start_time, n.duration, n.velocity) for n in clip.notes]) == []
    assert len(clip.notes) == 128


def _the_first_notes() -> Callable[[RawMessage], bool]:
    """Which message is lost: the first that adds notes."""
    lost: list[RawMessage] = []

    def loses(message: RawMessage) -> bool:
        if message.address == "/live/clip/add/notes" and len(lost) < 1:
            lost.append(message)
            return True
        return False

    return loses


def test_a_packet_of_notes_that_is_lost_is_sent_again() -> None:
    live = FakeLive(tracks=1)
    live.loses = _the_first_notes()
    assert lead(live, fill_slot(0, 0, NewClip("a", 1, 16.0, RIFF))) == 128
    assert live.tracks[0].slots[0] is not None
    assert len(live.tracks[0].slots[0].notes) == 128


def test_a_note_that_is_sent_again_does_not_end_the_next_of_its_pitch() -> None:
    live = FakeLive(tracks=1)
    live.loses = _the_first_notes()
    thirds = tuple(SlotNote(60, step / 3, (step + 1) / 3 - step / 3, 90.0) for step in range(120))
    assert lead(live, fill_slot(0, 0, NewClip("a", 1, 40.0, thirds))) == 120


def test_a_live_that_ends_while_a_clip_is_filled_leaves_half_of_one_and_that_is_said() -> None:
    live = FakeLive(tracks=1)

    def ends(message: RawMessage) -> bool:
        live.frozen = live.frozen or message.address == "/live/clip/add/notes"
        return live.frozen

    live.loses = ends
    with pytest.raises(LiveError, match=r"Live does not answer.*what lies in track 1, slot 1 is not whole: delete that clip"):
        lead(live, fill_slot(0, 0, NewClip("a", 1, 16.0, RIFF)))


def test_notes_that_never_arrive_are_missed() -> None:
    live = FakeLive(tracks=1)
    live.loses = lambda message: message.address == "/live/clip/add/notes" and message.args[2] == 48 and message.args[3] == 0
    with pytest.raises(LiveError, match=r"Live took 78 of the 128 notes; what lies in track 1, slot 1 is not whole"):
        lead(live, fill_slot(0, 0, NewClip("a", 1, 16.0, RIFF)))


def test_notes_of_one_pitch_that_would_overlap_are_written_as_live_can_hold_them() -> None:
    live = FakeLive(tracks=1)
    notes = (SlotNote(60, 0.0, 4.0, 80), SlotNote(62, 0.0, 4.0, 80), SlotNote(60, 1.0, 1.0, 60), SlotNote(60, 1.0, 0.5, 70))
    assert lead(live, fill_slot(0, 0, NewClip("a", 1, 4.0, notes))) == 3
    assert [n.length_beat for n in settled(notes)] == [1.0, 4.0, 1.0]
    assert [(n.pitch, n.duration) for n in (live.tracks[0].slots[0] or LiveClip(0)).notes] == [(60, 1.0), (62, 4.0), (60, 1.0)]


def test_on_a_track_that_takes_no_midi_clip_live_s_own_words_are_told() -> None:
    live = FakeLive(tracks=1)
    live.tracks[0].has_midi_input = False
    with pytest.raises(LiveError, match="Can only be called on MIDI tracks"):
        lead(live, fill_slot(0, 0, NewClip("a", 1, 4.0, ())))


def test_a_clip_is_replaced_only_where_that_is_said() -> None:
    live = a_set()
    with pytest.raises(LiveError, match="track 1, slot 1 has a clip by now"):
        lead(live, fill_slot(0, 0, NewClip("a", 1, 4.0, ())))
    with pytest.raises(LiveError, match="another clip lies in track 1, slot 1 by now"):
        lead(live, fill_slot(0, 0, NewClip("a", 1, 4.0, ()), over="chorus"))
    assert live.tracks[0].slots[0] is not None
    assert live.tracks[0].slots[0].name == "verse"
    assert lead(live, fill_slot(0, 0, NewClip("a", 1, 4.0, ()), over="verse")) == 0
    assert live.tracks[0].slots[0] is not None
    assert live.tracks[0].slots[0].name == "a"


def test_free_slots_are_those_without_a_clip_and_those_below_the_last_scene() -> None:
    live = FakeLive(tracks=2, scenes=4)
    for track, slot in ((0, 1), (0, 3), (1, 2)):
        live.tracks[track].slots[slot] = LiveClip(4.0)
    tracks = lead(live, read_tracks(2, 4))
    assert free_slots(tracks[0], 1, 3) == [2, 4, 5]
    assert free_slots(tracks[0], 9, 2) == [9, 10]
    assert free_row(tracks) == 4
    assert free_row(tracks[1:]) == 3
    assert free_row([]) == 0
    assert lead(live, prepare(Target(tracks[0], False, (2, 5)))) == Ready(0, 2, 2)
    assert live.scenes == 6
    with pytest.raises(LiveError, match="more than 998 scenes"):
        lead(live, prepare(Target(tracks[0], False, (998,))))
    assert live.scenes == 6


def test_a_track_is_found_by_name_before_its_number() -> None:
    live = FakeLive(tracks=3)
    live.tracks[0].name = "2"
    live.tracks[2].has_midi_input = False
    tracks = lead(live, read_tracks(3, 8))
    assert [named(tracks, word).index for word in ("2", "1", " 2-midi ")] == [0, 0, 1]
    with pytest.raises(LiveError, match="3-MIDI is no MIDI track"):
        named(tracks, "3")


# ------------------------------------------------------------------------------------------------------- what goes wrong


def test_an_address_that_is_not_known_is_said_and_one_that_need_not_be_is_none() -> None:
    def both() -> Script[list[object]]:
        answers = yield Round((Question("/live/song/get/scale_mode", optional=True), Question("/live/song/get/tempo")))
        return list(answers)

    assert lead(FakeLive(), both()) == [None, (120.0,)]
    with pytest.raises(LiveError, match=r"does not know /live/song/get/mood: install its newest version"):
        lead(FakeLive(), ask(Question("/live/song/get/mood")))


def test_an_error_of_another_program_s_does_no_harm_where_all_is_answered() -> None:
    live = a_set(*(LiveNote(60, step, 0.5) for step in range(16)))

    def somebody(now: float) -> None:
        live.receive(b"/live/clip/get/name\0,ii\0\0\0\0\x09\0\0\0\x09")

    assert len(lead(live, read_clip(0, 0), meanwhile=somebody).notes) == 16


def test_an_error_of_another_program_s_does_no_harm_where_live_looks_into_its_post_once_a_second() -> None:
    live = a_set(LiveNote(60, 0.0, 1.0))
    live._post.append(("127.0.0.1", b"/live/clip/get/name\0,ii\0\0\0\0\x09\0\0\0\x09"))

    def somebody(now: float) -> None:
        live.frozen = round(now * 10) % 9 != 0

    assert len(lead(live, read_clip(0, 0), meanwhile=somebody).notes) == 1


def test_answers_that_come_once_more_later_are_no_notes_of_another_stretch() -> None:
    live = a_set(*(LiveNote(60, step, 0.5) for step in range(200)), length=200.0)
    before: list[list[bytes]] = [[]]

    def take(host: str = "127.0.0.1") -> list[bytes]:
        before.append(FakeLive.take(live, host))
        return before[-2] + before[-1]

    live.take = take  # type: ignore[method-assign]
    assert [note.onset_beat for note in lead(live, read_clip(0, 0)).notes] == list(range(200))


def test_a_live_that_is_busy_for_seconds_is_waited_for() -> None:
    live = a_set(LiveNote(60, 0.0, 1.0))

    def loading(now: float) -> None:
        live.frozen = now < PATIENCE_SEC - 0.5

    assert len(lead(live, read_clip(0, 0), meanwhile=loading).notes) == 1


def test_an_answer_that_was_asked_for_by_somebody_before_is_not_ours() -> None:
    live = FakeLive(90.0)
    live._send("/live/song/get/num_tracks", (55,))
    live._send("/live/song/get/tempo", (33.0,))
    assert lead(live, read_set()).tempo == 90.0


def test_with_two_hosts_each_hears_its_own_answers() -> None:
    live = FakeLive(90.0)
    for packet in Talk(ask(Question("/live/song/get/tempo")), 0.0).poll(0.0):
        live.receive(packet, "10.0.0.7")
    live.tick()
    assert live.take() == []
    assert [message.args for data in live.take("10.0.0.7") for message in decode(data)] == [(90.0,)]


def test_an_order_that_fails_is_not_taken_for_done() -> None:
    def script() -> Script[None]:
        yield Round((Question("/live/song/get/tempo"),), (Order("/live/clip/set/name", (0, 0, "a")),))

    with pytest.raises(LiveError, match="'NoneType' object has no attribute 'name'"):
        lead(FakeLive(tracks=1), script())


# ------------------------------------------------------------------------------------------------------------- for real


def test_over_the_loopback_a_clip_is_written_and_read_again() -> None:
    live, stop = FakeLive(tracks=1), threading.Event()
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    server.settimeout(0.005)
    answers = free_port()

    def run() -> None:
        while not stop.is_set():
            try:
                live.receive(server.recv(65_536))
            except TimeoutError:
                live.tick()
            for packet in live.take():
                server.sendto(packet, ("127.0.0.1", answers))

    thread = threading.Thread(target=run)
    thread.start()
    try:
        with LiveLine(server.getsockname()[1], answers) as line:
            with pytest.raises(
                UserError, match=f"port {answers} is already taken by .*AbletonOSC answers to that port only"
            ) as raised:
                LiveLine(server.getsockname()[1], answers, stage=free_port())
            if sys.platform == "linux":
                assert f"(process {os.getpid()})" in str(raised.value)
            assert line.lead(fill_slot(0, 0, NewClip("a", 1, 16.0, RIFF))) == 128
            assert missing(RIFF, line.lead(read_clip(0, 0)).notes) == []
    finally:
        stop.set()
        thread.join()
        server.close()


def test_beside_a_stage_that_holds_the_port_live_is_spoken_with_through_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # Who is there answers at once, on a machine that is not busy with something else.
    monkeypatch.setattr(live_line, "TRIAL_SEC", LONG_SEC)
    live, stop = FakeLive(77.0), threading.Event()
    there, stage = UdpPort("127.0.0.1", 0), UdpPort("127.0.0.1", 0)
    port = LivePort((4, 4), stage.send, there.address[1], answers := free_port())

    def run() -> None:
        while not stop.wait(0.002):
            for data, client, now in stage.receive():
                port.pass_on(data, client, now)
            port.poll(time.monotonic())
            for data, _, _ in there.receive():
                live.receive(data)
            live.tick()
            for data in live.take():
                there.send(data, ("127.0.0.1", answers))
            port.receive()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        for _ in range(2):
            with LiveLine(there.address[1], answers, stage.address[1]) as line:
                assert line.lead(read_set()).tempo == 77.0
        live.frozen = True
        with (
            LiveLine(there.address[1], answers, stage.address[1]) as line,
            pytest.raises(UserError, match="Live does not answer"),
        ):
            line.lead(read_set(), 0.3)
        monkeypatch.setattr(live_line, "TRIAL_SEC", 0.1)
        with pytest.raises(UserError, match=r"already taken by .* if it is Répons with --live, give its --port"):
            LiveLine(there.address[1], answers, stage=free_port())
    finally:
        stop.set()
        thread.join()
        for each in (port, there, stage):
            each.close()
