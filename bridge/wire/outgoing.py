"""What the bridge sends: the messages it sends by itself, and its answers under the address that was asked."""

from __future__ import annotations

from bridge.core.beats.beat import CHOICES, SOURCES
from bridge.wire.rows import Address, Arg

PITCH = Arg("pitch", "int", "MIDI pitch, 60 is middle C", 0, 127)
_ID = Arg("id", "int", "your own number, as you sent it")
_ECHO = Arg("id", "int", "your own number, where you sent one", default=0)
_OWN = Arg("id", "int", "your own number, or 0")
_COMMAND = Arg("cmd", "str", "the address that was sent")
_PROBABILITY = Arg("probability", "float", "how likely the model found this pitch", 0, 1)
_DELAY = Arg("delay_ms", "float", "how long to wait for that moment, where dates are ignored", 0, unit="ms")
_STATE = Arg("state", "word", "what it does just now", choices=("loading", "listening", "playing", "holding", "lost"))

OUT = (
    Address("/repons/pong", "The answer to /repons/ping.", way="out", rest=Arg("any", "any", "what was sent")),
    Address("/repons/synced", "Everything sent before /repons/sync has taken effect.", (_ID,), "out"),
    Address(
        "/repons/out",
        "The model plays a note: in a bundle dated at the moment it sounds; where time tags are ignored, wait delay_ms.",
        (
            Arg("seq", "int", "counts up by one; a gap is a packet lost", 0),
            PITCH,
            Arg("velocity", "int", "how hard", 1, 127),
            Arg("dur", "float", "how long it sounds", 0, unit="sec"),
            Arg("chan", "int", "MIDI channel as people count it", 1, 16),
            _PROBABILITY,
            _DELAY,
        ),
        "out",
    ),
    Address(
        "/repons/shared",
        "How much of what is played stands in the music the model learned from; told with a note of the model when it changes.",
        (Arg("notes", "int", "in a row, up to the model's last note", 1),),
        "out",
    ),
    Address(
        "/repons/plan",
        "The model is about to play this; told again when it is moved, where the song jumps, and once it stands.",
        (
            Arg("note", "int", "its number; /repons/plan/gone names it should it be thrown away", 0),
            Arg("beat", "float", "when, as in /repons/beat"),
            PITCH,
            Arg("velocity", "int", "how hard", 1, 127),
            Arg("length", "float", "how long, in quarter notes", 0),
            _PROBABILITY,
            Arg("committed", "int", "1: it stands and will sound; 0: a note of yours may still change it", 0, 1),
            Arg("agent", "str", "which player of the model's"),
        ),
        "out",
    ),
    Address(
        "/repons/plan/gone",
        "These notes of the plan will not be played.",
        (Arg("agent", "str", "which player of the model's"),),
        "out",
        rest=Arg("note", "int", "as in /repons/plan", 0),
    ),
    Address(
        "/repons/clip/notes",
        "Part of a clip that was asked for, each note as Live's clips take them: of one player, or of one variation.",
        (
            _OWN,
            Arg("player", "str", "performer, or which player of the model's; for a clip that was made, which variation: 1, 2 …"),
        ),
        "out",
        rest=Arg(
            "note",
            "float",
            "pitch, onset and length in quarter notes from the clip's beginning, velocity, how likely the model found the pitch "
            "(1 where it is none of its own); and the next",
        ),
    ),
    Address(
        "/repons/clip/landed",
        "What a player played lies in a slot of Live.",
        (
            Arg("id", "int", "your own number, or 0"),
            Arg("player", "str", "performer, or which player of the model's"),
            Arg("track", "int", "which track of Live, counted from 1", 1),
            Arg("slot", "int", "which of its slots, counted from 1", 1),
            Arg("notes", "int", "how many the clip has", 0),
        ),
        "out",
    ),
    Address(
        "/repons/clip/captured",
        "The clip that was captured is complete.",
        (
            _OWN,
            Arg("notes", "int", "how many it has", 0),
            Arg("bars", "int", "how many it lasts", 1),
            Arg("beats", "float", "how many quarter notes that is", 0),
            Arg("tempo", "float", "quarter notes a minute", unit="bpm"),
        ),
        "out",
    ),
    Address(
        "/repons/alive",
        "It is there: told once a second to every subscriber. Three seconds without it, and it is gone.",
        (
            _STATE,
            Arg("mode", "word", "as /repons/mode"),
            Arg("model", "str", "the model's name; empty while it loads"),
        ),
        "out",
    ),
    Address(
        "/repons/clip/progress",
        "A clip is being made: told when it begins, and four times a second at most.",
        (
            _OWN,
            Arg("done", "float", "how many variations are made, with the fraction of the one under way", 0),
            Arg("count", "int", "how many there will be", 1),
        ),
        "out",
    ),
    Address(
        "/repons/clip/made",
        "A variation is complete: its notes have come before.",
        (
            _OWN,
            Arg("take", "int", "which, counted from 1", 1),
            Arg("notes", "int", "how many it has", 0),
            Arg("bars", "int", "how many it lasts", 1),
            Arg("beats", "float", "how many quarter notes that is", 0),
            Arg("seed", "int", "what it was made with", 0),
        ),
        "out",
    ),
    Address(
        "/repons/event",
        "Something happened: a port lost or back, the model ready or lost, a controller refused.",
        (Arg("name", "word", "what"), Arg("text", "str", "the same in a sentence")),
        "out",
    ),
    Address("/repons/done", "What you asked for has been done.", (_COMMAND, _ECHO), "out"),
    Address(
        "/repons/error",
        "What you asked for could not be done; the text says how to put it right.",
        (
            Arg("code", "int", "400 values, 404 address, 409 state, 413 too big or far, 429 too many, 500 a fault of ours"),
            _COMMAND,
            Arg("text", "str", "one sentence"),
            _ECHO,
        ),
        "out",
    ),
)
"""Sent by the bridge, never to it."""

