// Variations made ahead, for the MIDI Tools: a dictionary that ReponsClips fills and they read. A module for Max's js
// (`require("repons-takes")`): ECMAScript 5, keeps nothing itself.
//
// A MIDI Tool has to answer Live at once and cannot wait for the bridge; so what it applies lies here before anybody asks.
// The name has no --- before it: dictionaries of one name are one, in all devices of a set.

var notes = require("repons-notes");

var NAME = "repons.takes";

// `made`: { name, start, beats, source, vary, generate }, a take { beats, notes }; null where nothing is ready, for the
// reason in `words`.
exports.store = function (made, words) {
    var dict = new Dict(NAME);
    dict.clear();
    dict.parse(JSON.stringify(made === null ? { words: words } : {
        words: words,
        clip: { name: made.name, start: made.start, beats: made.beats, notes: made.source },
        vary: made.vary,
        generate: made.generate,
    }));
};

// What lies there: { words, clip, vary, generate }; clip is null where nothing is ready.
exports.load = function () {
    var found = JSON.parse(new Dict(NAME).stringify());
    var clip = found.clip || null;
    if (clip !== null) {
        clip.notes = notes.list(clip.notes);
    }
    return {
        words: found.words || "",
        clip: clip,
        vary: notes.list(found.vary).map(opened),
        generate: notes.list(found.generate).map(opened),
    };
};

// What stands there for people, without looking at the rest.
exports.words = function () {
    return new Dict(NAME).get("words") || "";
};

// Of a list of one a dictionary makes the thing itself, and of an empty one nothing.
function opened(take) {
    return { beats: take.beats, notes: notes.list(take.notes) };
}
