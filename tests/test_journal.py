"""The journal: all that happened, written off the way of the notes, read back exactly or not at all."""

from __future__ import annotations

import json
import os
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.shape.settings import Settings
from bridge.events import (
    Ask,
    ClipFailed,
    ClipMade,
    ClipNotes,
    ClipReached,
    ClipsLanded,
    ClipsNotLanded,
    Controlled,
    End,
    Foreseen,
    Heard,
    HeardOff,
    Ignored,
    Impossible,
    Message,
    ModelsFound,
    MusicianLost,
    MusicianReady,
    Play,
    PortChanged,
    Predicted,
    PresetRead,
    Query,
    Tell,
)
from bridge.journal import journal as journal_module
from bridge.journal.journal import BadJournal, Header, Journal, read_journal
from bridge.journal.lines import BadLine, Closed, Lost, Poll, Silence, decode, encode
from model.errors import UserError
from model.notes import NoteOff, NoteOn, Place

HEADER = Header("0.1.0", "default", Settings(mode="duet", tempo=75.0), 12.25, "2026-01-02T03:04:05+01:00")
CLIENT = ("127.0.0.1", 57120)
EVERYTHING = [
    Heard(60, 96),
    Heard(61, 1, 15, 0.1),
    HeardOff(60),
    Message("/repons/note", (60, 96, 0.0, 1), CLIENT),
    Message("/repons/scale", (0, "off"), CLIENT, 7),
    Message("/repons/tempo", (), CLIENT),
    Message("/repons/next", (4, -1.0, -1), CLIENT),
    Message("/repons/subscribe", (1, 9000, 0.0, 1, 1, 0, 1), CLIENT),
    Message("/repons/clip/capture", (8, "both", "live", "Bass"), CLIENT, 3),
    Message("/repons/mark", ("second verse",), CLIENT),
    Message("/repons/ping", ("hello", 1, 2.5), CLIENT),
    Predicted(3, 4, 60, 80, 0.1 + 0.2, 1 / 3, 1, 0.25, (0.25,) * 4 + (0.0,) * 84),
    Predicted(3, 4, 60, 80, 0.5, 0.5, 1, 0.1, (0.1,) * 88, shared=7),
    Impossible(3, "widen the range"),
    MusicianReady("default", "litert"),
    MusicianLost("it fell asleep"),
    PortChanged("midi", "the cable is out"),
    Ignored(18000, ("127.0.0.1", 57120)),
    Controlled(74, 127, 15),
    PresetRead("verse", (("/repons/range", (40, 80)), ("/repons/scale", (2, "dorian"))), (("density", 71, -1, ""),)),
    ModelsFound(("mine", "default")),
    Message("/repons/clip/put", (60, 0.0, 0.5, 80, 62, 0.1 + 0.2, 1, 81.5), CLIENT),
    Message("/repons/clip/infill", (5, 8, 3, -1, ""), CLIENT, 2),
    ClipReached(1, 0.1 + 0.2),
    ClipNotes(1, 2, ((60, 0.1 + 0.2, 1 / 3, 80, 0.25), (62, 1.0, 2.0, 127, 1.0))),
    ClipMade(1, 2, 2, 4, 16.0, 2**31 - 1),
    ClipFailed(1, 409, "widen the range"),
    ClipsLanded(1, (("performer", 2, 3, 17), ("lead", 3, 3, 0))),
    ClipsNotLanded(2, "Live does not answer"),
    Poll(),
    Silence(),
    Ask(
        3,
        0,
        1,
        (NoteOn(60, 80, 0.5, 0, None, Place(0.5, 4.0, 120.0)), NoteOff(60, 1.5)),
        Query(2**62, (60, 62), velocity=(1, 90), lean=0.5, grid=(0.25, 0.1), loudness=(80, 0.5), temperatures=(0, 1, 0.5, 1)),
    ),
    Ask(0, 0, 1),
    Ask(4, 1, 1, foresee=0),
    Foreseen(4, 1, 0.1 + 0.2, 1 / 3),
    Play(1, 60, 80, 0, 12.5, 0.25, 0.5),
    End(1, 60, 0, 12.75, early=True),
]


