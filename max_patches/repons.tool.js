// A MIDI Tool of Live 12 that applies what ReponsClips has had made ahead: [js repons.tool.js generate] or [js
// repons.tool.js vary] between live.miditool.in and live.miditool.out. ECMAScript 5, as Max's js runs it.
//
// Live wants its answer within the same breath, and a bridge takes longer; so nothing is asked for here. Where nothing is
// ready the notes stay as they are, for Live complains where none come back.
//
// Inlets: 1 the notes, `dictionary NAME`, and what is set on the face (`take`, `chance`, `stretch`); 2 what Live says about
// the clip, which comes first. Outlets: 1 the notes, to live.miditool.out; 2 a bang, to live.miditool.in: again, please; 3
// words for the face.

inlets = 2;
outlets = 3;

var notes = require("repons-notes");
var takes = require("repons-takes");

var WHICH = jsarguments[1];
var CHANGED = "The notes have changed since: switch Ahead in ReponsClips off and on.";
var NONE = "Nothing is ready: put ReponsClips into the set and switch Ahead on there.";

// In quarter notes: nearer than anybody draws two notes.
var HAIR = 0.001;

var context = {};
var chosen = 1;
var likely = 0;
var stretched = 1;
// Whether Live has applied it: before that no knob may change a clip.
var applied = false;
var answer = null;

function dictionary(name) {
    var told = JSON.parse(new Dict(name).stringify());
    var given, made;
    if (inlet === 1) {
        context = told;
        return;
    }
    given = notes.list(told.notes);
    made = applying(given, takes.load());
    applied = true;
    if (made === null) {
        outlet(0, "dictionary", name);
        return;
    }
    answer = answer || new Dict();
    answer.clear();
    answer.parse(JSON.stringify({ notes: made.map(notes.plain) }));
    outlet(0, "dictionary", answer.name);
}

function take(number) {
    chosen = number;
    again();
}

function chance(amount) {
    likely = amount;
    again();
}

function stretch(whether) {
    stretched = whether;
    again();
}

// Once a second: what has become ready.
function look() {
    show(takes.words() || NONE);
}

function again() {
    if (applied) {
        outlet(1, "bang");
    }
}

// The notes to put in the place of those that were given; null where these stay.
function applying(given, ready) {
    var own = ready[WHICH];
    var from, to, number, made;
    if (ready.clip === null || own.length === 0) {
        show(ready.words || NONE);
        return null;
    }
    number = (chosen - 1) % own.length;
    from = selected("time_selection_start", ready.clip.start);
    to = selected("time_selection_end", ready.clip.start + ready.clip.beats);
    made = WHICH === "vary" ? varied(given, ready.clip, own[number].notes, from, to) : generated(own[number], from, to);
    show(made === null ? CHANGED : "Take " + (number + 1) + " of " + own.length + ": " + (ready.clip.name || "clip"));
    return made;
}

function selected(edge, otherwise) {
    var clip = context.clip || {};
    var some = clip.time_selection_end > clip.time_selection_start;
    return some ? clip[edge] : otherwise;
}

// From nothing, into the selection: stretched to its length, or at its own pace and as often as it takes.
function generated(take, from, to) {
    var pace = stretched === 1 ? (to - from) / take.beats : 1;
    var made = [];
    var start;
    for (start = from; start < to; start += take.beats * pace) {
        take.notes.forEach(placed);
    }
    return notes.apart(made);

    function placed(note) {
        var onset = start + note.start_time * pace;
        if (onset < to) {
            made.push(changed(note, onset, Math.min(note.duration * pace, to - onset)));
        }
    }
}

// The notes of the variation in the selection, in the place of those it was made from; null where these are others by now.
// What lies beyond the loop that was varied stays, and so does what is muted, or not selected.
function varied(given, clip, take, from, to) {
    var part = given.filter(function (note) { return isInside(note) && Number(note.mute) !== 1; });
    var others = given.filter(function (note) { return !isInside(note) || Number(note.mute) === 1; });
    var own = part.map(asSent);
    var unselected = clip.notes.filter(function (note) { return at(own, note) < 0; });
    var kept = [];
    var made = [];
    if (!own.every(function (note) { return at(clip.notes, note) >= 0; })) {
        return null;
    }
    take.forEach(function (note) {
        var place = at(own, note);
        var onset = note.start_time + clip.start;
        if (onset < from - HAIR || onset > to - HAIR) {
            return;
        }
        if (place >= 0) {
            kept.push(part[place]);
        } else if (at(unselected, note) < 0) {
            made.push(changed(note, onset, note.duration));
        }
    });
    return kept.concat(notes.free(notes.apart(made), kept.concat(unselected.map(inClip))), others);

    function isInside(note) {
        return note.start_time > clip.start - HAIR && note.start_time < clip.start + clip.beats - HAIR;
    }

    // From the beginning of the loop, and not beyond its end.
    function asSent(note) {
        var onset = note.start_time - clip.start;
        return { pitch: note.pitch, start_time: onset, duration: Math.min(note.duration, clip.beats - onset) };
    }

    function inClip(note) {
        return { pitch: note.pitch, start_time: note.start_time + clip.start, duration: note.duration };
    }
}

function at(some, note) {
    for (var place = 0; place < some.length; place += 1) {
        if (notes.alike(some[place], note)) {
            return place;
        }
    }
    return -1;
}

// A note of the model's keeps to the clip's scale and is as likely as is wanted.
function changed(note, onset, length) {
    var made = notes.plain(note);
    made.start_time = onset;
    made.duration = length;
    made.pitch = notes.fitted(note.pitch, context.scale);
    made.probability = notes.chanced(note.probability, likely);
    return made;
}

function show(words) {
    outlet(2, "set", words);
}
