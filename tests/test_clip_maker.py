"""Clips made over OSC: the same notes as the commands make, by a process that can be stopped, dies alone and is started again."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from bridge import cli
from bridge.child import NICENESS
from bridge.core.clips.orders import MEMORY, TOP_P, FromMaker
from bridge.core.shown.captures import NOTES_A_PACKET
from bridge.events import (
    ClipFailed,
    ClipMade,
    ClipNotes,
    ClipOrder,
    ClipReached,
    ClipWithdrawn,
    GivenNote,
    MadeNote,
    Query,
)
from bridge.maker import making
from bridge.maker.making import Models, make
from bridge.maker.process import REACHED_SEC, Maker
from bridge.maker.workshop import HANGS_SEC, IDLE_SEC, Workshop
from bridge.wire.frames import Decoder, encode
from bridge.wire.words import Refused
from model.bundle import write_bundle
from model.clips.clip import blank_clip, read_clip
from model.errors import UserError
from model.loading import load_predictor
from model.notes import Note
from model.players.markov import NgramPredictor
from tests.fakes import Clock
from tests.onstage import eventually, on_stage
from tests.toys import toy_line

USUALLY = Query(-1, top_p=TOP_P, memory=MEMORY)
TUNE: tuple[GivenNote, ...] = tuple(
    (60 + (5 * index) % 12, np.float32(index / 3).item(), np.float32(1 / 3).item(), 60 + index) for index in range(24)
)
"""Two bars of four in triplets, as 32-bit fractions bring them."""


def order(what: str, *how: float, number: int = 1, **others: Any) -> ClipOrder:
    given: dict[str, Any] = {
        "model": "",
        "count": 1,
        "query": USUALLY,
        "tempo": 97.0,
        "metre": (4, 4),
        "notes": () if what == "generate" else TUNE,
        "beats": 0.0 if what == "generate" else 8.0,
    }
    return ClipOrder(number, what, how, **{**given, **others})


def seeded(seed: int, **others: Any) -> Query:
    return Query(seed, top_p=TOP_P, memory=MEMORY, **others)


@cache
def models() -> Models:
    return Models()


def told(wanted: ClipOrder, reached: Callable[[float], object] = lambda done: None) -> list[FromMaker]:
    return list(make(wanted, models(), reached))


def notes(events: list[FromMaker], take: int = 1) -> list[MadeNote]:
    return [note for event in events if isinstance(event, ClipNotes) and event.take == take for note in event.notes]


def facts(rows: list[MadeNote] | list[Note], from_beat: float = 0.0) -> list[tuple[int, float, float, int]]:
    """What can be said of a note in a .mid: to the tick, from `from_beat` on."""
    plain = [(row.pitch, row.onset_beat, row.length_beat, row.velocity) if isinstance(row, Note) else row[:4] for row in rows]
    ticks = [
        (pitch, round((onset - from_beat) * 480), max(1, round((onset + length) * 480) - round(onset * 480)), velocity)
        for pitch, onset, length, velocity in plain
    ]
    return sorted(ticks, key=lambda row: (row[1], row[0]))


# -------------------------------------------------------------------------------------------------- as the commands do


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the tune as a .mid, and a model of counts among those trained there."""
    tune = [Note(pitch, velocity, onset, length) for pitch, onset, length, velocity in TUNE]
    (tmp_path / "tune.mid").write_bytes(blank_clip(97, (4, 4), None).with_parts([("", tune)]))
    counts = NgramPredictor.fit([toy_line(200, seed) for seed in range(2)])
    (tmp_path / "runs/toy").mkdir(parents=True)
    write_bundle(tmp_path / "runs/toy/toy.repons", {"name": "toy", "network": "ngram", "size": {}}, counts.to_arrays(), "")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("wanted", "arguments"),
    [
        (order("infill", 2, 2), ["infill", "tune.mid", "--bars", "2"]),
        (order("vary", 0.5), ["vary", "tune.mid", "--amount", "0.5"]),
        (order("accompany"), ["accompany", "tune.mid"]),
        (order("continue", 2), ["generate", "--after", "tune.mid", "--bars", "2"]),
        (order("continue", 2, model="toy"), ["generate", "toy", "--after", "tune.mid", "--bars", "2"]),
        (order("generate", 2, metre=(3, 4)), ["generate", "--bars", "2", "--tempo", "97", "--metre", "3/4"]),
    ],
    ids=lambda value: f"{value.what} {value.model}" if isinstance(value, ClipOrder) else "",
)
def test_the_same_seed_and_clip_give_the_same_notes_as_the_command(here: Path, wanted: ClipOrder, arguments: list[str]) -> None:
    shape = ["--range", "48-80", "--polyphony", "3", "--temperature", "0.9"]
    assert cli.main([*arguments, *shape, "--seed", "7", "-n", "2", "--json"]) == 0
    query = seeded(7, pitches=tuple(range(48, 81)), polyphony=3, temperature=0.9)
    over_osc = told(ClipOrder(**{**{name: getattr(wanted, name) for name in wanted.__slots__}, "query": query, "count": 2}))
    for take, path in enumerate(sorted((here / "clips").glob("*.mid")), start=1):
        written = read_clip(path)
        from_beat = 8.0 if wanted.what == "continue" else 0.0
        wanted_notes = [each.note for each in written.notes if each.note.onset_beat >= from_beat]
        if wanted.what == "accompany":
            piano = [index for index, part in enumerate(written.parts) if part.name == "Piano"]
            wanted_notes = [each.note for each in written.notes if each.part in piano]
        made, written_there = facts(notes(over_osc, take)), facts(wanted_notes, from_beat)
        if wanted.what == "generate":
            # The .mid has a track for each part, the slot has one keyboard for all.
            assert [row[:2] for row in made] == sorted({row[:2] for row in written_there}, key=lambda row: (row[1], row[0]))
        else:
            assert made == written_there
        assert notes(over_osc, take)
    assert [event.seed for event in over_osc if isinstance(event, ClipMade)] == [7, 8]


