"""Live's transport through AbletonOSC: what it tells, what it is asked, and what happens when Live is restarted."""

from __future__ import annotations

import random
import socket
import threading
import time

import pytest

from bridge.core.beats.beat import Beat
from bridge.core.beats.timeline import Timeline
from bridge.core.shape.settings import Settings
from bridge.events import Atom, BeatTold, Client, Message
from bridge.ports import live as live_module
from bridge.ports.live import ASK_EVERY_SEC, LOST_SEC, LivePort
from bridge.wire.live import ARE_YOU_THERE, SUBSCRIBE, LiveDecoder
from bridge.wire.osc import decode, encode
from model.errors import UserError
from tests.fake_live import FakeLive
from tests.fakes import Stage
from tests.onstage import PATIENCE_SEC, free_port


def nobody(data: bytes, guest: Client) -> None:
    raise AssertionError("there is no guest")


def listened(live: FakeLive) -> LiveDecoder:
    """A decoder whose questions Live has answered."""
    decoder = LiveDecoder()
    decoder.subscribed()
    for packet in SUBSCRIBE:
        live.receive(packet)
    live.tick()
    return decoder


def told(decoder: LiveDecoder, live: FakeLive, at: float = 5.0) -> list[BeatTold]:
    return [event for packet in live.take() for message in decode(packet) for event in decoder.hear(message, at)]


def test_while_it_stands_still_only_its_tempo_is_told() -> None:
    live = FakeLive(97.0)
    decoder = listened(live)
    assert told(decoder, live) == [BeatTold("live", 5.0, None, 97.0)]
    live.set_tempo(99.0)
    assert told(decoder, live, 6.0) == [BeatTold("live", 6.0, None, 99.0)]


def test_every_beat_is_told_while_it_plays() -> None:
    live = FakeLive(97.0)
    decoder = listened(live)
    told(decoder, live)
    live.play()
    for beat in (0.9, 1.1, 1.6, 2.05, 2.1):
        live.go_to(beat)
    assert told(decoder, live) == [BeatTold("live", 5.0, 1.0, 97.0), BeatTold("live", 5.0, 2.0, 97.0)]
    live.go_to(0.0)  # the end of a loop
    assert told(decoder, live) == [BeatTold("live", 5.0, 0.0, 97.0)]


def test_the_first_beat_after_a_subscription_began_some_time_ago_where_the_song_runs() -> None:
    live = FakeLive()
    live.play()
    live.go_to(7.8)
    decoder = listened(live)
    live.go_to(7.9)
    assert told(decoder, live) == []
    live.go_to(8.02)
    assert told(decoder, live) == [BeatTold("live", 5.0, 8.0, 120.0)]


def test_that_live_has_started_is_noticed_once() -> None:
    live = FakeLive()
    decoder = listened(live)
    live.start_again()
    told(decoder, live)
    assert decoder.has_begun()
    assert not decoder.has_begun()


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"#reply\0\0",
        random.Random(3).randbytes(64),
        encode("/live/song/get/tempo", ()),
        encode("/live/song/get/tempo", ("fast",)),
        encode("/live/song/get/beat", (1, 2)),
        encode("/live/error", ("list index out of range",)),
        encode("/live/song/get/root_note", (3,)),
    ],
)
def test_what_tells_no_beat_is_passed_over(packet: bytes, wire: Wire) -> None:
    port = LivePort((4, 4), nobody)
    wire.coming = [packet]
    assert port.receive() == []


def test_with_beats_that_come_up_to_a_tenth_of_a_second_late_its_bars_are_ours_within_that() -> None:
    live, rng = FakeLive(100.0), random.Random(7)
    beat = Beat(Timeline(120, anchor_sec=10.0))
    decoder = listened(live)
    for event in told(decoder, live, 10.0):
        beat.hear(event, 10.0)
    live.play()
    for number in range(40):
        live.go_to(number + 0.001)
        now = 10.0 + number * 0.6 + rng.uniform(0, 0.1)
        for event in told(decoder, live, now):
            beat.hear(event, now)
    assert beat.leader == "live"
    now = 10.0 + 40 * 0.6
    late_beats = 40 - (beat.timeline.beat(now) - beat.timeline.downbeat)
    assert 0 <= late_beats * 0.6 < 0.05