def _write(path: Path, *lines: str) -> Path:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("happening", EVERYTHING, ids=lambda happening: type(happening).__name__)
def test_each_thing_that_happens_is_read_back_as_it_was(happening: object) -> None:
    assert decode(encode(1.1, happening).encode()) == (1.1, happening)  # type: ignore[arg-type]


@given(st.floats(0, 1e9), st.floats(1e-6, 1e6), st.lists(st.floats(0, 1, width=32), min_size=88, max_size=88))
def test_numbers_keep_their_last_bit(now: float, wait: float, probabilities: list[float]) -> None:
    predicted = Predicted(1, 1, 60, 80, wait, wait, 0, 0.5, tuple(probabilities))
    assert decode(encode(now, predicted).encode()) == (now, predicted)


def test_a_whole_journal_comes_back_in_order(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "gig.jsonl", HEADER)
    journal.event(1.0, Heard(60, 96))
    journal.poll(1.5)
    journal.action(1.5, Play(1, 64, 80, 0, 1.5, 0.25, 0.5))
    journal.action(1.5, Tell("/repons/event", ("ready", "yes")))
    journal.silence(2.0)
    journal.action(2.0, End(1, 64, 0, 2.0, True))
    journal.close()
    journal.close()
    header, happenings = read_journal(tmp_path / "gig.jsonl")
    assert header == HEADER
    assert list(happenings) == [
        (1.0, Heard(60, 96)),
        (1.5, Poll()),
        (1.5, Play(1, 64, 80, 0, 1.5, 0.25, 0.5)),
        (2.0, Silence()),
        (2.0, End(1, 64, 0, 2.0, True)),
        (0.0, Closed()),
    ]


def test_an_evening_is_never_written_over(tmp_path: Path) -> None:
    first = Journal(tmp_path / "gig.jsonl", HEADER)
    second = Journal(tmp_path / "gig.jsonl", HEADER)
    first.close()
    second.close()
    assert [first.path.name, second.path.name] == ["gig.jsonl", "gig-2.jsonl"]


def test_a_folder_that_is_not_there_is_said_before_the_gig(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="choose a folder"):
        Journal(tmp_path / "nowhere" / "gig.jsonl", HEADER)


def test_what_the_disk_cannot_follow_is_counted_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asleep = threading.Event()
    original = Journal._write

    def sleepy(journal: Journal) -> None:
        asleep.wait()
        original(journal)

    monkeypatch.setattr(Journal, "_write", sleepy)
    monkeypatch.setattr(journal_module, "LONGEST_QUEUE", 3)
    journal = Journal(tmp_path / "gig.jsonl", HEADER)
    for pitch in range(5):
        journal.event(1.0, Heard(pitch, 64))
    asleep.set()
    journal.close()
    happened = [happening for _, happening in read_journal(tmp_path / "gig.jsonl")[1]]
    assert journal.lost == 2
    assert happened == [Heard(0, 64), Heard(1, 64), Heard(2, 64), Lost(2), Closed()]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_stops_the_journal_and_not_the_music(tmp_path: Path) -> None:
    path = tmp_path / "gig.jsonl"
    journal = Journal(path, HEADER)
    full = os.open("/dev/full", os.O_WRONLY)
    os.dup2(full, journal._file.fileno())
    for _ in range(1000):
        journal.event(1.0, Heard(60, 64))
    journal.close()
    os.close(full)
    assert journal.lost > 0


