// Clips and slots of the Live set: which is meant, and what is in it. A module for Max's js (`require("repons-slots")`):
// ECMAScript 5, keeps nothing.

var live = require("repons-live");
var notes = require("repons-notes");

var SILENT = "No clip plays in the selected track.";

// The clip that work starts from: { clip, slot, track }, as ids, slot 0 in the arrangement; or { why }. `from` is
// "selected", "playing" or "slot", which `track` and `slot` name, counted from 1.
function source(from, track, slot) {
    var view = new LiveAPI("live_set view");
    var at, playing, clip;
    if (from === "slot") {
        at = place(track, slot);
        return at.why ? at : inSlot(at.slot, "Slot " + slot + " of track " + track + " is empty.");
    }
    if (from === "playing") {
        at = live.object(live.child(view, "selected_track"));
        playing = live.there(at) && live.has(at, "playing_slot_index") ? live.number(at, "playing_slot_index") : -1;
        // In the slot of a group plays what its tracks play, and no clip of its own.
        return playing < 0 ? { why: SILENT } : inSlot(live.ids(at.get("clip_slots"))[playing], SILENT);
    }
    clip = live.child(view, "detail_clip");
    if (clip === 0) {
        at = live.child(view, "highlighted_clip_slot");
        return at === 0 ? { why: "No clip is selected: click one." } : inSlot(at, "No clip is selected: click one.");
    }
    return clipOf(clip);
}

// Where the first result goes: { track, slot }, as id and index from 0; or { why }. `into` is "below" what work starts
// from, "selected" or "slot".
function target(into, track, slot, from) {
    var at;
    if (into === "slot") {
        at = place(track, slot);
        return at.why ? at : room(at.track, slot - 1);
    }
    if (into === "selected") {
        at = live.child(new LiveAPI("live_set view"), "highlighted_clip_slot");
        if (at === 0) {
            return { why: "No slot is selected: click one in the session view." };
        }
        return room(live.up(at, "Track"), index(at));
    }
    if (from && from.clip) {
        return room(from.track, from.slot === 0 ? 0 : index(from.slot) + 1);
    }
    return room(live.up(new LiveAPI("this_device").id, "Track"), 0);
}

function place(track, slot) {
    var tracks = live.ids(new LiveAPI("live_set").get("tracks"));
    var slots = track <= tracks.length ? live.ids(live.object(tracks[track - 1]).get("clip_slots")) : [];
    if (track > tracks.length) {
        return { why: "There is no track " + track + "." };
    }
    if (slot > slots.length) {
        return { why: "Track " + track + " has no slot " + slot + "." };
    }
    return { track: tracks[track - 1], slot: slots[slot - 1] };
}

function inSlot(slot, none) {
    var clip = live.child(live.object(slot), "clip");
    return clip === 0 ? { why: none } : clipOf(clip);
}

function clipOf(clip) {
    var api = live.object(clip);
    if (live.number(api, "is_midi_clip") !== 1) {
        return { why: "This is an audio clip: it has no notes." };
    }
    return {
        clip: clip,
        slot: live.number(api, "is_arrangement_clip") === 1 ? 0 : live.up(clip, "ClipSlot"),
        track: live.up(clip, "Track"),
    };
}

function room(track, slot) {
    var api = live.object(track);
    if (!live.there(api)) {
        return { why: "The track is gone." };
    }
    if (live.ids(api.get("clip_slots")).length === 0 || live.number(api, "has_midi_input") !== 1) {
        return { why: "The track " + live.words(api, "name") + " takes no MIDI clips." };
    }
    if (live.has(api, "is_frozen") && live.number(api, "is_frozen") === 1) {
        return { why: "The track " + live.words(api, "name") + " is frozen: unfreeze it in Live's Edit menu." };
    }
    return { track: track, slot: slot };
}

function index(slot) {
    return live.ids(live.object(live.up(slot, "Track")).get("clip_slots")).indexOf(Number(slot));
}

// What sounds when the clip plays: its loop, or where it does not loop all from its start to its end.
function read(clip) {
    var api = live.object(clip);
    if (!live.there(api)) {
        return null;
    }
    var start = live.number(api, "loop_start");
    var beats = live.number(api, "loop_end") - start;
    var part = notes.within(live.got(api, start, beats), start, beats);
    return {
        name: live.words(api, "name"),
        start: start,
        beats: beats,
        metre: [live.number(api, "signature_numerator"), live.number(api, "signature_denominator")],
        sounding: part.sounding,
        muted: part.muted,
    };
}

// As the set counts bars.
function metre() {
    var song = new LiveAPI("live_set");
    return [live.number(song, "signature_numerator"), live.number(song, "signature_denominator")];
}

exports.source = source;
exports.target = target;
exports.read = read;
exports.metre = metre;