# ------------------------------------------------------------------------------------------------- the key, the metre


def changes(decoder: LiveDecoder, live: FakeLive) -> list[tuple[str, tuple[Atom, ...]]]:
    """What has changed, all that Live sent having been heard."""
    told(decoder, live)
    return [(message.address, message.values) for message in decoder.changes()]


def test_the_key_is_told_as_a_client_would_and_again_when_it_changes() -> None:
    live = FakeLive()
    live.scale_told, live.scale_mode, live.root_note, live.scale_name = True, True, 2, "Dorian"
    decoder = listened(live)
    assert changes(decoder, live) == [("/repons/key", (2, "dorian"))]
    assert changes(decoder, live) == []
    live.set_scale(3, "Half-whole Dim.")
    assert changes(decoder, live) == [("/repons/key", (3, "octatonic"))]
    live.set_scale(3, "Half-whole Dim.", mode=False)
    assert changes(decoder, live) == [("/repons/key", (0, ""))]
    live.set_scale(4, "Minor", mode=False)
    assert changes(decoder, live) == []


def test_an_ableton_osc_that_does_not_say_whether_the_scale_is_on_is_believed_but_in_c_major() -> None:
    live = FakeLive()
    decoder = listened(live)
    assert changes(decoder, live) == []
    live.set_scale(9, "Minor", mode=False)
    assert changes(decoder, live) == [("/repons/key", (9, "minor"))]
    live.set_scale(0, "Major", mode=False)
    assert changes(decoder, live) == [("/repons/key", (0, ""))]


def test_after_a_restart_the_key_is_that_of_the_new_set_once_live_has_told_it() -> None:
    live = FakeLive()
    live.set_scale(9, "Minor")
    decoder = listened(live)
    changes(decoder, live)
    live.start_again()
    assert changes(decoder, live) == []
    for packet in SUBSCRIBE:
        live.receive(packet)
    live.tick()
    assert changes(decoder, live) == [("/repons/key", (0, ""))]


def test_the_metre_is_told_whole_and_only_one_that_is_new_and_can_be_counted_in() -> None:
    live = FakeLive()
    decoder = listened(live)
    assert changes(decoder, live) == []
    live.set_metre(6, 8)
    assert changes(decoder, live) == [("/repons/metre", (6, 8))]
    live.set_metre(99, 16)
    assert changes(decoder, live) == []


def test_on_stage_scale_auto_keeps_to_the_scale_of_the_set_and_the_bars_have_its_metre() -> None:
    stage = Stage(Settings(mode="next", scale="auto", sources=("live",)))
    live = FakeLive()
    live.set_scale(1, "Minor Pentatonic")
    live.set_metre(7, 8)
    decoder = listened(live)
    told(decoder, live)
    stage.receive(*decoder.changes())
    stage.strike(60)
    query = stage.musicians[0].asked[-1].query
    assert query is not None
    assert query.pitches is not None
    assert {pitch % 12 for pitch in query.pitches} == {1, 4, 6, 8, 11}
    assert stage.session.beat.timeline.bar_length == 3.5
    assert stage.port.told("/repons/key") == [(1, "minor_pentatonic", 1.0, "told")]


# ---------------------------------------------------------------------------------------------------------- the port


class Wire:
    """Stands for the UDP socket: what was sent to Live, and what Live sends."""

    def __init__(self, host: str, port: int) -> None:
        self.sent: list[bytes] = []
        self.coming: list[bytes] = []
        self.now = 0.0

    def send(self, data: bytes, client: tuple[str, int]) -> None:
        assert client == ("127.0.0.1", 11000)
        self.sent.append(data)

    def receive(self) -> list[tuple[bytes, tuple[str, int], float]]:
        coming, self.coming = self.coming, []
        return [(data, ("127.0.0.1", 11000), self.now) for data in coming]

    def take(self) -> list[bytes]:
        sent, self.sent = self.sent, []
        return sent


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    wire = Wire("", 0)
    monkeypatch.setattr(live_module, "open_answers", lambda port: wire)
    return wire


