"""The OSC namespace: one row a message; the codec, the checks, the README, the patches and the help derive from it.

How arguments are read: whole numbers and fractions alike (60.0 is 60); after the required values, optional ones follow in order
or as `key value` pairs; `id <whole number>` after them is echoed. `Message.values` has one value for each argument of the row, in
the row's order, a left-out one filled with its default, then the repeating ones. It is empty only where a getter is asked.
"""

from __future__ import annotations

from bridge.core.beats.beat import CHOICES, OWN
from bridge.core.parts.handover import HANDOVERS
from bridge.core.shape.modes import MODES
from bridge.events import Client, Message
from bridge.wire.clips import CLIPS
from bridge.wire.osc import RawMessage
from bridge.wire.outgoing import OUT, PITCH, REPLIES
from bridge.wire.reading import read, split_agent, split_id
from bridge.wire.rows import Address, Arg, Way
from bridge.wire.shape import DESK, SHAPE, TEMPERATURE, knob
from bridge.wire.words import Refused, did_you_mean, printable

_CHANNEL = Arg("chan", "int", "MIDI channel as people count it", 1, 16, default=1)
_PORT = Arg("port", "int", "where to send instead; 0 is the port this came from", 0, 65535, default=0)
_SEED = Arg("seed", "int", "same seed, same notes", 0, 2**31 - 1)


def _command(path: str, text: str) -> Address:
    return Address(path, text, group="play", acknowledged=True, personal=True)


