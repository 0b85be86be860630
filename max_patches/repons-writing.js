// Writes clips into slots, and takes them out again. A module for Max's js (`require("repons-writing")`): ECMAScript 5,
// keeps nothing.

var live = require("repons-live");
var notes = require("repons-notes");

// Live gets a list of notes in pieces of this size.
var AT_ONCE = 500;
// Of clips that the model made: Live takes the nearest of its palette.
var COLOUR = 0xf0a83c;
// In quarter notes, around what sounds: there lie notes that nobody hears and somebody may want back.
var FAR = 4096;

// Begins what one Undo of Live's takes back, where this Live knows such a thing; no reference names it (see
// docs/venues/live-clips.md).
function together(change) {
    var song = new LiveAPI("live_set");
    var knows = live.has(song, "begin_undo_step") && live.has(song, "end_undo_step");
    if (knows) {
        song.call("begin_undo_step");
    }
    try {
        return change();
    } finally {
        if (knows) {
            song.call("end_undo_step");
        }
    }
}

// Writes { name, beats, metre, notes } into the first slot of the track from `slot` on that may be written to, with `over`
// whatever is in it; where there is none left, a scene is made. What was done: { slot, clip, next, scene, before, left },
// by ids, or { why }.
function write(track, slot, over, made) {
    var scene = 0;
    var slots, at, target, clip, before;
    if (!live.there(live.object(track))) {
        return { why: "The track is gone." };
    }
    slots = live.ids(live.object(track).get("clip_slots"));
    for (at = slot; at < slots.length && !open(live.object(slots[at]), over); at += 1) {
        // The next one.
    }
    if (at >= slots.length) {
        scene = live.ids(new LiveAPI("live_set").call("create_scene", -1))[0] || 0;
        slots = live.ids(live.object(track).get("clip_slots"));
        at = slots.length - 1;
    }
    target = live.object(slots[at]);
    clip = live.child(target, "clip");
    before = clip === 0 ? null : kept(clip);
    if (clip === 0) {
        target.call("create_clip", made.beats);
        clip = live.child(target, "clip");
    }
    if (clip === 0) {
        unmake(scene);
        return { why: "Live made no clip in slot " + (at + 1) + "." };
    }
    fill(clip, made, before);
    return { slot: slots[at], clip: clip, next: at + 1, scene: scene, before: before, left: kept(clip) };
}

function open(slot, over) {
    if (live.number(slot, "has_clip") !== 1) {
        return true;
    }
    var clip = live.object(live.child(slot, "clip"));
    return over && live.number(clip, "is_midi_clip") === 1 && live.number(clip, "is_recording") !== 1;
}

function fill(clip, made, before) {
    var api = live.object(clip);
    var at;
    if (before !== null) {
        empty(api, before);
        extent(api, 0, made.beats);
    }
    api.set("signature_numerator", made.metre[0]);
    api.set("signature_denominator", made.metre[1]);
    for (at = 0; at < made.notes.length; at += AT_ONCE) {
        api.call("add_new_notes", { notes: made.notes.slice(at, at + AT_ONCE).map(notes.plain) });
    }
    api.set("name", made.name);
    api.set("color", COLOUR);
}

// Everything that is needed to put a clip back as it was, and to see whether it still is.
function kept(clip) {
    var api = live.object(clip);
    var start = Math.min(live.number(api, "start_marker"), live.number(api, "loop_start"));
    var end = Math.max(live.number(api, "end_marker"), live.number(api, "loop_end"));
    return {
        name: live.words(api, "name"),
        colour: live.number(api, "color"),
        metre: [live.number(api, "signature_numerator"), live.number(api, "signature_denominator")],
        loop: [live.number(api, "loop_start"), live.number(api, "loop_end")],
        markers: [live.number(api, "start_marker"), live.number(api, "end_marker")],
        from: start - FAR,
        beats: end - start + 2 * FAR,
        notes: live.got(api, start - FAR, end - start + 2 * FAR),
    };
}

function empty(api, before) {
    api.call("remove_notes_extended", 0, 128, before.from, before.beats);
}

function extent(api, start, end) {
    between(api, "loop_start", "loop_end", start, end);
    between(api, "start_marker", "end_marker", start, end);
}

// The end first where it moves away, or Live would refuse what ends before it begins.
function between(api, first, last, start, end) {
    if (start >= live.number(api, last)) {
        api.set(last, end);
        api.set(first, start);
    } else {
        api.set(first, start);
        api.set(last, end);
    }
}

// Takes back what `write` did, last first, where it is still as it was left: how many were taken back, and how many stay.
function undo(writings) {
    var back = 0;
    var stay = 0;
    writings.slice().reverse().forEach(function (writing) {
        var slot = live.object(writing.slot);
        if (live.there(slot) && live.child(slot, "clip") === writing.clip && unchanged(writing)) {
            back += 1;
            if (writing.before === null) {
                slot.call("delete_clip");
            } else {
                restore(writing.clip, writing.before);
            }
            unmake(writing.scene);
        } else if (live.there(slot) && live.child(slot, "clip") !== 0) {
            stay += 1;
        }
    });
    return { back: back, stay: stay };
}

function unchanged(writing) {
    var now = kept(writing.clip);
    return now.name === writing.left.name && now.loop[0] === writing.left.loop[0] && now.loop[1] === writing.left.loop[1]
        && now.markers.join() === writing.left.markers.join() && notes.same(now.notes, writing.left.notes);
}

function restore(clip, before) {
    var api = live.object(clip);
    empty(api, before);
    between(api, "loop_start", "loop_end", before.loop[0], before.loop[1]);
    between(api, "start_marker", "end_marker", before.markers[0], before.markers[1]);
    fill(clip, { name: before.name, beats: 0, metre: before.metre, notes: before.notes }, null);
    api.set("color", before.colour);
}

// A scene that was made for a clip, where nothing else has come into it.
function unmake(scene) {
    var song = new LiveAPI("live_set");
    var at = scene === 0 ? -1 : live.ids(song.get("scenes")).indexOf(scene);
    if (at >= 0 && live.ids(live.object(scene).get("clip_slots")).every(isEmpty)) {
        song.call("delete_scene", at);
    }
}

function isEmpty(slot) {
    return live.number(live.object(slot), "has_clip") !== 1;
}

exports.together = together;
exports.write = write;
exports.undo = undo;
