"""With a DAW that really runs: Ardour records what the model plays, and leads it with MIDI clock and song position."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import mido
import numpy as np
import pytest

from bridge.wire.osc import RawMessage
from tests.onstage import OnStage, on_stage
from tests.peers.ardour import LUA, ardour
from tests.peers.jack import PATIENT, jack_server

pytestmark = [pytest.mark.peers, pytest.mark.with_daw]

VIRTUAL = "midi: {api: UNIX_JACK, virtual: true}\n"
NOTES = 24
OFF_SEC = 0.06
"""How far off its moment a note may lie in the take, in the middle of many: two periods of JACK's, and a busy machine."""
TEMPO = 100


class Taken(NamedTuple):
    """A note of a take; `at_sec` and `length_sec` by Ardour's tempo."""

    at_sec: float
    pitch: int
    velocity: int
    length_sec: float


@pytest.fixture
def jack(needs: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    needs(LUA)
    with jack_server(needs, monkeypatch, PATIENT) as midi:
        yield midi


def test_ardour_records_every_note_the_model_plays_at_its_moment_and_for_its_length(jack: Any, tmp_path: Path) -> None:
    with on_stage("--mode", "duet", config=VIRTUAL, folder=tmp_path) as stage, ardour(tmp_path) as daw:
        stage.ready().subscribe()
        daw.midi_track("Repons")
        daw.connect(_port(jack.get_input_names(), "repons out"), "ardour:Repons/midi_in 1")
        daw.record()
        # A second of JACK's dummy driver is longer than a second where the machine is busy.
        clock = [daw.moment()]
        played = _duet(stage, lambda: clock.append(daw.moment()))
        while _sounding(stage):
            clock.append(daw.moment())
        daw.stop()
        (take,) = daw.recorded()
    taken = sorted(_notes(take), key=lambda note: (note.pitch, note.at_sec))
    played.sort(key=lambda note: (note.args[1], note.time_tag))
    assert [(note.pitch, note.velocity) for note in taken] == [(note.args[1], note.args[2]) for note in played]
    begin = np.array([note.time_tag for note in played])
    in_the_song = [
        np.interp(moments, *zip(*clock, strict=True)) for moments in (begin, begin + [note.args[3] for note in played])
    ]
    assert np.median(np.abs(in_the_song[0] - [note.at_sec for note in taken])) < OFF_SEC
    assert np.median(np.abs(in_the_song[1] - [note.at_sec + note.length_sec for note in taken])) < OFF_SEC


def test_ardours_clock_is_followed_and_its_song_position_says_where_the_bars_are(jack: Any, tmp_path: Path) -> None:
    with on_stage(config=VIRTUAL, folder=tmp_path) as stage, ardour(tmp_path) as daw:
        stage.ready().subscribe()
        daw.do(
            f"map = Temporal.TempoMap.write_copy() map:set_tempo(Temporal.Tempo({TEMPO}, {TEMPO}, 4), Temporal.timepos_t(0))"
            " Temporal.TempoMap.update(map)"
        )
        daw.connect("ardour:MIDI Clock out", _port(jack.get_output_names(), "repons in"))
        daw.roll()
        places = [(_led(stage).args[0], daw.moment()[1]) for _ in range(16)]
        beats_sec = [
            (later - sooner) / (other - one) for (one, sooner), (other, later) in combinations(places[4:], 2) if other != one
        ]
        assert np.median(beats_sec) == pytest.approx(60 / TEMPO, rel=0.05)
        daw.stop()
        # Two bars on. Ardour 7.3 sends ticks where the standard wants sixteenths, six times as many: whole bars stay whole bars.
        daw.locate(8 * 60 / TEMPO)
        # What was told until then is of the song as it was.
        stage.send("/repons/ping", 1)
        stage.hear("/repons/pong")
        stage.passed_over("/repons/beat")
        daw.roll()
        heard = [_led(stage).args for _ in range(5)]
        at = next(index for index, beat in enumerate(heard) if beat[2] == 1)
        assert [beat[2] for beat in heard[at:]] == [float(1 + k % 4) for k in range(len(heard) - at)]
        assert heard[at][1] >= 13


def _duet(stage: OnStage, meanwhile: Callable[[], None]) -> list[RawMessage]:
    """What the model plays beside one note, up to some number of notes, as it is announced; it holds afterwards."""
    stage.send("/repons/note", 60, 96, 0.5)
    played = []
    for _ in range(NOTES):
        played.append(stage.hear("/repons/out"))
        meanwhile()
    stage.send("/repons/hold")
    stage.hear("/repons/done", lambda message: message.args[0] == "/repons/hold")
    return played + stage.passed_over("/repons/out")


def _sounding(stage: OnStage) -> int:
    stage.send("/repons/status")
    return int(stage.hear("/repons/status").args[6])


def _led(stage: OnStage) -> RawMessage:
    return stage.hear("/repons/beat", lambda message: message.args[4] == "midi")


def _port(names: list[str], ours: str) -> str:
    return next(name for name in names if ours in name and "guard" not in name)


def _notes(take: mido.MidiFile) -> Iterator[Taken]:
    down: dict[int, tuple[float, int]] = {}
    now = 0.0
    for message in take:
        now += message.time
        if message.type == "note_on" and message.velocity:
            down[message.note] = now, message.velocity
        elif message.type in ("note_on", "note_off") and message.note in down:
            at, velocity = down.pop(message.note)
            yield Taken(at, message.note, velocity, now - at)
    assert not down
