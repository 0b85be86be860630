"""Notes for SuperDirt, and what Tidal's controllers say."""

from __future__ import annotations

import socket
from math import log10
from pathlib import Path
from typing import Any

import pytest

from bridge import dirt as dirt_module
from bridge.config import ConfigError, load_config
from bridge.core.beats.timeline import Timeline
from bridge.core.parts.schedule import LATEST_USEFUL_SEC
from bridge.dirt import AHEAD_SEC, Dirt, found
from bridge.events import Client, Play
from bridge.inlet import OscInlet
from bridge.wire.addresses import check
from bridge.wire.dirt import plain
from bridge.wire.osc import RawMessage, decode, encode
from model.errors import UserError
from tests.fakes import CLIENT, type_tags
from tests.onstage import PATIENCE_SEC, on_stage

SUPERDIRT = ("127.0.0.1", 57120)


class Sent:
    """In place of the UDP port."""

    def __init__(self) -> None:
        self.packets: list[tuple[bytes, Client]] = []

    def send(self, data: bytes, client: Client) -> None:
        self.packets.append((data, client))

    @property
    def last(self) -> tuple[RawMessage, dict[str, Any]]:
        (message,) = decode(self.packets[-1][0])
        assert message.address == "/dirt/play"
        return message, dict(zip(message.args[::2], message.args[1::2], strict=True))


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    monkeypatch.setattr(dirt_module, "calendar_offset", lambda: 1000.0)
    return Sent()


def dirt(sent: Any, orbit: int = 0, sounds: tuple[str, ...] = ("superpiano",), timeline: Timeline | None = None) -> Dirt:
    return Dirt(sent, SUPERDIRT, orbit, sounds, lambda: timeline or Timeline(120))


def test_a_note_is_an_event_of_tidals_dated_at_its_moment(sent: Sent) -> None:
    dirt(sent, 3, timeline=Timeline(90, anchor_sec=8.0, anchor_beat=32.0, downbeat=24.0)).played(
        Play(7, 64, 127, 0, 10.0, 0.75, 0.5), 9.9
    )
    message, event = sent.last
    assert message.time_tag == pytest.approx(1010.0)
    assert sent.packets[-1][1] == SUPERDIRT
    assert event == {
        "_id_": "repons",
        "s": "superpiano",
        "note": 4.0,
        "gain": 1.0,
        "sustain": 0.75,
        "delta": 0.75,
        "cps": pytest.approx(90 / 60 / 4),
        "cycle": pytest.approx((32 + 3 - 24) / 4),
        "orbit": 3,
    }


def test_only_types_that_sclang_understands_are_sent(sent: Sent) -> None:
    dirt(sent, sounds=("arpy:2",)).played(Play(7, 64, 80, 0, 10.0, 0.75, 0.5), 9.9)
    # Pairs: a name, then its value.
    assert type_tags(sent.packets[-1][0][20:]) == "sssssfsfsfsfsfsfsfsi"


def test_a_softer_note_is_softer_by_as_much_as_general_midi_wants(sent: Sent) -> None:
    for velocity in (127, 64, 1):
        dirt(sent).played(Play(1, 60, velocity, 0, 10.0, 0.5, 0.5), 9.9)
        assert 20 * log10(sent.last[1]["gain"] ** 4) == pytest.approx(40 * log10(velocity / 127), abs=0.01)


@pytest.mark.parametrize(("at", "dated"), [(10.5, 10.5), (10.0, 10.0 + AHEAD_SEC), (9.98, 10.0 + AHEAD_SEC)])
def test_a_note_of_now_is_dated_so_that_it_still_comes_in_time(sent: Sent, at: float, dated: float) -> None:
    dirt(sent).played(Play(1, 60, 80, 0, at, 0.5, 0.5), 10.0)
    assert sent.last[0].time_tag == pytest.approx(1000.0 + dated)


