// Watches the Live set: its key, its tempo, its metre, whether it plays. A [js repons.song.js] in a device; `init` once
// live.thisdevice has said that the set can be asked. ECMAScript 5, as Max's js runs it.
//
// Outlets: 1 what to say, to ReponsIo's first inlet: `key 2 Dorian`, `tempo 120.`, `metre 6 8`, `start`, `hold`; 2 a bang where
// the set stops: what sounds ends.

inlets = 1;
outlets = 2;

var song = null;
var watchers = [];
var playing = -1;
var follows = false;
// The metre, as it was seen last; empty where the bridge does not know it.
var told = "";

// Again whenever a preset is loaded or the device saved.
function init() {
    var i;
    for (i = 0; i < watchers.length; i += 1) {
        watchers[i].property = "";
    }
    watchers = [];
    playing = -1;
    song = new LiveAPI(null, "live_set");
    watch("is_playing", plays);
    watch("tempo", tempo);
    watch("signature_numerator", metre);
    watch("signature_denominator", metre);
    watch("root_note", key);
    watch("scale_name", key);
    watch("scale_mode", key);
}

// The bridge has been found: it wants to know what it missed.
function bang() {
    if (song !== null) {
        tempo();
        told = "";
        metre();
        key();
    }
}

// Whether the model starts and holds with the set.
function follow(whether) {
    follows = whether !== 0;
}

function watch(property, changed) {
    if (!knows(property)) {
        return;
    }
    // Kept: one that nobody holds is cleared away, and tells nothing any more.
    var watcher = new LiveAPI(function (notified) {
        if (notified[0] === property) {
            changed();
        }
    }, "live_set");
    watcher.property = property;
    watchers.push(watcher);
}

function plays() {
    var now = Number(song.get("is_playing"));
    // The first word says how it is, not that it has changed.
    var changed = playing >= 0 && now !== playing;
    playing = now;
    if (!changed) {
        return;
    }
    if (now === 0) {
        outlet(1, "bang");
    }
    if (follows) {
        outlet(0, now === 0 ? "hold" : "start");
    }
}

function tempo() {
    // While the set plays, the beats that ReponsBeat sends carry it.
    if (Number(song.get("is_playing")) === 0) {
        outlet(0, "tempo", Number(song.get("tempo")));
    }
}

// Said once: whoever names a metre says that a bar begins there, where nobody plays who says otherwise.
function metre() {
    var now;
    if (!knows("signature_denominator")) {
        return;
    }
    now = [Number(song.get("signature_numerator")), Number(song.get("signature_denominator"))];
    // While the set plays, ReponsBeat says that it has changed.
    if (told === "" || (now.join() !== told && Number(song.get("is_playing")) === 0)) {
        outlet(0, "metre", now[0], now[1]);
    }
    told = now.join();
}

function key() {
    if (!knows("root_note")) {
        return;
    }
    // Since Live 12 a set may have no scale at all.
    if (knows("scale_mode") && Number(song.get("scale_mode")) === 0) {
        outlet(0, "key", "off");
        return;
    }
    outlet(0, "key", Number(song.get("root_note")), text(song.get("scale_name")));
}

// Older Lives have no scales.
function knows(property) {
    return song.info.indexOf(property) >= 0;
}

// Live gives words as one of a list or as several.
function text(value) {
    return typeof value === "object" ? Array.prototype.join.call(value, " ") : String(value);
}