def test_a_journal_whose_writer_was_killed_ends_with_its_last_whole_line(tmp_path: Path) -> None:
    path = tmp_path / "gig.jsonl"
    journal = Journal(path, HEADER)
    journal.event(1.0, Heard(60, 96))
    journal.event(2.0, Heard(62, 96))
    journal.close()
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:2]) + lines[2][:20])
    assert list(read_journal(path)[1]) == [(1.0, Heard(60, 96))]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"now":1.0,"is":"Heard","pitch":200,"velocity":9}', "pitch 200 is outside"),
        ('{"now":1.0,"is":"Heard","pitch":"60","velocity":9}', "pitch is of the wrong kind"),
        ('{"now":1.0,"is":"Heard","pitch":true,"velocity":9}', "pitch is of the wrong kind"),
        ('{"now":1.0,"is":"Heard","pitch":60}', "lacks velocity"),
        ('{"now":1.0,"is":"Heard","pitch":60,"velocity":9,"swing":1}', "has no swing"),
        ('{"now":1.0,"is":"Query","seed":1}', "no thing that happens"),
        ('{"now":1.0,"is":"__class__"}', "unknown"),
        ('{"now":NaN,"is":"Poll"}', "no JSON"),
        ('{"now":1e999,"is":"Poll"}', "wrong kind"),
        ('{"now":-1,"is":"Poll"}', "outside"),
        ('{"is":"Poll"}', "now is of the wrong kind"),
        ("[1, 2]", "no object"),
        ("[" * 60_000, "no JSON"),
        ('{"now":1.0,"is":"Message","address":"/repons/note","values":[60],"client":["a",1]}', "wants"),
        ('{"now":1.0,"is":"Message","address":"/repons/tempo","values":["x"],"client":["a",1]}', "wants"),
        ('{"now":1.0,"is":"Message","address":"/nowhere","values":[],"client":["a",1]}', "there is no"),
        ('{"now":1.0,"is":"Ask","take":1,"base":0,"memory":1,"heard":[{"is":"NoteOff","pitch":60,"at_beat":-1}]}', "a beat >= 0"),
        ('{"now":1.0,"is":"Ask","take":1,"base":0,"memory":1,"heard":[{"is":"Query","seed":1}]}', "heard is of the wrong kind"),
        ('{"now":1.0,"is":"Ask","take":1,"base":0,"memory":1,"query":{"is":"Query","seed":1,"pitches":[60.5]}}', "pitches is of"),
        ('{"now":1.0,"is":"Ask","take":1,"base":0,"memory":1,"query":{"is":"Query","seed":1,"velocity":[1]}}', "velocity is of"),
        (
            '{"now":1.0,"is":"Ask","take":1,"base":0,"memory":1,"query":{"is":"Query","seed":1,"velocity":[1,true]}}',
            "velocity is",
        ),
        ('{"now":1.0,"is":"Impossible","take":1,"text":"' + "x" * 600_000 + '"}', "longer than"),
    ],
)
def test_a_damaged_line_is_refused_with_its_reason(line: str, reason: str) -> None:
    with pytest.raises(BadLine, match=reason):
        decode(line.encode())


@given(st.sampled_from(EVERYTHING), st.integers(0, 400), st.binary(max_size=3))
def test_whatever_happened_to_a_line_it_is_read_or_refused(happening: object, at: int, damage: bytes) -> None:
    line = encode(1.0, happening).encode()  # type: ignore[arg-type]
    with suppress(BadLine):
        decode(line[:at] + damage + line[at + 1 :])


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\n", b"hello\n", b"{}\n", b'{"repons_journal":99}\n', b'{"repons_journal":1,"settings":{"tempo":-5}}\n'],
)
def test_what_is_no_journal_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "song.jsonl"
    path.write_bytes(content)
    with pytest.raises(BadJournal, match="no journal of repons"):
        read_journal(path)


def test_damage_in_the_middle_is_located(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "gig.jsonl", HEADER)
    journal.event(1.0, Heard(60, 96))
    journal.close()
    lines = journal.path.read_text().splitlines()
    damaged = _write(tmp_path / "damaged.jsonl", lines[0], lines[1], "?", lines[2])
    happenings = read_journal(damaged)[1]
    assert next(happenings) == (1.0, Heard(60, 96))
    with pytest.raises(BadJournal, match="line 3"):
        next(happenings)


def test_a_missing_journal_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(BadJournal, match="--journal"):
        read_journal(tmp_path / "gone.jsonl")


def test_the_first_line_is_plain_json_anybody_can_read(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "gig.jsonl", HEADER)
    journal.close()
    first = json.loads(journal.path.read_text().splitlines()[0])
    assert (first["repons_journal"], first["model"], first["settings"]["tempo"]) == (1, "default", 75.0)