_IN = (
    Address(
        "/repons/ping",
        "Are you there? Answers /repons/pong with the same values.",
        group="life",
        rest=Arg("any", "any", "whatever you like"),
    ),
    Address("/repons/status", "How it is going.", way="both", group="life", getter=True, personal=True),
    Address(
        "/repons/subscribe",
        "Send me what the model plays. Replies to you go to that port too. Without values: what you have subscribed to, which "
        "goes on unchanged; if nothing yet, you have now, as with 1.",
        (
            Arg("on", "int", "1 starts, 0 stops", 0, 1, default=1),
            _PORT,
            Arg(
                "lead_ms",
                "float",
                "how far ahead of its date each note is sent, for receivers that need time; the date moves with it",
                0,
                1000,
                default=0.0,
                unit="ms",
            ),
            Arg("plan", "int", "1 shows what it is about to play, as /repons/plan", 0, 1, default=0),
            Arg("probs", "int", "1 shows what is likely to come next, as /repons/probs, whenever that changes", 0, 1, default=0),
            Arg("alive", "int", "0 leaves out /repons/alive, which comes once a second", 0, 1, default=1),
            Arg(
                "dated", "int", "0 sends no bundles, for programs that take none (Sonic Pi); delay_ms says when", 0, 1, default=1
            ),
        ),
        "both",
        "life",
        getter=True,
        acknowledged=True,
    ),
    Address(
        "/repons/sync",
        "Answers /repons/synced once everything sent before has taken effect.",
        (Arg("id", "int", "any number; the answer carries it back", -(2**31), 2**31 - 1),),
        group="life",
    ),
    Address(
        "/repons/help",
        "What can I send? One answer a line.",
        (Arg("address", "str", "only this one", default=""),),
        "both",
        "life",
    ),
    Address(
        "/repons/mark",
        "Note this moment: a marker in the recording, and /repons/event mark to every subscriber.",
        (Arg("text", "str", "what it is, such as second verse"),),
        group="life",
        acknowledged=True,
    ),
    Address(
        "/repons/note",
        "The performer plays a note.",
        (
            PITCH,
            Arg("velocity", "int", "how hard; 0 lets the key go", 0, 127),
            Arg("dur", "float", "how long; 0 is until /repons/note_off", 0, 600, default=0.0, unit="sec"),
            _CHANNEL,
        ),
        group="hear",
    ),
    Address(
        "/repons/note_off",
        "The performer lets a key go.",
        (PITCH, _CHANNEL),
        way="both",
        group="hear",
    ),
    Address(
        "/repons/next",
        "What would come next? Answers a note a line, plays nothing and changes nothing.",
        (
            Arg("n", "int", "how many notes", 1, 64, default=1),
            Arg(TEMPERATURE.name, "float", "for these notes only; -1 is the one set", -1, 5, default=-1.0),
            Arg(_SEED.name, "int", "for these notes only; -1 is the one set", -1, 2**31 - 1, default=-1),
        ),
        "both",
        "ask",
        personal=True,
    ),
    Address(
        "/repons/probs",
        "How likely is each of the 88 piano keys to come next?",
        way="both",
        group="ask",
        getter=True,
        personal=True,
    ),
    *CLIPS,
    Address(
        "/repons/mode",
        " · ".join(f"{mode.name}: {mode.line}" for mode in MODES.values()),
        (Arg("name", "word", "how the model plays", choices=tuple(MODES)),),
        "both",
        "play",
        getter=True,
        acknowledged=True,
        personal=True,
    ),
    Address(
        "/repons/turn",
        "Hand over to the model, or take back, in mode continue.",
        (Arg("whose", "word", "who plays on from here", choices=("model", "performer")),),
        group="play",
        acknowledged=True,
        personal=True,
    ),
    Address(
        "/repons/model",
        "Another model takes over: loaded while the old one plays, on at the next bar line, knowing what sounded.",
        (
            Arg("name", "str", "a model's name, from `repons models`; two with a + between play as one"),
            Arg("at", "word", "bar waits for the next bar line", choices=("bar", "now"), default="bar"),
        ),
        "both",
        "play",
        getter=True,
        acknowledged=True,
        personal=True,
    ),
    Address(
        "/repons/models",
        "Which models are there? One answer a model, those trained here first, as they were found when the bridge started.",
        way="both",
        group="play",
    ),
    Address(
        "/repons/agent",
        "Another player of the model's joins, with its own part; without values: who plays. `agent NAME` behind the values of "
        "another message means that player only.",
        (
            Arg("name", "str", "what you call it"),
            Arg("model", "str", "its model, or two with a + between; empty is the first player's", default=""),
            Arg("mode", "word", "how it plays; empty is as the first player", choices=("", *MODES), default=""),
            Arg("chan", "int", "MIDI channel as people count it; 0 is a free one", 0, 16, default=0),
        ),
        "both",
        "play",
        getter=True,
        acknowledged=True,
    ),
    Address(
        "/repons/dismiss",
        "A player leaves.",
        (Arg("name", "str", "what you call it"),),
        group="play",
        acknowledged=True,
    ),
    Address(
        "/repons/channel",
        "The MIDI channel a player plays on.",
        (Arg("chan", "int", "MIDI channel as people count it", 1, 16),),
        "both",
        "play",
        getter=True,
        acknowledged=True,
        personal=True,
    ),
    Address(
        "/repons/transpose",
        "How much higher a player's notes are sent over MIDI; over OSC they are told as they are thought.",
        (Arg("semitones", "int", "semitones; 0 is as thought", -48, 48),),
        "both",
        "play",
        getter=True,
        acknowledged=True,
        off=(0,),
        personal=True,
    ),
    Address(
        "/repons/program",
        "The sound a player's MIDI channel is told to take, now and before its next note.",
        (Arg("program", "int", "MIDI program as people count it; 0 is none, and leaves the sound there is", 0, 128),),
        "both",
        "play",
        getter=True,
        acknowledged=True,
        off=(0,),
        personal=True,
    ),
    _command("/repons/start", "The model may play."),
    _command("/repons/hold", "The model begins nothing more and keeps listening; what sounds rings out."),
    _command("/repons/panic", "Every sounding note ends now, and the model holds."),
    _command("/repons/reset", "Forget what was heard tonight; the knobs stay."),
    _command("/repons/forget", "Forget what was learned tonight, but for the last few notes; the knobs stay."),
    *SHAPE,
    *DESK,
    knob("/repons/seed", "Same seed, same playing, same notes in answer.", _SEED),
    knob(
        "/repons/tempo",
        "The tempo, in quarter notes a minute.",
        Arg("tempo", "float", "quarter notes a minute", 10, 400, unit="bpm", dial=(40.0, 240.0, 1.0)),
    ),
    Address(
        "/repons/clock",
        "Whose beat is followed: auto takes the first of link, midi, live and osc (/repons/beat) that is heard, own nobody's.",
        (Arg("name", "word", "whom to follow", choices=CHOICES),),
        "both",
        "play",
        getter=True,
        acknowledged=True,
        off=(OWN,),
    ),
    Address(
        "/repons/beat",
        "Now is this beat of your song: sent once, it says where the bars are; sent every beat, it is followed. In a bundle it "
        "means the moment of the time tag.",
        (
            Arg("beat", "float", "counted from 0, a bar line", -1e6, 1e6),
            Arg("tempo", "float", "quarter notes a minute; 0 leaves it to be found out", 0, 400, default=0.0, unit="bpm"),
        ),
        "both",
        "play",
    ),
    knob(
        "/repons/metre",
        "The metre: 3 4 is three-four time.",
        Arg("beats", "int", "beats in a bar", 1, 32),
        Arg("unit", "int", "what counts as a beat: 4 is a quarter note", choices=("1", "2", "4", "8", "16", "32")),
    ),
    knob(
        "/repons/commit",
        "How far ahead of its moment a note stands: sent with its date, and played whatever you do meanwhile.",
        Arg("beats", "float", "quarter notes; 0 lets you change the model's mind up to the last moment", 0, 4),
        off=(0.0,),
    ),
    knob(
        "/repons/turn_key",
        "The key that hands over, and takes back, in mode continue; it plays no note then.",
        Arg("pitch", "int", "MIDI pitch; -1 is none", -1, 127),
        off=(-1,),
    ),
    knob(
        "/repons/trade",
        "How many bars a turn has, in mode trade.",
        Arg("bars", "int", "bars for you, and as many for the model", 1, 32),
    ),
    knob(
        "/repons/handover",
        "When the model answers in mode call: predicted, as your phrase ends, or rest, after a rest of yours.",
        Arg("when", "word", "what it goes by", choices=HANDOVERS),
    ),
    knob(
        "/repons/rest",
        "How long you rest before the model answers, in mode call; where the hand-over is predicted, at the longest.",
        Arg("rest", "float", "silence", 0.05, 30, unit="sec", dial=(0.1, 4.0, 2.0)),
    ),
)
ADDRESSES: dict[str, Address] = {row.path: row for row in _IN + OUT}
"""Every message by its address."""


