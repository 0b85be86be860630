"""`[repons]`, the abstraction for Pure Data 0.51 or newer, made of its own objects alone."""

from __future__ import annotations

from bridge.clients.puredata.patcher import Canvas

PORT = 7400
LOST_AFTER = 3
"""Seconds without /repons/alive, which comes every second."""
_KEYS = 16 * 128
"""Channels times pitches."""


def abstraction() -> Canvas:
    """`[repons 7400]`: notes and messages in; notes, events and the state of the connection out.

    Inlets: 1 `pitch velocity`, and as one likes how long in milliseconds and a channel: what you play; 2 `mode duet`: any
    message, by its address without /repons/, a name alone asks; `connect HOST PORT`; `flush` ends what sounds. Outlets: 1 `pitch
    velocity ms channel` at the moment it sounds, and once more with velocity 0 when it ends; 2 all else, by name; 3 whether the
    bridge is there.
    """
    patch = Canvas((900, 520))
    patch.text("Made by python -m bridge.clients.puredata: change that, not this patch.", 20, 490)
    notes, messages = patch.obj("inlet", 20, 20), patch.obj("inlet", 300, 20)
    note = _note(patch, notes)
    special = patch.obj("route connect flush", 300, 50)
    said = _message(patch, special)
    patch.cord(messages, special)
    wire = patch.obj("list prepend send", 20, 270)
    send, socket = patch.obj("list trim", 20, 300), patch.obj("netsend -u -b", 20, 330)
    patch.chain(wire, send, socket)
    patch.cord(note, wire)
    patch.cord(said, wire)

    address, ours = patch.obj("oscparse", 120, 360), patch.obj("list trim", 120, 390)
    named = patch.obj("route repons", 120, 420)
    kinds = patch.obj("route out note_off alive", 300, 360)
    patch.cord(socket, address, 1)
    patch.chain(address, ours, named, kinds)

    connection = patch.part(_connection(), "connection", 500, 270)
    patch.cord(special, connection, 0, 1)
    patch.cord(kinds, connection, 2, 0)
    patch.cord(connection, socket)
    patch.cord(connection, wire, 1)
    playing = patch.part(_playing(), "playing", 300, 420)
    patch.cord(kinds, playing, 0, 0)
    patch.cord(kinds, playing, 1, 1)
    patch.cord(special, playing, 1, 2)
    changed, gone = patch.obj("change", 640, 300), patch.obj("sel 0", 640, 330)
    patch.cord(connection, changed, 2)
    patch.chain(changed, gone)
    patch.cord(gone, playing, 0, 2)

    sounds, events, there = (patch.obj("outlet", x, 460) for x in (300, 420, 640))
    patch.cord(playing, sounds)
    alive, again = patch.obj("list prepend alive", 420, 390), patch.obj("list trim", 420, 420)
    patch.cord(kinds, alive, 2)
    patch.chain(alive, again, events)
    patch.cord(kinds, events, 3)
    lamp = patch.toggle(740, 120)
    patch.chain(changed, lamp)
    patch.cord(changed, there)
    patch.face(730, 110, 100, 40)
    return patch


def _note(patch: Canvas, notes: int) -> int:
    """Pitch and velocity, and perhaps milliseconds and a channel, as a packet."""
    first, missing = patch.obj("t l b", 20, 50), patch.obj("t b b", 150, 50)
    length, channel = patch.msg("0", 150, 80), patch.msg("1", 200, 80)
    given, seconds = patch.obj("unpack f f f f", 20, 120), patch.obj("/ 1000", 90, 150)
    whole, packet = patch.obj("pack f f f f", 20, 190), patch.obj("oscformat repons note", 20, 230)
    patch.chain(notes, first, given, whole, packet)
    patch.cord(first, missing, 1)
    patch.cord(missing, channel, 1)
    patch.cord(missing, length)
    patch.cord(length, whole, 0, 2)
    patch.cord(channel, whole, 0, 3)
    patch.cord(given, whole, 1, 1)
    patch.cord(given, seconds, 2)
    patch.cord(seconds, whole, 0, 2)
    patch.cord(given, whole, 3, 3)
    return packet


def _message(patch: Canvas, source: int) -> int:
    """A name and its values as a packet."""
    whole, both = patch.obj("list", 300, 90), patch.obj("t l l", 300, 120)
    address, values = patch.obj("list split 1", 420, 120), patch.obj("list split 1", 300, 150)
    path, trimmed = patch.obj("list prepend set repons", 420, 150), patch.obj("list trim", 420, 180)
    packet = patch.obj("oscformat repons", 300, 230)
    patch.cord(source, whole, 2)
    patch.chain(whole, both, values)
    patch.cord(both, address, 1)
    patch.chain(address, path, trimmed, packet)
    patch.cord(values, packet, 1)
    return packet