def test_until_live_is_there_it_is_subscribed_to_again_and_again(wire: Wire) -> None:
    port = LivePort((4, 4), nobody)
    for second in range(3):
        assert port.next_deadline() <= second * ASK_EVERY_SEC
        port.poll(second * ASK_EVERY_SEC)
        assert wire.take() == list(SUBSCRIBE)
    port.poll(2.5 * ASK_EVERY_SEC)
    assert wire.take() == []


def test_while_it_answers_it_is_asked_whether_it_is_there_and_subscribed_to_anew_when_it_does_not(wire: Wire) -> None:
    port = LivePort((4, 4), nobody)
    live = FakeLive(90.0)
    heard_at = 0.0
    for tenth in range(200):
        wire.now = tenth / 10
        port.poll(wire.now)
        for packet in wire.take():
            if wire.now < 10:
                live.receive(packet)
            elif wire.now - heard_at > LOST_SEC:
                assert packet in SUBSCRIBE
            else:
                assert packet in ARE_YOU_THERE or b"/start_listen/beat" not in packet
        live.tick()
        wire.coming = live.take()
        heard_at = wire.now if wire.coming else heard_at
        told_ = [event for _, event in port.receive() if isinstance(event, BeatTold)]
        assert all(event == BeatTold("live", wire.now, None, 90.0) for event in told_)
    assert 9.0 <= heard_at <= 10.1


def test_what_somebody_else_has_stopped_for_everybody_is_listened_to_again(wire: Wire) -> None:
    port = LivePort((4, 4), nobody)
    live = FakeLive(120.0)
    live.play()
    heard: list[BeatTold | Message] = []
    for tenth in range(200):
        wire.now = tenth / 10
        port.poll(wire.now)
        for packet in wire.take():
            live.receive(packet)
        if tenth == 50:
            for name in ("beat", "tempo", "is_playing", "signature_numerator", "root_note", "scale_name"):
                live.receive(encode(f"/live/song/stop_listen/{name}", ()))
            live.receive(encode("/live/test", ()), "10.0.0.7")
        live.tick()
        live.go_to(tenth / 5)
        if tenth == 60:
            live.set_scale(2, "Dorian")
            live.set_metre(3, 4)
        wire.coming = live.take()
        heard += [event for _, event in port.receive() if isinstance(event, BeatTold | Message)]
    beats = [event.beat for event in heard if isinstance(event, BeatTold)]
    assert beats[:4] == [1.0, 2.0, 3.0, 4.0]
    assert beats[-20:] == [float(beat) for beat in range(20, 40)]
    assert [event.values for event in heard if isinstance(event, Message)] == [(2, "dorian"), (3, 4)]


def test_a_live_that_has_just_started_is_subscribed_to_at_once(wire: Wire) -> None:
    port = LivePort((4, 4), nobody)
    port.poll(0.0)
    wire.take()
    live = FakeLive()
    live.start_again()
    wire.coming = live.take()
    port.receive()
    assert wire.take() == list(SUBSCRIBE)


def test_over_the_loopback_it_is_heard_before_and_after_a_restart() -> None:
    live, lock = FakeLive(93.0), threading.Lock()
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    server.settimeout(0.01)
    taken = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    taken.bind(("127.0.0.1", free_port()))
    answers = taken.getsockname()[1]
    with pytest.raises(UserError, match="one at a time can listen"):
        LivePort((4, 4), nobody, server.getsockname()[1], answers)
    taken.close()
    port = LivePort((4, 4), nobody, server.getsockname()[1], answers)

    def tempo() -> float | None:
        """What it hears next."""
        until = time.monotonic() + PATIENCE_SEC
        while time.monotonic() < until:
            port.poll(time.monotonic())
            with lock:
                try:
                    live.receive(server.recv(4096))
                except TimeoutError:
                    live.tick()
                for packet in live.take():
                    server.sendto(packet, ("127.0.0.1", answers))
            for _, event in port.receive():
                if isinstance(event, BeatTold):
                    return event.tempo
        return None

    assert tempo() == 93.0
    live.start_again()
    assert 120.0 in (tempo(), tempo(), tempo())
    live.set_tempo(140.0)
    assert 140.0 in (tempo(), tempo(), tempo())
    port.close()
    server.close()
