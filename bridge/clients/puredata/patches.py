"""The patches for Pure Data: the abstraction, its help, a synthesiser, and an example that sounds."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import get_args

from bridge.clients.max.examples import example, may_be_empty, name, sendable
from bridge.clients.puredata.abstraction import abstraction
from bridge.clients.puredata.patcher import Canvas
from bridge.events import Atom
from bridge.wire.rows import Address, Group

_VOICES = 8


def synth() -> Canvas:
    """`[repons-synth]`: what `[repons]` plays, as sound, on eight voices."""
    patch = Canvas((1100, 460))
    notes = patch.obj("inlet", 20, 20)
    each = patch.obj("unpack f f", 20, 50)
    poly, voice = patch.obj(f"poly {_VOICES} 1", 20, 80), patch.obj("pack f f f", 20, 110)
    patch.chain(notes, each, poly, voice)
    patch.cord(each, poly, 1, 1)
    for at in (1, 2):
        patch.cord(poly, voice, at, at)
    route = patch.obj("route " + " ".join(str(number + 1) for number in range(_VOICES)), 20, 140)
    patch.chain(voice, route)
    dark = patch.obj("lop~ 3000", 20, 370)
    soft, out = patch.obj("*~ 0.2", 20, 400), patch.obj("outlet~", 20, 430)
    for number in range(_VOICES):
        x = 20 + 130 * number
        both, loudness = patch.obj("unpack f f", x, 170), patch.obj("/ 127", x + 60, 200)
        ends = patch.obj("sel 0", x + 60, 230)
        quiet, loud = patch.msg("0 60", x + 40, 260), patch.msg("$1 5", x + 90, 260)
        hertz, tone = patch.obj("mtof", x, 200), patch.obj("phasor~", x, 230)
        shape, product = patch.obj("line~", x + 60, 290), patch.obj("*~", x, 330)
        patch.cord(route, both, number)
        patch.chain(both, hertz, tone, product, dark)
        patch.cord(both, loudness, 1)
        patch.chain(loudness, ends, quiet, shape)
        patch.cord(ends, loud, 1)
        patch.cord(loud, shape)
        patch.cord(shape, product, 0, 1)
    patch.chain(dark, soft, out)
    return patch


def sounding_example() -> Canvas:
    """`repons-example.pd`: a phrase that plays itself, or your keyboard, and the model's answer as sound and as MIDI."""
    patch = Canvas((760, 520))
    patch.text("1. In a terminal: repons run --mode duet", 20, 10)
    patch.text("2. Switch DSP on (Media menu), then this on: a phrase plays, the model joins it.", 20, 30)
    patch.text("Or play a MIDI keyboard (Media > MIDI Settings).", 330, 90, 40)
    plays, beat = patch.toggle(20, 60), patch.obj("metro 500", 20, 90)
    count, more = patch.obj("f", 20, 120), patch.obj("+ 1", 70, 120)
    wraps, which = patch.obj("mod 8", 70, 150), patch.obj("sel 0 1 2 3 4 5 6", 20, 150)
    phrase, sends = patch.obj("pack f 90 400", 20, 210), patch.obj("t l l", 20, 240)
    patch.chain(plays, beat, count, which)
    patch.cord(count, more)
    patch.chain(more, wraps)
    patch.cord(wraps, count, 0, 1)
    for at, pitch in enumerate((60, 62, 64, 67, 69, 67, 64)):
        key = patch.msg(str(pitch), 20 + 40 * at, 180)
        patch.cord(which, key, at)
        patch.cord(key, phrase)
    keyboard, played = patch.obj("notein", 330, 120), patch.obj("pack f f", 330, 150)
    patch.chain(keyboard, played)
    patch.cord(keyboard, played, 1, 1)
    repons = patch.obj("repons", 20, 290)
    patch.chain(phrase, sends, repons)
    patch.cord(played, repons)
    short, mine = patch.obj("unpack f f f", 250, 240), patch.obj("makenote 90 400", 250, 270)
    both = patch.obj("pack f f", 250, 300)
    patch.cord(sends, short, 1)
    patch.cord(short, mine)
    patch.cord(mine, both)
    patch.cord(mine, both, 1, 1)
    you, model = patch.obj("repons-synth", 250, 400), patch.obj("repons-synth", 20, 400)
    left, right = patch.obj("dac~ 1", 250, 440), patch.obj("dac~ 2", 20, 440)
    patch.chain(both, you, left)
    patch.cord(played, you)
    patch.chain(repons, model, right)
    midi, ports = patch.obj("unpack f f f f", 100, 340), patch.obj("noteout", 100, 370)
    patch.chain(repons, midi, ports)
    patch.cord(midi, ports, 1, 1)
    patch.cord(midi, ports, 3, 2)
    patch.text("You are left, the model is right, and on MIDI.", 20, 470)
    return patch