def test_each_player_has_an_orbit_and_a_sound_of_its_own(sent: Sent) -> None:
    way = dirt(sent, 2, ("superpiano", "arpy:4"))
    found = []
    for agent in range(3):
        way.played(Play(1, 60, 80, 0, 10.0, 0.5, 0.5, agent=agent), 9.9)
        event = sent.last[1]
        found.append((event["orbit"], event["s"], event.get("n")))
    assert found == [(2, "superpiano", None), (3, "arpy", 4.0), (4, "arpy", 4.0)]


def test_what_tidals_controllers_say_turns_our_knobs() -> None:
    (message,) = OscInlet().receive(encode("/ctrl", ("temperature", 0.5)), CLIENT, 10.0)
    assert message == check(RawMessage("/repons/temperature", (0.5,)), CLIENT)
    assert plain(RawMessage("/ctrl", ("mode", "duet"))) == RawMessage("/repons/mode", ("duet",))
    assert plain(RawMessage("/ctrl", ("/repons/range", 40, 80))) == RawMessage("/repons/range", (40, 80))


@pytest.mark.parametrize(
    ("args", "text"),
    [(("temprature", 0.8), "did you mean /repons/temperature?"), ((74, 0.5), "there is no /ctrl"), ((), "there is no /ctrl")],
)
def test_a_controller_without_a_knob_is_told_so(args: tuple[Any, ...], text: str) -> None:
    (told,) = OscInlet().receive(encode("/ctrl", args), CLIENT, 10.0)
    assert text in str(told)


def test_it_is_set_by_flags_or_in_the_file(tmp_path: Any) -> None:
    assert load_config(dirt_to="127.0.0.1:57120", dirt_orbit=4, dirt_sound="superpiano, arpy:2").dirt.to == SUPERDIRT
    file = tmp_path / "gig.yaml"
    file.write_text("dirt:\n  to: 127.0.0.1:57120\n  orbit: 4\n  sound: superpiano, arpy:2\n")
    settings = load_config(file).dirt
    assert (settings.to, settings.orbit, settings.sound) == (SUPERDIRT, 4, ("superpiano", "arpy:2"))


@pytest.mark.parametrize("place", ["127.0.0.1", "57120", "host:0", "host:65536", ":57120", "host:x", 57120])
def test_what_is_no_place_is_named(place: object) -> None:
    with pytest.raises(ConfigError, match=r"wants null or HOST:PORT such as 127.0.0.1:57120"):
        load_config(dirt_to=place)


@pytest.mark.parametrize("sound", ["", "super piano", "arpy:x", "a,,b", ":3", "a:1:2", 3])
def test_what_is_no_sound_is_named(sound: object) -> None:
    with pytest.raises(ConfigError, match="wants a sound such as superpiano"):
        load_config(dirt_sound=sound)


def test_a_host_that_nobody_knows_is_said_at_the_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(host: str) -> str:
        raise OSError(host)

    assert found(("127.0.0.1", 1)) == ("127.0.0.1", 1)
    monkeypatch.setattr(dirt_module.socket, "gethostbyname", unknown)
    with pytest.raises(UserError, match="there is no studio to send to"):
        found(("studio", 1))


def test_what_subscribers_are_told_superdirt_plays(tmp_path: Path) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as superdirt:
        superdirt.bind(("127.0.0.1", 0))
        superdirt.settimeout(PATIENCE_SEC)
        with on_stage("--dirt", f"127.0.0.1:{superdirt.getsockname()[1]}", "--orbit", "5", folder=tmp_path) as stage:
            stage.ready().subscribe()
            stage.send("/repons/note", 60, 96, 0.1)
            told = stage.hear("/repons/out")
            (played,) = decode(superdirt.recv(4096))
    event = dict(zip(played.args[::2], played.args[1::2], strict=True))
    _, pitch, _, dur, *_ = told.args
    assert (event["note"], event["sustain"], event["orbit"], event["s"]) == (float(pitch) - 60, dur, 5, "superpiano")
    # It has the note in time: at the moment others are told of, or so much later as to come in time after a late start.
    assert played.time_tag is not None
    assert told.time_tag is not None
    assert -0.001 < played.time_tag - told.time_tag <= AHEAD_SEC + LATEST_USEFUL_SEC