REPLIES: dict[str, Address] = {
    row.path: row
    for row in (
        Address(
            "/repons/status",
            "How it is going.",
            (
                _STATE,
                Arg("mode", "word", "as /repons/mode"),
                Arg("model", "str", "the model's name; empty while it loads"),
                Arg("tempo", "float", "as /repons/tempo", unit="bpm"),
                Arg("p50_ms", "float", "half of the model's recent answers came sooner than this", 0, unit="ms"),
                Arg("p99_ms", "float", "all but one in a hundred did", 0, unit="ms"),
                Arg("sounding", "int", "notes of the model sounding now", 0),
                Arg("held", "int", "keys the performer holds now", 0),
                Arg("drops", "int", "notes dropped since the start because they came too late", 0),
                Arg("ignored", "int", "messages not read since the start because one program sent too many", 0),
                Arg("uptime_sec", "float", "since the bridge started", 0, unit="sec"),
                Arg("hits", "float", "notes that were the model's own answer, there in time, of a hundred", 0, 100),
                Arg("age_ms", "float", "half of the notes were thought of at most so long before they sounded", 0, unit="ms"),
                Arg("late50_ms", "float", "half of the notes left at most so long after their moment", 0, unit="ms"),
                Arg("late99_ms", "float", "all but one in a hundred did", 0, unit="ms"),
            ),
            "out",
        ),
        Address(
            "/repons/agent",
            "One line a player.",
            (
                Arg("name", "str", "what you call it"),
                Arg("model", "str", "its model; empty while it loads"),
                Arg("mode", "word", "as /repons/mode"),
                Arg("chan", "int", "MIDI channel as people count it", 1, 16),
                Arg("voice", "int", "its part in mode duet: 0 the soloist, 1 the accompanist", 0),
                Arg("state", "word", "as in /repons/status"),
            ),
            "out",
        ),
        Address(
            "/repons/model",
            "The model that plays.",
            (Arg("name", "str", "the model's name; empty while it loads"),),
            "out",
        ),
        Address(
            "/repons/models",
            "One line a model.",
            (
                Arg("k", "int", "counted from 0", 0),
                Arg("of", "int", "how many there are", 1),
                Arg("name", "str", "as /repons/model takes it"),
            ),
            "out",
        ),
        Address(
            "/repons/clock",
            "Whose beat is followed.",
            (
                Arg("name", "word", "as /repons/clock was set", choices=CHOICES),
                Arg("leader", "word", "who is followed just now", choices=tuple(SOURCES)),
                Arg("tempo", "float", "as /repons/tempo", unit="bpm"),
            ),
            "out",
        ),
        Address(
            "/repons/beat",
            "A beat begins: told once a beat, in a bundle dated at its moment.",
            (
                Arg("beat", "int", "counted from 0, where the song begins"),
                Arg("bar", "int", "as people count bars, from 1"),
                Arg("place", "float", "which beat of the bar, as people count them, from 1", 1),
                Arg("tempo", "float", "as /repons/tempo", unit="bpm"),
                Arg("leader", "word", "as in /repons/clock", choices=tuple(SOURCES)),
                _DELAY,
            ),
            "out",
        ),
        Address(
            "/repons/key",
            "The key the music is in; also told whenever it changes.",
            (
                Arg("root", "int", "the tonic: 0 is C", 0, 11),
                Arg("scale", "str", "as in /repons/scale; empty while nobody knows"),
                Arg("fit", "float", "how well what you play fits it", -1, 1),
                Arg("source", "word", "who says so", choices=("nobody", "heard", "told")),
            ),
            "out",
        ),
        Address(
            "/repons/learn",
            "A controller and what it turns; also told when one has been learned.",
            (
                Arg("knob", "str", "what it turns"),
                Arg("controller", "int", "its number", 0, 119),
                Arg("chan", "int", "MIDI channel as people count it; 0 is any", 0, 16),
                Arg("agent", "str", "the player it is for; empty means all"),
            ),
            "out",
        ),
        Address(
            "/repons/preset",
            "One line a preset.",
            (
                Arg("name", "str", "as it is called"),
                Arg("whose", "word", "who made it", choices=("ours", "yours")),
                Arg("text", "str", "what to expect of it"),
            ),
            "out",
        ),
        Address(
            "/repons/help",
            "One line a message: its address, its arguments, what it does.",
            (
                Arg("address", "str", "to send"),
                Arg("types", "str", "arguments and their limits"),
                Arg("text", "str", "what it does"),
            ),
            "out",
        ),
        Address(
            "/repons/next",
            "One line a note, in order.",
            (
                Arg("k", "int", "0 is the next note, 1 the one after it …", 0),
                PITCH,
                Arg("velocity", "int", "how hard", 1, 127),
                Arg("wait_sec", "float", "after the onset before it", 0, unit="sec"),
                Arg("dur_sec", "float", "how long it would sound", 0, unit="sec"),
                Arg("voice", "int", "which part: 0 the soloist, 1 the accompanist", 0),
                _PROBABILITY,
            ),
            "out",
        ),
        Address(
            "/repons/note_off",
            "The model's note ends before the length it was announced with.",
            (PITCH, Arg("chan", "int", "MIDI channel as people count it", 1, 16), _DELAY),
            "out",
        ),
        Address(
            "/repons/probs",
            "88 numbers, from the lowest piano key (A0, 21) to the highest (C8, 108). Shown to who watches, `agent NAME` follows "
            "where they are not the first player's.",
            way="out",
            rest=Arg("p", "float", "how likely this key comes next", 0, 1),
        ),
    )
}
"""What comes back under an address that may also be sent, where that is not the row's own arguments."""