def test_what_is_kept_comes_back_exactly_as_it_was_sent_and_as_certain() -> None:
    rows = notes(told(order("infill", 2, 2, query=seeded(3))))
    before, after = [row for row in rows if row[1] < 4], [row for row in rows if row[1] >= 4]
    assert before == [(*note, 1.0) for note in TUNE if note[1] < 3.99]
    assert after
    assert all(0 < row[4] < 1 and row[1] + row[2] <= 8 + 1e-9 for row in after)
    assert notes(told(order("vary", 0.0, query=seeded(3)))) == [(*note, 1.0) for note in TUNE]


def test_what_comes_back_is_what_a_slot_should_contain() -> None:
    (end,) = [event for event in told(order("continue", 3, query=seeded(1))) if isinstance(event, ClipMade)]
    assert (end.bars, end.beats) == (3, 12.0)
    rows = notes(told(order("continue", 3, query=seeded(1))))
    assert all(0 <= row[1] < 12 and row[1] + row[2] <= 12 + 1e-9 for row in rows)
    (end,) = [event for event in told(order("accompany", query=seeded(1))) if isinstance(event, ClipMade)]
    assert (end.bars, end.beats) == (2, 8.0)
    assert all(row[4] < 1 for row in notes(told(order("accompany", query=seeded(1)))))


def test_in_a_slot_no_key_is_struck_while_it_sounds() -> None:
    for seed in range(6):
        rows = notes(told(order("generate", 4, query=seeded(seed))))
        for pitch in {row[0] for row in rows}:
            own = [row for row in rows if row[0] == pitch]
            assert all(row[1] + row[2] <= after[1] + 1e-9 and row[2] > 0 for row, after in pairwise(own))


def test_the_clip_s_length_counts_not_its_last_note() -> None:
    sparse = order("infill", 3, 3, notes=TUNE[:3], beats=10.0, query=seeded(2))
    rows = notes(told(sparse))
    assert rows[:3] == [(*note, 1.0) for note in TUNE[:3]]
    assert all(8 <= row[1] < 10 and row[1] + row[2] <= 10 + 1e-9 for row in rows[3:])
    with_bars = next(event for event in told(sparse) if isinstance(event, ClipMade))
    assert (with_bars.bars, with_bars.beats) == (3, 10.0)