def _connection() -> Canvas:
    """Looks for the bridge, and says whether it is there. In: it is alive; host and port. Out: to the socket, packets, 0 or 1."""
    part = Canvas((700, 420), "connection")
    alive, elsewhere = part.obj("inlet", 20, 20), part.obj("inlet", 200, 20)
    to_socket, packets, there = (part.obj("outlet", x, 390) for x in (200, 450, 620))
    start, began = part.obj("loadbang", 350, 20), part.obj("t b b b", 350, 50)
    ours, usual = part.obj("f $1", 450, 80), part.obj("sel 0", 450, 110)
    default, port = part.msg(str(PORT), 450, 140), part.obj("f", 350, 230)
    given, host = part.obj("unpack s f", 200, 80), part.obj("symbol 127.0.0.1", 200, 230)
    tries = part.obj("t b b b b", 200, 180)
    told, ends = part.obj("list", 200, 50), part.msg("disconnect", 290, 310)
    both, connects, trimmed = (
        part.obj("pack s f", 200, 270),
        part.obj("list prepend connect", 200, 310),
        part.obj("list trim", 200, 340),
    )
    on, packet = part.msg("1", 450, 270), part.obj("oscformat repons subscribe", 450, 300)
    every = part.obj("metro 1000", 20, 110)
    count, more, lost = part.obj("f", 20, 150), part.obj("+ 1", 70, 150), part.obj(f"moses {LOST_AFTER}", 70, 180)
    again, no = part.obj("t b b b", 100, 210), part.msg("0", 100, 250)
    heard, yes, zero = part.obj("t b b", 20, 50), part.msg("1", 20, 250), part.msg("0", 60, 80)

    part.cord(start, began)
    part.cord(began, ours, 2)
    part.chain(ours, usual, default)
    part.cord(default, port, 0, 1)
    part.cord(usual, port, 1, 1)
    part.cord(began, tries, 1)
    part.cord(began, every)
    part.chain(elsewhere, told, given)
    part.cord(given, port, 1, 1)
    part.cord(given, host, 0, 1)
    look = part.obj("b", 260, 130)
    part.cord(given, look)
    part.cord(look, tries)
    part.cord(tries, ends, 3)
    part.cord(ends, to_socket)
    part.cord(tries, port, 2)
    part.cord(port, both, 0, 1)
    part.cord(tries, host, 1)
    part.chain(host, both, connects, trimmed, to_socket)
    part.cord(tries, on)
    part.chain(on, packet, packets)

    part.chain(every, count, more)
    part.cord(more, count, 0, 1)
    part.cord(more, lost)
    part.cord(lost, again, 1)
    part.cord(again, no, 2)
    part.cord(no, there)
    part.cord(again, zero, 1)
    part.cord(zero, count, 0, 1)
    part.cord(again, tries)
    part.chain(alive, heard, yes, there)
    part.cord(heard, zero, 1)
    return part


def _playing() -> Canvas:
    """Each note waits for its moment and ends once. In: /repons/out, /repons/note_off, end all. Out: as of `[repons]`."""
    part = Canvas((860, 460), "playing")
    out, off, all_off = (part.obj("inlet", x, 20) for x in (20, 400, 620))
    sounds = part.obj("outlet", 20, 420)
    part.obj("array define $0-sounding " + str(_KEYS), 620, 420)
    # Which note sounds on each key: an end is its own, or none.
    order, waits = part.msg("$2 $3 $4 $5 $1 $7", 20, 50), part.obj("pipe 0 0 0 0 0 0", 20, 80)
    whole, thrice = part.obj("pack f f f f f", 20, 110), part.obj("t l l l l", 20, 140)
    part.chain(out, order, waits)
    for at in range(5):
        part.cord(waits, whole, at, at)
    part.chain(whole, thrice)
    keeps, key = part.obj("unpack f f f f f", 200, 140), _key(part, 200, 170)
    write = part.obj("tabwrite $0-sounding", 200, 270)
    number = part.obj("f", 320, 240)
    part.cord(thrice, keeps, 2)
    part.cord(keeps, number, 4, 1)
    part.cord(keeps, key[1], 3)
    part.cord(keeps, key[0])
    then = part.obj("t b f", 200, 240)
    part.chain(key[0], then)
    part.cord(then, write, 1, 1)
    part.cord(then, number)
    part.cord(number, write)
    each, milliseconds, note = part.obj("unpack f f f f", 20, 180), part.obj("* 1000", 60, 210), part.obj("pack f f f f", 20, 240)
    part.cord(thrice, each, 1)
    part.chain(each, note, sounds)
    part.cord(each, note, 1, 1)
    part.cord(each, milliseconds, 2)
    part.cord(milliseconds, note, 0, 2)
    part.cord(each, note, 3, 3)
    ends_later = part.msg("$1 $4 $5 $3", 400, 140)
    parts, in_ms, later = part.obj("unpack f f f f", 400, 170), part.obj("* 1000", 480, 200), part.obj("pipe 0 0 0 0", 400, 230)
    end_of, ends = part.obj("pack f f f", 400, 260), part.part(_ends(), "ends", 400, 330)
    part.cord(thrice, ends_later)
    part.chain(ends_later, parts, later)
    part.cord(parts, later, 1, 1)
    part.cord(parts, later, 2, 2)
    part.cord(parts, in_ms, 3)
    part.cord(in_ms, later, 0, 3)
    for at in range(3):
        part.cord(later, end_of, at, at)
    part.chain(end_of, ends, sounds)
    early, which = part.obj("pipe 0 0 0", 520, 50), part.part(_whichever(), "whichever", 520, 80)
    part.chain(off, early)
    part.cord(early, which, 1, 1)
    part.cord(early, which)
    part.cord(which, ends)
    # A key that sounds anew has ended before, even where milliseconds are not even.
    place, again = part.msg("$1 $4", 740, 50), part.obj("unpack f f", 740, 80)
    part.cord(thrice, place, 3)
    part.cord(place, again)
    part.cord(again, which, 1, 1)
    part.cord(again, which)
    everything, clear = part.obj("t b b", 620, 110), part.msg("clear", 680, 140)
    each_key = part.part(_each_key(), "each-key", 620, 170)
    part.chain(all_off, everything, each_key)
    part.cord(everything, clear, 1)
    for pipe in (waits, later, early):
        part.cord(clear, pipe)
    part.cord(each_key, ends)
    return part


