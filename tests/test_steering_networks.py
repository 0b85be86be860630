"""What holds under any steering, with real networks at toy size: in every mode, with every network, whatever else is set."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.session import Session
from bridge.core.shape.modes import MODES
from bridge.core.shape.scales import SCALES, pitches_in
from bridge.core.shape.settings import Settings
from bridge.events import NOBODY, Action, Atom, Event, Heard, HeardOff, Message, MusicianReady, Play, PresetRead, Tell
from bridge.jam.rehearsal import Cue, rehearse
from bridge.musician.mind import Mind
from model.networks import NETWORKS
from model.notes import NoteOn
from tests.test_predictors import PREDICTORS

KINDS = {"blend": "event and ngram, blended", "recurrent": "recurrent, gru", "mlp": "mlp"}
"""The toy that stands for a network, where it has another name."""
EVERY_NETWORK = [*NETWORKS, "blend"]


@cache
def predictor(network: str) -> Any:
    return PREDICTORS[KINDS.get(network, network)].make()


def say(at: float, address: str, *values: Atom) -> Cue:
    return Cue(at, Message(address, values, NOBODY))


def performer(seed: int, until: float) -> list[Cue]:
    """Anything, in no key at all; two rests long enough for an answer, and in the middle a hand-over."""
    rng = random.Random(seed)
    cues, at = [], 0.1
    while at < until:
        pitch, length = rng.randint(48, 80), rng.choice([0.1, 0.2, 0.4])
        cues += [Cue(at, Heard(pitch, rng.randint(20, 120))), Cue(at + length, HeardOff(pitch))]
        at += length + (1.2 if rng.random() < 0.2 else rng.choice([0.02, 0.05, 0.3]))
    return [*cues, say(until / 3, "/repons/turn", "model")]


def play(
    start: Settings, network: str, cues: list[Cue], until: float, answer_sec: float = 0.001
) -> tuple[Session, list[Event | Action]]:
    """A gig in made-up time."""
    session = Session(start, 0.0)
    name = "one + other" if network == "blend" else network
    ready = Cue(0.0, MusicianReady(name, "numpy"))
    mind = Mind(predictor(network))
    happenings = rehearse(session, mind, [ready, *sorted(cues, key=lambda cue: cue.at)], until, answer_sec=answer_sec)
    return session, [happening for _, happening in happenings]


ALL_AT_ONCE = (
    say(0.0, "/repons/avoid", 2),
    say(0.0, "/repons/quantise", 0.25),
    say(0.0, "/repons/groove", "shuffle", 80.0),
    say(0.0, "/repons/follow", 0.8),
    say(0.0, "/repons/density", 3.0),
    say(0.0, "/repons/space", 0.2),
    say(0.0, "/repons/polyphony", 4),
    say(0.0, "/repons/temperature_pitch", 1.5),
    say(0.0, "/repons/blend", 0.4),
    Cue(0.0, PresetRead("wide", (("/repons/range", (21, 108)), ("/repons/temperature", (2.0,)), ("/repons/blend", (1.0,))))),
    Cue(0.0, PresetRead("narrow", (("/repons/range", (50, 70)), ("/repons/avoid", (0,)), ("/repons/blend", (0.1,))))),
    say(0.5, "/repons/preset", "morph", "narrow", "wide", 4.0),
)


@pytest.mark.parametrize("network", EVERY_NETWORK)
@pytest.mark.parametrize("mode", MODES)
def test_every_note_lies_in_the_scale_that_is_locked(mode: str, network: str) -> None:
    until = 4.5
    start = Settings(mode=mode, rest_sec=0.3, trade_bars=1, root=3, scale="hirajoshi", followed=True)
    _, happened = play(start, network, [*ALL_AT_ONCE, *performer(1, until)], until)
    plays = [each for each in happened if isinstance(each, Play)]
    assert {note.pitch for note in plays} <= set(pitches_in(3, "hirajoshi", 21, 108))
    assert plays or mode == "listen"


@pytest.mark.parametrize("mode", [name for name, mode in MODES.items() if not mode.at_once and name != "listen"])
def test_stand_ins_keep_to_the_scale_too(mode: str) -> None:
    """A musician so slow that tonight's habits have to play for it."""
    until = 8.0
    start = Settings(mode=mode, rest_sec=0.3, trade_bars=1, root=2, scale="iwato")
    _, happened = play(start, "ngram", [*ALL_AT_ONCE, *performer(2, until)], until, answer_sec=0.4)
    assert {note.pitch for note in happened if isinstance(note, Play)} <= set(pitches_in(2, "iwato", 21, 108))