@pytest.mark.parametrize("what", ["continue", "infill", "vary", "accompany"])
def test_an_empty_clip_is_a_clip(what: str) -> None:
    how = {"continue": (1,), "infill": (1, 2), "vary": (0.5,), "accompany": ()}[what]
    events = told(order(what, *how, notes=(), query=seeded(4)))
    assert isinstance(events[-1], ClipMade)


def test_variations_come_in_small_pieces_each_complete_before_the_next() -> None:
    events = told(order("generate", 8, count=3, query=seeded(5, density=8.0)))
    assert [event.take for event in events] == sorted(event.take for event in events)
    for take in (1, 2, 3):
        own = [event for event in events if event.take == take]
        *pieces, end = own
        assert isinstance(end, ClipMade)
        assert all(isinstance(piece, ClipNotes) and 1 <= len(piece.notes) <= NOTES_A_PACKET for piece in pieces)
        assert end.notes == len(notes(events, take)) > NOTES_A_PACKET
        assert end.seed == 4 + take


def test_a_seed_nobody_named_is_told() -> None:
    (end,) = [event for event in told(order("generate", 1)) if isinstance(event, ClipMade)]
    again = told(order("generate", 1, query=seeded(end.seed)))
    assert next(event for event in again if isinstance(event, ClipMade)).seed == end.seed


def test_how_far_it_has_come_only_grows() -> None:
    reached: list[float] = []
    told(order("infill", 1, 2, count=2, query=seeded(1)), reached.append)
    assert reached == sorted(reached)
    assert 0 <= reached[0] < 0.5
    assert 1 < reached[-1] <= 2


def test_what_cannot_be_made_is_said_with_how_to_put_it_right(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="there is no model 'nobody'") as refused:
        told(order("generate", 1, model="nobody"))
    assert refused.value.code == 404
    with pytest.raises(Refused, match="knows nothing of what comes after a gap"):
        told(order("infill", 1, 1, model="default"))
    with pytest.raises(UserError, match="leaves no note to play"):
        told(order("generate", 1, query=seeded(0, pitches=(3,))))
    monkeypatch.setattr(making, "MOST_MADE", 3)
    with pytest.raises(Refused, match="3 at most") as refused:
        told(order("generate", 4, query=seeded(0)))
    assert refused.value.code == 413


