"""Clips over OSC as the session sees them: sent in pieces, ordered, told of in small packets, in no note's way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.clips.kept import KEPT_SEC, LONGEST_BEATS, MOST_CLIPS, MOST_NOTES, NOTES_A_PACKET, Kept
from bridge.core.clips.orders import MOST_WAITING, OLDEST_SEC
from bridge.core.shape.settings import Settings
from bridge.core.shown.captures import NOTES_A_PACKET as NOTES_BACK
from bridge.events import (
    Atom,
    Client,
    ClipFailed,
    ClipMade,
    ClipNotes,
    ClipOrder,
    ClipReached,
    ClipWithdrawn,
    End,
    Event,
    Heard,
    Play,
    Query,
    Tell,
)
from bridge.wire.addresses import check
from bridge.wire.clips import MOST_BARS, MOST_TAKES
from bridge.wire.osc import RawMessage
from bridge.wire.packet import LONGEST_SENT, fitted
from bridge.wire.words import Refused
from tests.fakes import CLIENT, Idea, Stage, in_order

QUIET = Settings(mode="duet", playing=False, tempo=90.0, beats=3)
FOUR: tuple[Atom, ...] = (60, 0, 1, 80, 62, 1.5, 0.5, 81.4, 64, 2, 1, 82, 65, 5, 1, 83)
OTHER: Client = ("127.0.0.1", 9000)


def send(stage: Stage, address: str, *values: Atom, number: int | None = None, client: Client = CLIENT) -> None:
    """As it comes from the wire."""
    pair: tuple[Atom, ...] = () if number is None else ("id", number)
    stage.receive(check(RawMessage(f"/repons/clip/{address}", (*values, *pair)), client))


def sent(stage: Stage, client: Client = CLIENT) -> None:
    """A clip of four notes and two bars of three."""
    send(stage, "begin", 4, 6.0, client=client)
    send(stage, "put", *FOUR, client=client)


def orders(stage: Stage) -> list[ClipOrder]:
    return [action for _, action in stage.port.sent if isinstance(action, ClipOrder)]


def withdrawn(stage: Stage) -> list[int]:
    return [action.number for _, action in stage.port.sent if isinstance(action, ClipWithdrawn)]


def heard(stage: Stage, client: Client = CLIENT) -> list[tuple[str, tuple[Atom, ...]]]:
    """All that a client was told about clips."""
    stage.advance(0.0)
    tells = [action for _, action in stage.port.sent if isinstance(action, Tell) and action.client == client]
    return [(tell.address.removeprefix("/repons/").removeprefix("clip/"), tell.values) for tell in tells]


def made(order: ClipOrder, notes: int = 3) -> Iterator[Event]:
    """What the clip maker says of an order."""
    for take in range(1, order.count + 1):
        yield ClipNotes(order.number, take, tuple((60 + index, index / 2, 0.5, 80, 0.25) for index in range(notes)))
        yield ClipMade(order.number, take, notes, 2, 6.0, 7 + take)


@pytest.mark.parametrize(
    ("address", "values", "how"),
    [
        ("continue", (4,), (4.0,)),
        ("infill", (1, 2), (1.0, 2.0)),
        ("vary", (0.3,), (0.3,)),
        ("accompany", (), ()),
        ("generate", (8,), (8.0,)),
    ],
)
def test_an_order_carries_the_clip_the_metre_and_what_was_asked(
    address: str, values: tuple[Atom, ...], how: tuple[float]
) -> None:
    stage = Stage(QUIET)
    sent(stage)
    send(stage, address, *values, "count", 2, "seed", 7, "model", "mine", number=3)
    stage.advance(0.0)
    (order,) = orders(stage)
    clip = () if address == "generate" else ((60, 0.0, 1.0, 80), (62, 1.5, 0.5, 81), (64, 2.0, 1.0, 82), (65, 5.0, 1.0, 83))
    assert (order.what, order.how, order.count, order.query.seed, order.model) == (address, how, 2, 7, "mine")
    assert (order.tempo, order.metre, order.notes, order.beats) == (90.0, (3, 4), clip, 6.0 if clip else 0.0)


def test_the_knobs_count_as_they_stand_and_what_is_played_does_not() -> None:
    stage = Stage(QUIET)
    for address, *values in (
        ("scale", 2, "dorian"),
        ("range", 60, 72),
        ("density", 2.0),
        ("polyphony", 3),
        ("velocity", 40, 90),
        ("temperature", 0.7),
        ("originality", 8),
        ("avoid", 12),
        ("quantise", 0.25),
        ("follow", 1.0),
    ):
        stage.say(f"/repons/{address}", *values)
    stage.receive(Heard(62, 100))
    send(stage, "generate", 1)
    stage.advance(0.0)
    assert orders(stage)[0].query == Query(
        seed=-1,
        pitches=(60, 62, 64, 65, 67, 69, 71, 72),
        velocity=(40, 90),
        density=2.0,
        polyphony=3,
        temperature=0.7,
        top_p=0.98,
        memory=0.5,
        originality=8,
    )


def test_what_is_made_comes_note_by_note_then_complete_and_at_the_end_done() -> None:
    stage = Stage(QUIET)
    send(stage, "generate", 2, 2, number=5)
    stage.advance(0.0)
    (order,) = orders(stage)
    stage.receive(ClipReached(order.number, 0.5), *made(order, 2))
    rows = (60, 0.0, 0.5, 80, 0.25, 61, 0.5, 0.5, 80, 0.25)
    assert heard(stage) == [
        ("progress", (5, 0.0, 2)),
        ("progress", (5, 0.5, 2)),
        ("notes", (5, "1", *rows)),
        ("made", (5, 1, 2, 2, 6.0, 8)),
        ("notes", (5, "2", *rows)),
        ("made", (5, 2, 2, 2, 6.0, 9)),
        ("done", ("/repons/clip/generate", 5)),
    ]


def test_without_a_number_of_its_own_it_is_0_in_what_comes_back() -> None:
    stage = Stage(QUIET)
    send(stage, "generate", 1)
    stage.advance(0.0)
    stage.receive(*made(orders(stage)[0], 1))
    told = heard(stage)
    assert [values[0] for address, values in told[:-1]] == [0, 0, 0]
    assert told[-1] == ("done", ("/repons/clip/generate",))


def test_a_clip_that_did_not_arrive_whole_is_refused_with_how_much_did() -> None:
    stage = Stage(QUIET)
    send(stage, "begin", 5, 6.0)
    send(stage, "put", *FOUR)
    send(stage, "vary", 0.5, number=2)
    text = "4 of 5 notes arrived: send it again"
    assert heard(stage) == [("done", ("/repons/clip/begin",)), ("error", (409, "/repons/clip/vary", text, 2))]
    send(stage, "put", 67, 5.5, 0.5, 90)
    send(stage, "vary", 0.5)
    stage.advance(0.0)
    assert len(orders(stage)) == 1


def test_a_clip_is_its_sender_s_and_none_at_all_is_said() -> None:
    stage = Stage(QUIET)
    sent(stage)
    send(stage, "continue", 1, client=OTHER)
    ((address, values),) = heard(stage, OTHER)
    assert (address, values[:2]) == ("error", (409, "/repons/clip/continue"))
    assert "/repons/clip/begin" in str(values[2])


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ((), "1 to 60 notes"),
        ((60, 0, 1), "four numbers"),
        ((60, 0, 1, 80, 62), "four numbers"),
        ((128, 0, 1, 80), "pitch"),
        ((60.5, 0, 1, 80), "pitch"),
        ((60, -0.5, 1, 80), "onset"),
        ((60, 6, 1, 80), "onset"),
        ((60, 0, 0, 80), "length"),
        ((60, 0, 1, 0), "velocity"),
        ((60, 0, 1, 128), "velocity"),
        ((60, 0, 1, 80) * (NOTES_A_PACKET + 1), "1 to 60 notes"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_notes_that_are_none_are_refused_together(values: tuple[Atom, ...], wrong: str) -> None:
    stage = Stage(QUIET)
    send(stage, "begin", 4, 6.0)
    send(stage, "put", 60, 0, 1, 80, *values) if 4 < len(values) < 100 else send(stage, "put", *values)
    address, told = heard(stage)[-1]
    assert (address, told[:2]) == ("error", (400, "/repons/clip/put"))
    assert wrong in str(told[2])
    with pytest.raises(Refused, match="0 of 4 notes"):
        stage.session.kept.clip(CLIENT, stage.clock.now)


def test_more_notes_than_were_announced_are_refused() -> None:
    stage = Stage(QUIET)
    send(stage, "begin", 3, 6.0)
    send(stage, "put", *FOUR)
    assert heard(stage)[-1][1][:2] == (409, "/repons/clip/put")


def test_bars_the_clip_does_not_have_are_not_filled() -> None:
    stage = Stage(QUIET)
    sent(stage)
    send(stage, "infill", 2, 3, number=1)
    code, address, text, number = heard(stage)[-1][1]
    assert (code, address, number) == (400, "/repons/clip/infill", 1)
    assert "2 bars of 3/4" in str(text)


@pytest.mark.parametrize("model", ["../secret", "/etc/passwd", "a" * 40, "default + piano"])
def test_a_model_s_name_reaches_for_no_file(model: str) -> None:
    stage = Stage(QUIET)
    send(stage, "generate", 1, "model", model)
    assert heard(stage)[-1][1][0] == 400
    assert orders(stage) == []


def test_one_order_is_made_at_a_time_and_few_wait() -> None:
    stage = Stage(QUIET)
    for number in range(MOST_WAITING + 3):
        send(stage, "generate", 1, number=number)
        stage.advance(0.0)
    assert [values[0] for address, values in heard(stage) if address == "error"] == [429, 429]
    assert len(orders(stage)) == 1
    for done in range(MOST_WAITING + 1):
        assert [order.number for order in orders(stage)] == list(range(1, done + 2))
        stage.receive(*made(orders(stage)[-1]))
        stage.advance(0.0)
    assert [values[-1] for address, values in heard(stage) if address == "done"] == list(range(MOST_WAITING + 1))


def test_stop_ends_what_its_sender_wanted_and_nobody_else_s() -> None:
    stage = Stage(QUIET)
    send(stage, "generate", 1, 3, number=1)
    send(stage, "generate", 1, number=2, client=OTHER)
    send(stage, "generate", 1, number=3)
    stage.advance(0.0)
    (first,) = orders(stage)
    stage.receive(*list(made(first))[:3])
    send(stage, "stop", number=4)
    stage.receive(*list(made(first))[3:])
    told = heard(stage)
    assert told[-3:-1] == [("error", (409, "/repons/clip/generate", "stopped, as you asked", number)) for number in (1, 3)]
    assert told[-1] == ("done", ("/repons/clip/stop", 4))
    assert withdrawn(stage) == [first.number]
    assert orders(stage)[-1].number == 2
    stage.receive(*made(orders(stage)[-1]))
    assert heard(stage, OTHER)[-1] == ("done", ("/repons/clip/generate", 2))


def test_where_nothing_is_made_there_is_nothing_to_stop() -> None:
    stage = Stage(QUIET)
    send(stage, "stop", number=4)
    assert heard(stage) == [("done", ("/repons/clip/stop", 4))]
    assert withdrawn(stage) == []


def test_when_it_fails_the_asker_is_told_and_the_next_is_made() -> None:
    stage = Stage(QUIET)
    send(stage, "generate", 1, number=1)
    send(stage, "generate", 1, number=2)
    stage.advance(0.0)
    stage.receive(ClipFailed(1, 500, "the clip maker is gone"))
    assert ("error", (500, "/repons/clip/generate", "the clip maker is gone", 1)) in heard(stage)
    assert orders(stage)[-1].number == 2


def test_an_order_nobody_carries_out_is_given_up() -> None:
    stage = Stage(QUIET)
    send(stage, "generate", 1, number=1)
    send(stage, "generate", 1, number=2)
    stage.advance(OLDEST_SEC - 1)
    assert not any(address == "error" for address, _ in heard(stage))
    stage.advance(2)
    assert [values[0:4:3] for address, values in heard(stage) if address == "error"] == [(409, 1), (409, 2)]
    assert withdrawn(stage) == [1]
    assert stage.session.orders.next_deadline() is None


def test_clips_are_kept_of_so_many_clients_and_for_so_long() -> None:
    kept = Kept()
    clients = [("127.0.0.1", 9000 + number) for number in range(MOST_CLIPS + 1)]
    for client in clients[:-1]:
        kept.begin(client, 0, 4.0, 0.0)
    assert kept.clip(clients[0], 1.0) == ((), 4.0)
    kept.begin(clients[-1], 0, 4.0, 2.0)
    with pytest.raises(Refused):
        kept.clip(clients[1], 3.0)
    assert kept.clip(clients[0], 3.0) == ((), 4.0)
    assert kept.clip(clients[0], 2.0 + KEPT_SEC) == ((), 4.0)
    with pytest.raises(Refused):
        kept.clip(clients[-1], 2.0 + KEPT_SEC)


def test_the_longest_clip_fits_and_a_longer_one_is_not_taken() -> None:
    stage = Stage(QUIET)
    send(stage, "begin", MOST_NOTES, LONGEST_BEATS)
    for start in range(0, MOST_NOTES, NOTES_A_PACKET):
        send(stage, "put", *(60, 0, 1, 80) * min(NOTES_A_PACKET, MOST_NOTES - start))
    send(stage, "accompany")
    stage.advance(0.0)
    assert len(orders(stage)[0].notes) == MOST_NOTES
    for address, *values in (
        ("begin", MOST_NOTES + 1, 4.0),
        ("begin", 1, LONGEST_BEATS + 1),
        ("generate", MOST_BARS + 1),
        ("generate", 1, MOST_TAKES + 1),
        ("infill", 2, 1),
        ("vary", 1.5),
    ):
        with pytest.raises(Refused):
            send(stage, address, *values)


def test_what_is_told_goes_out_a_small_packet_at_a_time_and_never_with_a_note() -> None:
    stage = Stage(Settings(mode="duet", tempo=60.0), in_order(Idea(72, 0.02, 0.03)))
    send(stage, "generate", 1, 4, number=2**31 - 1)
    stage.advance(0.0)
    (order,) = orders(stage)
    rows = tuple((60, 0.5, 0.25, 80, 0.125) for _ in range(NOTES_BACK))
    for step in range(40):
        stage.receive(Heard(60 + step % 12, 80, 0, 0.01), ClipNotes(order.number, 1, rows))
        stage.advance(0.05)
    assert len(stage.port.told("/repons/clip/notes")) == 40
    assert any(isinstance(action, Play) for _, action in stage.port.sent)
    for polled in stage.port.polls:
        packets = [action for action in polled if isinstance(action, Tell) and action.address == "/repons/clip/notes"]
        assert len(packets) <= 1
        assert not packets or not any(isinstance(action, Play | End) for action in polled)
        assert all(len(fitted(tell.address, tell.values)) <= LONGEST_SENT for tell in packets)


# ------------------------------------------------------------------------------------------------------------ properties

NUMBERS = st.one_of(st.integers(-2, 130), st.floats(-2, 300, width=32))
MESSAGES = st.one_of(
    st.tuples(st.just("begin"), st.tuples(st.integers(0, 6), st.floats(0.25, 16))),
    st.tuples(st.just("put"), st.lists(NUMBERS, max_size=12).map(tuple)),
    st.tuples(st.just("put"), st.integers(1, 4).map(lambda count: (60, 0, 1, 80) * count)),
    st.tuples(st.just("generate"), st.tuples(st.integers(1, 4), st.integers(1, 3))),
    st.tuples(st.just("continue"), st.tuples(st.integers(1, 4))),
    st.tuples(st.just("infill"), st.tuples(st.integers(1, 3), st.integers(1, 3))),
    st.tuples(st.just("vary"), st.tuples(st.floats(0, 1))),
    st.tuples(st.just("accompany"), st.just(())),
    st.tuples(st.just("stop"), st.just(())),
)
HAPPENINGS = st.one_of(
    st.tuples(st.just("say"), st.sampled_from([CLIENT, OTHER]), MESSAGES),
    st.tuples(st.just("make"), st.integers(0, 5), st.booleans()),
    st.tuples(st.just("garbage"), st.integers(0, 5), st.integers(0, 9)),
    st.tuples(st.just("wait"), st.sampled_from([0.0, 0.5, 700.0]), st.none()),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(HAPPENINGS, max_size=40))
def test_whatever_is_sent_made_lost_or_stopped_each_order_ends_once_and_nothing_is_told_after(happenings: list[tuple]) -> None:  # type: ignore[type-arg]
    stage = Stage(QUIET)
    asked: dict[int, Client] = {}
    waiting: list[Event] = []
    begun = 0
    for number, (kind, first, second) in enumerate(happenings, start=1):
        if kind == "say":
            address, values = second
            try:
                send(stage, address, *values, number=number, client=first)
            except Refused:
                continue
            if address not in ("begin", "put", "stop"):
                asked[number] = first
        elif kind == "make":
            # The maker takes up the next order, says some of what there is to say of it, or dies over it.
            if begun < len(orders(stage)):
                order = orders(stage)[begun]
                begun += 1
                waiting += [*made(order)] if second else [*[*made(order)][:first], ClipFailed(order.number, 500, "dead")]
            said, waiting = waiting[:first], waiting[first:]
            stage.receive(*said)
        elif kind == "garbage":
            stage.receive(
                (ClipReached(first, 1.0), ClipMade(first, second, 0, 1, 4.0, 0), ClipFailed(first, 500, ""))[second % 3]
            )
        else:
            stage.advance(first)
        assert stage.session.next_deadline() is None or stage.session.next_deadline() >= stage.clock.now  # type: ignore[operator]
    stage.advance(2 * OLDEST_SEC)
    for number, client in asked.items():
        told = heard(stage, client)
        ends = [place for place, (address, values) in enumerate(told) if address in ("done", "error") and values[-1] == number]
        about = [
            place
            for place, (address, values) in enumerate(told)
            if address in ("progress", "notes", "made") and values[0] == number
        ]
        assert len(ends) == 1, "an order ends once"
        assert all(place < ends[0] for place in about), "nothing is told of it afterwards"
    assert stage.session.orders.next_deadline() is None


@given(st.lists(NUMBERS, max_size=40), st.integers(0, 8), st.floats(0.25, 64, width=32))
def test_whatever_numbers_are_sent_only_whole_notes_of_the_clip_are_kept(values: list[float], wanted: int, beats: float) -> None:
    kept = Kept()
    kept.begin(CLIENT, wanted, beats, 0.0)
    try:
        kept.put(CLIENT, tuple(values), 1.0)
    except (Refused, ValueError):
        pass
    else:
        assert len(values) == 4 * (len(values) // 4) <= 4 * wanted
    try:
        notes, _ = kept.clip(CLIENT, 2.0)
    except Refused:
        return
    assert len(notes) == wanted
    for pitch, onset, length, velocity in notes:
        assert 0 <= pitch <= 127
        assert 0 <= onset < beats
        assert length > 0
        assert 1 <= velocity <= 127