def check(raw: RawMessage, client: Client) -> Message:
    """The message with its values as its row has them.

    Args:
        raw: From `bridge.wire.osc.decode`.
        client: Who sent it.

    Returns:
        `/repons/note` with velocity 0 comes back as the `/repons/note_off` it means; channels stay 1-16, as in the rows.

    Raises:
        Refused: 400 or 404, with the `id` that was sent, ready to be answered.
    """
    row = ADDRESSES.get(raw.address)
    if row is None or row.way == "out":
        raise Refused(404, raw.address, _no_such(raw.address, row))
    if raw.foreign:
        raise Refused(400, row.path, f"{row.path} wants {row.wants}; got {raw.foreign}, which it cannot read")
    args, echo = split_id(row, raw.args)
    args, agent = split_agent(row, args)
    try:
        values = read(row, args)
    except Refused as refused:
        refused.id = echo
        raise
    if row.path == "/repons/note" and values[1] == 0:
        return Message("/repons/note_off", (values[0], values[3]), client, echo)
    return Message(row.path, values, client, echo, agent)


def help_lines(path: str = "") -> tuple[tuple[str, str, str], ...]:
    """Address, arguments and meaning of one message, or of every message one can send.

    Raises:
        Refused: 404, where `path` is no address.
    """
    if path and path not in ADDRESSES:
        raise Refused(404, "/repons/help", _no_such(path, None))
    rows = [ADDRESSES[path]] if path else [row for row in ADDRESSES.values() if row.way != "out"]
    return tuple((row.path, row.types, row.text) for row in rows)


def table(way: Way) -> str:
    """The rows of one way as a Markdown table for the README: "in" is all one can send, "out" all that comes back."""
    if way == "out":
        rows = [row for row in (*REPLIES.values(), *ADDRESSES.values()) if row.way == "out"]
    else:
        rows = [row for row in ADDRESSES.values() if row.way != "out" and way in ("in", row.way)]
    lines = ["| address | what it does | values |", "|---|---|---|"]
    lines += [f"| `{' '.join(filter(None, [row.path, row.usage]))}` | {row.text} | {row.meanings or '–'} |" for row in rows]
    return "\n".join(lines) + "\n"


def _no_such(path: str, row: Address | None) -> str:
    name = printable(path)
    if row is not None:
        return f"{name} is sent by the bridge, not to it; /repons/help lists what you can send"
    if any(sign in path for sign in "*?[]{}"):
        return f"{name} is a pattern; send one plain address at a time, /repons/help lists them"
    sent = [row.path for row in ADDRESSES.values() if row.way != "out"]
    return f"there is no {name}{did_you_mean(path, sent) or '; /repons/help lists what there is'}"
