"""What was played, into slots of Live: asked for over OSC, written a packet a turn, told, and no note waits for it."""

from __future__ import annotations

import pytest

from bridge.core.shape.settings import Settings
from bridge.core.shown.captures import MOST_CAPTURES
from bridge.events import Atom, Client, ClipsLanded, ClipsNotLanded, Heard, Landing
from bridge.live import landing
from bridge.live.guests import GUEST_SEC, MOST_HELD
from bridge.live.notes import Settling, SlotNote
from bridge.live.reading import read_set
from bridge.live.talk import PATIENCE_SEC, Talk
from bridge.live.writing import BESIDE_MUSIC, MODEL_COLOUR, PERFORMER_COLOUR
from bridge.ports import live as live_module
from bridge.ports.live import LivePort
from bridge.ports.live_line import hear
from bridge.wire.live import GUEST_COMES, GUEST_LEAVES, GUEST_WAITS, GUEST_WELCOME
from bridge.wire.osc import decode, encode
from tests.fake_live import TICK_SEC, FakeLive, LiveClip
from tests.fakes import Idea, Stage, in_order
from tests.live_wire import LiveWire

IN_LIVE = Settings(mode="duet", tempo=60.0, followed=True, sources=("live",))
"""A beat is a second; the model plays along."""


class Gig:
    """A session and a fake Live, the port between them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, settings: Settings = IN_LIVE) -> None:
        self.live = FakeLive(60.0, tracks=2)
        self.wire = LiveWire(self.live)
        monkeypatch.setattr(live_module, "open_answers", lambda port: self.wire)
        self.stage = Stage(settings, in_order(Idea(72, 1.0, 0.5), Idea(74, 1.0, 0.5), Idea(76, 40.0)))
        self.guests: list[tuple[bytes, Client]] = []
        self.port = LivePort((4, 4), lambda data, guest: self.guests.append((data, guest)))
        self._landed = 0
        self.most_sent = 0

    def advance(self, seconds: float) -> None:
        """Time passes; the port is polled as the loop does, and Live ticks."""
        until = self.stage.clock.now + seconds
        while self.stage.clock.now < until - 1e-9:
            self.stage.advance(TICK_SEC / 8)
            now = self.wire.now = self.stage.clock.now
            for _, action in self.stage.port.sent[self._landed :]:
                if isinstance(action, Landing):
                    self.port.land(action, now)
            self._landed = len(self.stage.port.sent)
            before = len(self.wire.sent)
            asked = self.port.next_deadline() > now
            for event in self.port.poll(now):
                self.stage.receive(event)
            if asked:
                assert len(self.wire.sent) == before
            self.most_sent = max(self.most_sent, max((len(packet) for packet in self.wire.sent[before:]), default=0))
            if round(now / TICK_SEC * 8) % 8 == 0:
                self.live.tick()
            for _, event in self.port.receive():
                self.stage.receive(event)

    def capture(self, *values: Atom, number: int = 7) -> None:
        self.stage.say("/repons/clip/capture", *values, number=number)


def rows(clip: LiveClip | None) -> list[tuple[int, float, float]]:
    assert clip is not None
    return [(note.pitch, round(note.start_time, 3), round(note.duration, 3)) for note in clip.notes]


def test_performer_and_model_land_side_by_side_on_a_track_each_named_and_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch)
    gig.live.tracks[1].name = "Répons lead"
    gig.live.tracks[1].slots[2] = LiveClip(4.0, "before")
    gig.advance(0.1)
    gig.stage.receive(Heard(60, 80, 0, 1.0))
    gig.advance(4.2)
    gig.capture(1, "both", "live", "")
    gig.advance(4.0)
    assert [track.name for track in gig.live.tracks] == ["1-MIDI", "Répons lead", "Répons performer"]
    performer, lead = gig.live.tracks[2].slots[3], gig.live.tracks[1].slots[3]
    assert rows(performer) == [(60, 0.1, 1.0)]
    assert [pitch for pitch, _, _ in rows(lead)] == [72, 74]
    assert performer is not None
    assert lead is not None
    assert (performer.name, performer.color, performer.length) == ("Répons performer, 1 bar", PERFORMER_COLOUR, 4.0)
    assert (lead.name, lead.color, lead.length) == ("Répons lead, 1 bar", MODEL_COLOUR, 4.0)
    assert gig.stage.port.told("/repons/clip/landed") == [(7, "performer", 3, 4, 1), (7, "lead", 2, 4, 2)]
    assert gig.stage.port.told("/repons/clip/captured") == [(7, 3, 1, 4.0, 60.0)]
    assert gig.stage.port.told("/repons/clip/notes") == []


def test_what_is_captured_again_lies_below_and_scenes_are_added_where_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch, Settings(mode="listen", tempo=60.0, followed=True, sources=("live",)))
    gig.live.scenes = 1
    for track in gig.live.tracks:
        track.slots = [None]
    for bar in range(3):
        gig.stage.receive(Heard(60 + bar, 80, 0, 1.0))
        gig.advance(4.2)
        gig.capture(1, "performer", "live", "")
        gig.advance(3.8)
    track = gig.live.tracks[-1]
    assert [rows(clip)[0][0] for clip in track.slots] == [60, 61, 62]
    assert gig.live.scenes == 3


def test_a_track_that_is_named_takes_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch)
    gig.live.tracks[1].slots[0] = LiveClip(4.0)
    gig.stage.receive(Heard(60, 80, 0, 1.0))
    gig.advance(4.2)
    gig.capture(1, "both", "live", "2")
    gig.advance(4.0)
    assert gig.stage.port.told("/repons/clip/landed") == [(7, "performer", 2, 2, 1), (7, "lead", 2, 3, 2)]
    gig.capture(2, "model", "live", "bsas")
    gig.advance(4.0)
    ((code, address, text, number),) = gig.stage.port.told("/repons/error")
    assert (code, address, number) == (409, "/repons/clip/capture", 7)
    assert "there is no track bsas" in str(text)


def test_where_live_is_not_followed_or_not_there_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = Stage(Settings(mode="listen", sources=("midi",)))
    alone.say("/repons/clip/capture", 1, "both", "live", "", number=1)
    ((code, _, text, _),) = alone.port.told("/repons/error")
    assert (code, text) == (409, "Live is not followed: start again with repons run --live")
    gig = Gig(monkeypatch)
    gig.live.frozen = True
    gig.stage.receive(Heard(60, 80, 0, 1.0))
    gig.advance(4.2)
    gig.capture(1, "both", "live", "")
    gig.advance(PATIENCE_SEC + 1)
    ((_, _, text, _),) = gig.stage.port.told("/repons/error")
    assert "Live does not answer" in str(text)
    gig.live.frozen = False
    gig.capture(1, "both", "live", "")
    gig.advance(6.0)
    assert gig.stage.port.told("/repons/clip/captured")


def test_where_nobody_played_nothing_lands(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch, Settings(mode="listen", tempo=60.0, followed=True, sources=("live",)))
    gig.advance(4.2)
    gig.capture(1, "both", "live", "")
    gig.advance(1.0)
    assert gig.stage.port.told("/repons/clip/captured") == [(7, 0, 1, 4.0, 60.0)]
    assert len(gig.live.tracks) == 2


def test_many_notes_leave_in_small_packets_and_the_beat_goes_on_being_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch, Settings(mode="listen", tempo=60.0, followed=True, sources=("live",)))
    gig.advance(1.5)
    gig.live.play()
    for step in range(300):
        for pitch in (48, 60, 64, 67) if step < 60 else ():
            gig.stage.receive(Heard(pitch + step % 3, 80, 0, 0.04))
        gig.live.go_to(step * 0.05)
        gig.advance(0.05)
        if step == 65:
            gig.capture(2, "performer", "live", "")
    ((_, _, _, _, notes),) = gig.stage.port.told("/repons/clip/landed")
    assert notes == 240
    assert gig.most_sent < 400
    assert gig.stage.session.beat.leader == "live"


def test_of_thousands_of_notes_a_few_are_taken_in_hand_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    class Counted(SlotNote):
        def __init__(self, *values: float) -> None:
            made[-1] += 1
            super().__init__(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(landing, "SlotNote", Counted)
    settled_ = Settling.add
    monkeypatch.setattr(Settling, "add", lambda self, note: made.append(made.pop() + 1) or settled_(self, note))
    notes = tuple((40 + step % 40, step / 4, 0.25, 80) for step in range(3000))
    live = FakeLive(tracks=1)
    talk = Talk(landing.land(Landing(1, "", 750.0, 188, (("performer", notes),))), 0.0)
    for turn in range(1000):
        made.append(0)
        for packet in talk.poll(turn / 100):
            live.receive(packet)
        live.tick()
        for data in live.take():
            hear(talk, data, turn / 100)
    assert sum(made) == 6000
    assert max(made) <= BESIDE_MUSIC.settled


GUEST = ("127.0.0.1", 50_000)
OTHER = ("127.0.0.1", 50_001)
HOW_MANY = encode("/live/song/get/num_tracks", ())


def _answers(gig: Gig) -> list[tuple[str, tuple[Atom, ...]]]:
    assert all(guest == GUEST for _, guest in gig.guests)
    found = [message for data, _ in gig.guests for message in decode(data)]
    return [(message.address, message.args) for message in found if message.address == "/live/song/get/num_tracks"]


def test_a_program_beside_us_speaks_with_live_through_our_port(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch)
    gig.advance(1.0)
    gig.port.pass_on(HOW_MANY, GUEST, gig.stage.clock.now)
    gig.advance(0.3)
    assert _answers(gig) == [("/live/song/get/num_tracks", (2,))]
    gig.advance(GUEST_SEC)
    gig.guests.clear()
    gig.advance(3.0)
    assert gig.guests == []
    assert gig.stage.session.beat.leader == "live"


def test_guest_and_landing_wait_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch, Settings(mode="listen", tempo=60.0, followed=True, sources=("live",)))
    gig.stage.receive(Heard(60, 80, 0, 1.0))
    gig.advance(4.2)
    gig.port.pass_on(HOW_MANY, GUEST, gig.stage.clock.now)
    gig.capture(1, "performer", "live", "")
    gig.advance(GUEST_SEC - 0.2)
    assert len(gig.live.tracks) == 2
    gig.advance(0.6)
    gig.guests.clear()
    gig.port.pass_on(HOW_MANY, GUEST, gig.stage.clock.now)
    gig.advance(0.2)
    assert _answers(gig) == []
    gig.advance(3.0)
    assert gig.stage.port.told("/repons/clip/landed") == [(7, "performer", 3, 1, 1)]
    assert _answers(gig)[-1] == ("/live/song/get/num_tracks", (3,))


class Visit:
    """A program beside the stage that leads a conversation with Live."""

    def __init__(self, gig: Gig, client: Client) -> None:
        self.gig, self.client = gig, client
        self.talk = Talk(read_set(), gig.stage.clock.now)

    def advance(self) -> None:
        now = self.gig.stage.clock.now
        for packet in self.talk.poll(now, 16):
            self.gig.port.pass_on(packet, self.client, now)
        self.gig.advance(TICK_SEC / 4)
        for data, client in self.gig.guests:
            if client == self.client and data == GUEST_WAITS:
                self.talk.be_patient(now)
            elif client == self.client:
                hear(self.talk, data, now)
        self.gig.guests = [each for each in self.gig.guests if each[1] != self.client]


def test_a_guest_waits_for_a_long_landing_and_is_told_that_it_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch, Settings(mode="listen", tempo=60.0, followed=True, sources=("live",)))
    gig.advance(1.0)
    notes = tuple((40 + step % 40, step / 4, 0.25, 80) for step in range(700))
    gig.port.land(Landing(99, "", 176.0, 44, (("performer", notes),)), gig.stage.clock.now)
    gig.advance(0.3)
    began, visit = gig.stage.clock.now, Visit(gig, GUEST)
    while not visit.talk.over:
        visit.advance()
    assert gig.stage.clock.now - began > PATIENCE_SEC
    assert len(visit.talk.result.tracks) == 3
    clip = gig.live.tracks[2].slots[0]
    assert clip is not None
    assert len(clip.notes) == 700


def test_two_guests_have_the_word_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch)
    gig.advance(1.0)
    one, other = Visit(gig, GUEST), Visit(gig, OTHER)
    while not one.talk.over:
        one.advance()
        other.advance()
    assert not other.talk.over
    gig.port.pass_on(GUEST_LEAVES, GUEST, gig.stage.clock.now)
    began = gig.stage.clock.now
    while not other.talk.over:
        other.advance()
    assert one.talk.result == other.talk.result
    assert gig.stage.clock.now - began < GUEST_SEC
    assert GUEST_LEAVES not in gig.wire.sent


def test_a_guest_is_told_what_a_slow_live_says_as_long_as_it_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch)
    gig.advance(1.0)
    visit = Visit(gig, GUEST)
    gig.live.frozen = True
    while not visit.talk.over:
        visit.advance()
        gig.live.frozen = gig.stage.clock.now < 1.0 + PATIENCE_SEC - 0.5
    assert len(visit.talk.result.tracks) == 2


def test_who_comes_is_welcome_at_once_and_who_says_too_much_is_not_heard_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch)
    gig.live.frozen = True
    gig.port.pass_on(GUEST_COMES, GUEST, 0.0)
    assert gig.guests == [(GUEST_WELCOME, GUEST)]
    for _ in range(MOST_HELD + 50):
        gig.port.pass_on(HOW_MANY, GUEST, gig.stage.clock.now)
    for _ in range(MOST_HELD + 50):
        gig.port.poll(gig.stage.clock.now)
    assert gig.wire.sent.count(HOW_MANY) == MOST_HELD
    assert GUEST_COMES not in gig.wire.sent


def test_what_is_answered_to_others_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    gig = Gig(monkeypatch)
    read: list[bytes] = []
    monkeypatch.setattr(live_module, "decode", lambda data: read.append(data) or decode(data))
    gig.live._send("/live/clip/get/notes", (0, 0, *range(900)))
    gig.live._send("/live/song/get/track_data", (0, 0, *range(900)))
    gig.live._send("/live/song/get/tempo", (60.0,))
    gig.port.receive()
    assert len(read) == 1


def test_landings_are_bounded_and_what_is_told_of_no_landing_is_passed_over() -> None:
    stage = Stage(IN_LIVE)
    stage.strike(60)
    stage.advance(4.2)
    for number in range(MOST_CAPTURES + 1):
        stage.say("/repons/clip/capture", 1, "performer", "live", "", number=number)
    stage.advance(1.0)
    ((code, _, _, number),) = stage.port.told("/repons/error")
    assert (code, number) == (429, MOST_CAPTURES)
    stage.receive(ClipsLanded(99, ()), ClipsNotLanded(98, "nobody asked"))
    stage.receive(*(ClipsLanded(landing, (("performer", 1, landing, 1),)) for landing in range(1, MOST_CAPTURES + 1)))
    stage.advance(0.1)
    assert [values[0] for values in stage.port.told("/repons/clip/landed")] == list(range(MOST_CAPTURES))