@pytest.mark.parametrize("mode", ["duet", "accompany", "call", "harmonise", "next"])
def test_on_auto_every_note_lies_in_the_key_that_was_told_last(mode: str) -> None:
    steps = SCALES["major"]
    cues = [say(0.0, "/repons/scale", 0, "auto")]
    for number in range(40):
        pitch = 60 + steps[(3 * number) % 7] + (6 if number > 24 else 0)
        cues += [Cue(0.1 + 0.25 * number, Heard(pitch, 80)), Cue(0.3 + 0.25 * number, HeardOff(pitch))]
    _, happened = play(Settings(mode=mode, rest_sec=0.04), "ngram", cues, 11.0)
    key: tuple[Atom, ...] | None = None
    keys, inside = set(), 0
    for each in happened:
        if isinstance(each, Tell) and each.address == "/repons/key":
            key = each.values[:2]
            keys.add(key)
        elif isinstance(each, Play) and key is not None:
            assert each.pitch in pitches_in(int(key[0]), str(key[1]))
            inside += 1
    assert inside > 10
    assert len(keys) >= 2, "the modulation was heard"


@pytest.mark.parametrize("network", EVERY_NETWORK)
def test_every_onset_lies_on_the_grid(network: str) -> None:
    until = 6.0
    start = Settings(mode="duet", quantise=0.5, root=0, scale="major")
    session, _ = play(start, network, performer(3, until), until)
    onsets = [
        note.at_beat
        for note in session.agents.lead.memories._recent
        if isinstance(note, NoteOn) and note.voice == start.voice_model
    ]
    assert onsets
    off_line = [abs(beat * 2 - round(beat * 2)) / 2 for beat in onsets]
    # What the performer plays within a 96th of a line is on it; what sounds together with that is remembered at its moment, or
    # at that of the key let go meanwhile.
    assert max(off_line) < 2 / 96
    assert sum(off < 1e-6 for off in off_line) > 0.8 * len(onsets)


KNOBS = st.fixed_dictionaries(
    {},
    optional={
        "/repons/temperature": st.tuples(st.sampled_from([0.0, 0.5, 1.0, 3.0])),
        "/repons/temperature_rhythm": st.tuples(st.sampled_from([0.0, 1.0, 5.0])),
        "/repons/memory": st.tuples(st.sampled_from([0.0, 1.0])),
        "/repons/range": st.tuples(st.integers(0, 127), st.integers(0, 127)).map(lambda pair: (min(pair), max(pair))),
        "/repons/scale": st.tuples(st.integers(0, 11), st.sampled_from([*SCALES])) | st.just((0, "auto")),
        "/repons/avoid": st.tuples(st.integers(0, 24)),
        "/repons/density": st.tuples(st.sampled_from([0.0, 0.5, 2.0, 8.0])),
        "/repons/space": st.tuples(st.floats(0, 1)),
        "/repons/polyphony": st.tuples(st.integers(0, 3)),
        "/repons/velocity": st.tuples(st.integers(1, 127), st.integers(1, 127)).map(lambda pair: (min(pair), max(pair))),
        "/repons/follow": st.tuples(st.floats(0, 1)),
        "/repons/quantise": st.tuples(st.sampled_from([0.0, 0.25, 1 / 3, 1.0, 4.0])),
        "/repons/groove": st.tuples(st.sampled_from(["straight", "swing", "pushed", "laid_back"]), st.floats(0, 100)),
        "/repons/originality": st.tuples(st.sampled_from([0, 4])),
        "/repons/blend": st.tuples(st.floats(0, 1)),
    },
)


@settings(max_examples=30, deadline=None)
@given(knobs=KNOBS, seed=st.integers(0, 100), mode=st.sampled_from(["duet", "accompany", "call", "next", "harmonise"]))
def test_nothing_that_is_set_makes_it_silent_without_a_word(knobs: dict[str, tuple[Atom, ...]], seed: int, mode: str) -> None:
    """It plays within eight bars of a few notes of the performer's, or says that it cannot, or that it may not be set so."""
    cues = [say(0.0, address, *values) for address, values in knobs.items()]
    for number, pitch in enumerate((60, 64, 67)):
        cues += [Cue(0.5 + 0.5 * number, Heard(pitch, 80)), Cue(0.8 + 0.5 * number, HeardOff(pitch))]
    # A melody is asked for while there is one.
    cues += [Cue(2.0, Heard(65, 80)), Cue(15.5, HeardOff(65))]
    session, happened = play(Settings(mode=mode, rest_sec=0.3, seed=seed), "ngram", cues, 17.0)
    plays = [each for each in happened if isinstance(each, Play)]
    told = [each.values[0] for each in happened if isinstance(each, Tell) and each.address == "/repons/event"]
    assert plays or "impossible" in told
    now = session.agents.lead.knobs.settings
    assert all(now.softest <= note.velocity <= now.loudest for note in plays)
    assert {note.pitch for note in plays} <= set(now.playable)