def _key(part: Canvas, x: int, y: int) -> tuple[int, int]:
    """A key's place among all: the box for the pitch and, out of it, the place; the one for the channel, which goes first."""
    first, times, plus = part.obj("- 1", x + 50, y), part.obj("* 128", x + 50, y + 25), part.obj("+", x, y + 45)
    part.chain(first, times)
    part.cord(times, plus, 0, 1)
    return plus, first


def _ends() -> Canvas:
    """Pitch, channel and which note: its end, if it is the one that sounds there."""
    part = Canvas((460, 400), "ends")
    ask, twice, each = part.obj("inlet", 20, 20), part.obj("t l l", 20, 50), part.obj("unpack f f f", 150, 80)
    key, index = _key(part, 150, 110), part.obj("t f f", 150, 190)
    read, same = part.obj("tabread $0-sounding", 150, 230), part.obj("==", 150, 260)
    door, then = part.obj("spigot", 20, 290), part.obj("t l b", 20, 320)
    silence, nothing = part.msg("$1 0 0 $2", 20, 350), part.msg("0", 200, 320)
    write, out = part.obj("tabwrite $0-sounding", 200, 360), part.obj("outlet", 20, 380)
    part.chain(ask, twice, door, then, silence, out)
    part.cord(twice, each, 1)
    part.cord(each, same, 2, 1)
    part.cord(each, key[1], 1)
    part.cord(each, key[0])
    part.chain(key[0], index, read, same)
    part.cord(index, write, 1, 1)
    part.cord(same, door, 0, 1)
    part.cord(then, nothing, 1)
    part.cord(nothing, write)
    return part


def _whichever() -> Canvas:
    """Pitch, and before it the channel: these, and the note that sounds there, if one does."""
    part = Canvas((400, 320), "whichever")
    pitch, channel = part.obj("inlet", 20, 20), part.obj("inlet", 120, 20)
    twice, also = part.obj("t f f", 20, 50), part.obj("t f f", 120, 50)
    key, read = _key(part, 20, 90), part.obj("tabread $0-sounding", 20, 180)
    sounding, whole = part.obj("moses 1", 20, 210), part.obj("pack f f f", 60, 240)
    order, out = part.msg("$2 $3 $1", 60, 270), part.obj("outlet", 60, 300)
    part.chain(pitch, twice, key[0])
    part.chain(channel, also, key[1])
    part.cord(twice, whole, 1, 1)
    part.cord(also, whole, 1, 2)
    part.chain(key[0], read, sounding)
    part.cord(sounding, whole, 1)
    part.chain(whole, order, out)
    return part


def _each_key() -> Canvas:
    """A bang: pitch, channel and number of every note that sounds."""
    part = Canvas((420, 420), "each-key")
    go, order = part.obj("inlet", 20, 20), part.obj("t b b", 20, 50)
    many, loop = part.msg(str(_KEYS), 20, 80), part.obj("until", 20, 110)
    first, count, more = part.msg("0", 120, 80), part.obj("f", 20, 140), part.obj("+ 1", 70, 140)
    three, read, sounding = part.obj("t f f f", 20, 170), part.obj("tabread $0-sounding", 20, 290), part.obj("moses 1", 20, 320)
    pitch, channel, whole = part.obj("mod 128", 120, 200), part.obj("div 128", 220, 200), part.obj("+ 1", 220, 230)
    packed, out = part.obj("pack f f f", 60, 350), part.obj("outlet", 60, 410)
    turned = part.msg("$2 $3 $1", 60, 380)
    part.chain(go, order, many, loop, count, three)
    part.cord(order, first, 1)
    part.cord(first, count, 0, 1)
    part.cord(count, more)
    part.cord(more, count, 0, 1)
    part.cord(three, channel, 2)
    part.chain(channel, whole)
    part.cord(whole, packed, 0, 2)
    part.cord(three, pitch, 1)
    part.cord(pitch, packed, 0, 1)
    part.chain(three, read, sounding)
    part.cord(sounding, packed, 1)
    part.chain(packed, turned, out)
    return part
