"""A program gone wild is heard less, and nobody else is."""

from __future__ import annotations

from bridge.budget import A_SECOND, AT_ONCE, MOST_SENDERS, NEWCOMERS_A_SECOND, Budget
from bridge.events import Ignored, Message, Tell
from bridge.inlet import MOST_REFUSALS, OscInlet
from bridge.wire.osc import encode, encode_bundle

WILD = ("127.0.0.1", 4000)
PERFORMER = ("127.0.0.1", 5000)


def _heard(budget: Budget, a_second: int, seconds: float, client: tuple[str, int] = WILD) -> int:
    return sum(budget.allows(client, index / a_second) for index in range(int(a_second * seconds)))


def test_a_burst_is_heard_whole_and_a_steady_flood_at_its_rate() -> None:
    assert _heard(Budget(), 1_000_000, AT_ONCE / 1e6) == AT_ONCE
    heard = _heard(Budget(), 20_000, 10.0)
    assert AT_ONCE + 9.9 * A_SECOND < heard < AT_ONCE + 10.1 * A_SECOND


def test_whoever_plays_beside_a_flood_is_heard() -> None:
    budget = Budget()
    lost = 0
    for index in range(200_000):
        now = index / 20_000
        budget.allows(WILD, now)
        if index % 100 == 0:
            lost += not budget.allows(PERFORMER, now)
    assert lost == 0


def test_a_program_with_a_new_socket_for_each_message_does_not_drown_one_that_is_known() -> None:
    budget = Budget()
    assert budget.allows(PERFORMER, 0.0)
    others = performer = 0
    for index in range(60_000):
        now = index / 20_000
        others += budget.allows(("127.0.0.1", 1 + index), now)
        if index % 2_000 == 0:
            performer += budget.allows(PERFORMER, now)
    assert performer == 30
    assert NEWCOMERS_A_SECOND * 3.9 < others < NEWCOMERS_A_SECOND * 4.1


def test_only_so_many_senders_are_remembered_and_who_was_heard_last_stays() -> None:
    budget = Budget()
    for number in range(MOST_SENDERS + 10):
        # Slowly enough that each of them is let in.
        assert budget.allows(("127.0.0.1", number), number / 500)
        assert budget.allows(PERFORMER, number / 500)
    assert budget.allows(PERFORMER, 100.0)
    assert len(budget._known) == MOST_SENDERS


def test_what_was_not_read_is_told_once_a_second_with_the_loudest_sender() -> None:
    budget = Budget()
    assert budget.next_deadline() is None
    for _ in range(int(AT_ONCE) + 30):
        budget.allows(WILD, 5.0)
    for _ in range(int(AT_ONCE) + 7):
        budget.allows(PERFORMER, 5.0)
    assert budget.next_deadline() == 6.0
    assert budget.ignored(5.9) is None
    assert budget.ignored(6.0) == Ignored(37, WILD)
    assert budget.ignored(9.0) is None
    assert budget.next_deadline() is None


def test_a_bundle_counts_as_the_messages_in_it() -> None:
    inlet = OscInlet()
    bundle = encode_bundle(None, [encode("/repons/ping", (1,))] * 100)
    heard = sum(len(inlet.receive(bundle, WILD, 1.0)) for _ in range(200))
    assert heard == AT_ONCE
    assert inlet.next_deadline() == 2.0
    assert inlet.due(2.0) == [Ignored(190, WILD)]


def test_a_flood_of_unknown_addresses_is_told_so_some_fifty_times_a_second() -> None:
    inlet = OscInlet()
    told = [each for index in range(1000) for each in inlet.receive(encode("/synth/cutoff", (440.0,)), WILD, 1.0 + index / 1e4)]
    assert len(told) == MOST_REFUSALS
    assert all(isinstance(each, Tell) for each in told)
    (answer,) = inlet.receive(encode("/repons/ping", (1,)), WILD, 1.5)
    assert answer == Message("/repons/ping", (1,), WILD)
    assert len(inlet.receive(encode("/synth/cutoff", (440.0,)), WILD, 2.0)) == 1


def test_while_a_long_packet_is_read_notes_that_are_due_go_out() -> None:
    turns: list[int] = []
    inlet = OscInlet(lambda: turns.append(1))
    inlet.receive(encode_bundle(None, [encode("/repons/ping", (1,))] * 100), WILD, 1.0)
    assert len(turns) >= 100


def test_what_is_long_counts_by_its_length() -> None:
    inlet = OscInlet()
    long = encode("/repons/ping", range(1000))
    heard = sum(len(inlet.receive(long, WILD, 1.0)) for _ in range(200))
    assert heard < AT_ONCE / 50
    garbage = OscInlet()
    read = sum(len(garbage.receive(b"x" * 65_000, WILD, 1.0)) for _ in range(200))
    assert 0 < read < 5