def test_a_model_is_loaded_once_and_anew_when_its_file_is_another(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[str] = []
    monkeypatch.setattr(making, "load_predictor", lambda name: (loads.append(name), load_predictor(name))[1])
    own = Models()
    first = own.player("toy")
    assert own.player("toy") is first
    shutil.copy("runs/toy/toy.repons", "toy.copy")
    Path("runs/toy/toy.repons").unlink()
    other = NgramPredictor.fit([toy_line(300, 7)])
    write_bundle(Path("runs/toy/toy.repons"), {"name": "toy", "network": "ngram", "size": {}}, other.to_arrays(), "")
    assert own.player("toy") is not first
    assert loads == ["toy", "toy"]
    for name in ("default", "piano"):
        own.player(name)
    own.player("toy")
    assert loads == ["toy", "toy", "default", "piano", "toy"]


# ------------------------------------------------------------------------------------------------------- over a socket


class Bench:
    """The stage's end of a maker that runs in a thread and makes what a script says, in made-up time."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.end, far = socket.socketpair()
        self.end.settimeout(60)
        self.may_go_on = threading.Event()
        self.under_way = threading.Event()
        self.began: list[int] = []
        self._decoder = Decoder()
        self._heard: list[Any] = []
        self.thread = threading.Thread(target=Maker(far, self._making, lambda: self.clock.now).serve)
        self.thread.start()

    def _making(self, wanted: ClipOrder, reached: Callable[[float], object]) -> Iterator[ClipNotes | ClipMade]:
        self.began.append(wanted.number)
        if wanted.what == "fail":
            raise UserError("widen the range")
        if wanted.what == "refuse":
            raise Refused(413, "", "too many")
        if wanted.what == "break":
            raise ZeroDivisionError("a fault of the network")
        if wanted.what == "wait":
            self.under_way.set()
            assert self.may_go_on.wait(60)
        for step in range(int(wanted.how[0]) if wanted.how else 0):
            self.clock.advance(0.1)
            reached(step / 100)
        yield ClipMade(wanted.number, 1, 0, 1, 4.0, 0)

    def say(self, *frames: ClipOrder | ClipWithdrawn) -> None:
        self.end.sendall(b"".join(map(encode, frames)))

    def hear(self) -> Any:
        while not self._heard:
            data = self.end.recv(65_536)
            assert data, "the maker has hung up"
            self._heard += self._decoder.feed(data)
        return self._heard.pop(0)


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.may_go_on.set()
    made.end.close()
    made.thread.join(60)
    assert not made.thread.is_alive(), "it leaves with the stage"


def test_orders_are_carried_out_in_order_and_one_that_fails_is_told(bench: Bench) -> None:
    bench.say(*(order(what, number=number) for number, what in enumerate(("make", "fail", "refuse", "break", "make"), start=1)))
    assert bench.hear() == ClipMade(1, 1, 0, 1, 4.0, 0)
    assert bench.hear() == ClipFailed(2, 409, "widen the range")
    assert bench.hear() == ClipFailed(3, 413, "too many")
    broken = bench.hear()
    assert (broken.order, broken.code) == (4, 500)
    assert "ZeroDivisionError" in broken.text
    assert bench.hear() == ClipMade(5, 1, 0, 1, 4.0, 0)


def test_how_far_it_has_come_is_told_four_times_a_second_at_most(bench: Bench) -> None:
    bench.say(order("make", 100))
    said = [bench.hear()]
    while not isinstance(said[-1], ClipMade):
        said.append(bench.hear())
    assert all(isinstance(each, ClipReached) for each in said[:-1])
    assert 10.0 * 0.8 <= len(said[:-1]) * REACHED_SEC <= 10.0 + 1e-6


def test_an_order_that_is_withdrawn_is_left_in_the_middle_and_one_that_waits_is_not_begun(bench: Bench) -> None:
    bench.say(order("wait", 100, number=1))
    assert bench.under_way.wait(60)
    bench.say(ClipWithdrawn(1), order("make", number=2), ClipWithdrawn(2), order("make", number=3))
    bench.may_go_on.set()
    assert bench.hear() == ClipMade(3, 1, 0, 1, 4.0, 0)
    assert bench.began == [1, 3]


def test_when_the_stage_goes_it_leaves_in_the_middle_of_a_clip(bench: Bench) -> None:
    bench.say(order("wait", 10**9))
    assert bench.under_way.wait(60)
    bench.end.close()
    bench.may_go_on.set()
    bench.thread.join(60)
    assert not bench.thread.is_alive()


# --------------------------------------------------------------------------------------------------- as a real process


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    made = Workshop()
    yield made
    made.stop()


def until_over(workshop: Workshop, within_sec: float = 60.0) -> list[FromMaker]:
    """What it says until it has made the last variation or failed; the moment of each is 1."""
    said: list[FromMaker] = []
    until = time.monotonic() + within_sec
    while not said or isinstance(said[-1], ClipReached | ClipNotes):
        assert time.monotonic() < until, "nothing came"
        if workshop.sockets_to_write:
            workshop.flush()
        said += workshop.receive(1.0)
        time.sleep(0.005)
    return said


def child() -> psutil.Process:
    """The maker's process."""
    (found,) = [each for each in psutil.Process().children() if "bridge.maker.process" in each.cmdline()]
    return found


def test_a_process_is_there_from_the_first_order_on_and_goes_behind_all_others(here: Path, workshop: Workshop) -> None:
    assert workshop.sockets == []
    assert workshop.next_deadline() is None
    workshop.order(order("continue", 2, model="toy", query=seeded(7)), 0.0)
    said = until_over(workshop)
    assert notes(said) == notes(told(order("continue", 2, model="toy", query=seeded(7))))
    process = child()
    if sys.platform != "win32":
        assert process.nice() == min(os.getpriority(os.PRIO_PROCESS, 0) + NICENESS, 19)
    workshop.order(order("generate", 1, model="toy", number=2), 1.0)
    assert until_over(workshop)[-1].order == 2
    assert child() == process
    assert workshop.poll(1.0 + IDLE_SEC - 0.1) == []
    assert process.is_running()
    assert workshop.poll(1.0 + IDLE_SEC) == []
    assert workshop.sockets == []
    assert eventually(lambda: not process.is_running())


def test_the_longest_clip_reaches_it_whole(here: Path, workshop: Workshop) -> None:
    long = tuple((40 + index % 40, index / 2, 0.25, 80) for index in range(2048))
    workshop.order(order("vary", 0.0, notes=long, beats=1024.0), 0.0)
    said = until_over(workshop)
    assert notes(said) == [(*note, 1.0) for note in long]


def test_one_that_is_killed_is_reported_and_the_next_order_starts_another(here: Path, workshop: Workshop) -> None:
    workshop.order(order("generate", 64, count=16, model="toy"), 0.0)
    assert eventually(lambda: any("bridge.maker.process" in each.cmdline() for each in psutil.Process().children()))
    child().kill()
    (lost,) = [event for event in until_over(workshop) if isinstance(event, ClipFailed)]
    assert (lost.order, lost.code) == (1, 500)
    assert "died" in lost.text
    assert workshop.sockets == []
    workshop.order(order("generate", 1, model="toy", number=2), 1.0)
    assert isinstance(until_over(workshop)[-1], ClipMade)


def test_one_that_says_nothing_is_killed_and_reported(here: Path, workshop: Workshop) -> None:
    workshop.order(order("generate", 64, count=16, model="toy"), 10.0)
    assert eventually(lambda: any("bridge.maker.process" in each.cmdline() for each in psutil.Process().children()))
    process = child()
    assert workshop.next_deadline() == 10.0 + HANGS_SEC
    assert workshop.poll(10.0 + HANGS_SEC - 0.1) == []
    (lost,) = workshop.poll(10.0 + HANGS_SEC)
    assert isinstance(lost, ClipFailed)
    assert (lost.order, lost.code) == (1, 500)
    assert "not said a word" in lost.text
    assert workshop.sockets == []
    assert eventually(lambda: not process.is_running())


def test_of_an_order_that_is_withdrawn_nothing_is_heard_any_more(here: Path, workshop: Workshop) -> None:
    workshop.order(order("generate", 64, count=16, model="toy"), 0.0)
    workshop.withdraw(ClipWithdrawn(1), 0.0)
    workshop.order(order("generate", 1, model="toy", number=2), 0.0)
    assert {event.order for event in until_over(workshop)} == {2}


# ------------------------------------------------------------------------------------------------------- on a real stage


def test_a_client_sends_a_clip_and_has_it_filled_varied_and_stopped_while_notes_are_answered(tmp_path: Path) -> None:
    with on_stage(config="tempo: 97\n", folder=tmp_path) as stage:
        stage.ready().subscribe()
        stage.send("/repons/clip/begin", len(TUNE), 8.0, "id", 1)
        assert stage.hear("/repons/done").args == ("/repons/clip/begin", 1)
        stage.send("/repons/clip/put", *(value for note in TUNE for value in note))
        stage.send("/repons/clip/infill", 2, 2, 2, 7, "id", 2)
        stage.send("/repons/note", 60, 96)
        assert stage.hear("/repons/out").args[0] == 1
        assert stage.hear("/repons/clip/progress").args == (2, 0.0, 2)
        assert stage.hear("/repons/done").args == ("/repons/clip/infill", 2)
        assert [stage.hear("/repons/clip/made").args[1] for _ in range(2)] == [1, 2]
        made = told(order("infill", 2, 2, count=2, query=seeded(7)))
        for take in (1, 2):
            atoms = stage.hear("/repons/clip/notes", lambda told, take=take: told.args[1] == str(take)).args[2:]  # type: ignore[misc]
            # How likely each was may differ in the last bits: the process counts with one thread.
            assert atoms == pytest.approx([value for note in notes(made, take) for value in note], rel=1e-5)
        maker = next(each for each in psutil.Process(stage.process.pid).children() if "bridge.maker.process" in each.cmdline())
        stage.send("/repons/clip/generate", 64, 16, "id", 3)
        stage.hear("/repons/clip/progress")
        stage.send("/repons/clip/stop", "id", 4)
        assert stage.hear("/repons/error").args[3] == 3
        assert stage.hear("/repons/done").args == ("/repons/clip/stop", 4)
        stage.send("/repons/clip/generate", 1, "id", 5)
        stage.hear("/repons/clip/made")
        assert maker.is_running()
    assert eventually(lambda: not maker.is_running())