def help_patch() -> Canvas:
    """`repons-help.pd`: what goes in and comes out, and every message to click."""
    patch = Canvas((760, 560))
    patch.text("[repons PORT] plays with a model that runs in `repons run`. Without a port it is 7400.", 20, 10, 90)
    repons = patch.obj("repons", 20, 300)
    keys = [patch.msg(f"{pitch} 96 400", 20 + 90 * at, 90) for at, pitch in enumerate((60, 64, 67))]
    patch.text(
        "left: what you play: pitch, velocity, how long (ms), channel; the last two may be left out, velocity 0 ends", 20, 40, 90
    )
    keyboard, played = patch.obj("notein", 320, 90), patch.obj("pack f f", 320, 120)
    patch.chain(keyboard, played, repons)
    patch.cord(keyboard, played, 1, 1)
    for key in keys:
        patch.cord(key, repons)
    patch.text("right: what you say: any message by its name; a name alone asks", 20, 160, 90)
    for at, words in enumerate(("mode duet", "mode", "temperature 0.8", "scale D dorian", "hold", "start", "panic")):
        patch.cord(patch.msg(words, 20 + 100 * at, 190), repons, 0, 1)
    every = patch.part(_messages(), "every-message", 20, 220)
    patch.cord(every, repons, 0, 1)
    patch.cord(patch.msg("connect 127.0.0.1 7400", 160, 220), repons, 0, 1)
    patch.cord(patch.msg("flush", 360, 220), repons, 0, 1)
    patch.text(
        "[connect HOST PORT( looks elsewhere; [flush( ends what sounds. The box in the object is on while the bridge is there.",
        20,
        250,
        90,
    )
    shown, each = patch.obj("print note", 20, 420), patch.obj("unpack f f f f", 160, 380)
    ports, events = patch.obj("noteout", 160, 420), patch.obj("print repons", 320, 380)
    patch.cord(repons, shown)
    patch.chain(repons, each, ports)
    patch.cord(each, ports, 1, 1)
    patch.cord(each, ports, 3, 2)
    patch.cord(repons, events, 1)
    patch.cord(repons, patch.toggle(460, 380), 2)
    patch.text(
        "left: what the model plays, at its moment: pitch, velocity, ms, channel; when it ends, again with velocity 0",
        20,
        460,
        90,
    )
    patch.text("middle: everything else by name: status …, error …, done …; right: 1 while the bridge is there", 20, 490, 90)
    patch.text("repons-example.pd has it with sound. More: docs/venues/puredata.md", 20, 530, 90)
    return patch


WRITTEN: dict[str, Callable[[], Canvas]] = {
    "repons.pd": abstraction,
    "repons-synth.pd": synth,
    "repons-example.pd": sounding_example,
    "repons-help.pd": help_patch,
}
"""Every file that is made here."""


def _messages() -> Canvas:
    """A message to click for every address."""
    part = Canvas((900, 720), "every-message")
    out = part.obj("outlet", 700, 20)
    chapters, y = get_args(Group), 20
    for _, rows in groupby(sorted(sendable(), key=lambda row: chapters.index(row.group)), lambda row: row.group):
        for row in rows:
            part.cord(part.msg(" ".join([name(row.path), *(_typed(value) for value in example(row))]), 20, y), out)
            if may_be_empty(row) and example(row):
                part.cord(part.msg(name(row.path), 320, y), out)
            part.text(_short(row), 480, y, 70)
            y += 26
        y += 10
    return part


def _typed(value: Atom) -> str:
    # A symbol with a space is typed with a backslash before it.
    return value.replace(" ", "\\ ") if isinstance(value, str) else f"{value:g}"


def _short(row: Address) -> str:
    return row.text if len(row.text) <= 60 else row.text[:59].rsplit(" ", 1)[0] + " …"
