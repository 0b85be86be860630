// What came of an order: takes as clips, and in words. A module for Max's js (`require("repons-results")`): ECMAScript 5, keeps
// nothing.

var notes = require("repons-notes");

// The clip that a take becomes: its name, how long it is, its notes. `was` is what was asked for.
function clip(was, take, chance) {
    var whole = was.what === "infill" || was.what === "vary";
    var from = was.read === null ? "R\u00e9pons" : was.read.name || "clip";
    var made = from + " \u203a " + was.what + " " + take.take + " (" + take.seed + ")";
    return {
        name: was.what === "capture" ? "captured: " + take.player : made,
        beats: take.beats,
        metre: was.metre,
        notes: notes.written(take.rows, take.beats, chance, whole ? was.read.sounding : [], whole ? mutedOf(was) : []),
    };
}

// Of an infilled clip what is muted comes back outside the bars that were made anew.
function mutedOf(was) {
    var bar = was.metre[0] * 4 / was.metre[1];
    return was.read.muted.filter(function (note) {
        return was.what !== "infill" || note.start_time < (was.first - 1) * bar || note.start_time >= was.last * bar;
    });
}

// How far it has come: so many variations, with the fraction of the one under way.
function progress(done, count) {
    return Math.min(Math.floor(done) + 1, count) + " of " + count + " \u00b7 " + Math.round(100 * done / count) + " %";
}

// A take that did not arrive whole.
function loss(take) {
    return take.rows.length + " of " + take.wanted + " notes of take " + take.take + " arrived: it was not written"
        + (take.seed >= 0 ? "; seed " + take.seed + " makes it again." : "; press again.");
}

function counted(many, what) {
    return many + " " + what + (many === 1 ? "" : "s");
}

exports.clip = clip;
exports.progress = progress;
exports.loss = loss;
exports.counted = counted;
