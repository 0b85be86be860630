// The buttons: what each does, whether that may be done now, and why not. A module for Max's js (`require("repons-buttons")`):
// ECMAScript 5, keeps nothing.

var ABOUT = {
    "continue": "New bars that follow the clip.",
    "infill": "The clip with the bars from First to Last made anew.",
    "vary": "The clip again, some of its moments made anew: more of them the higher Amount.",
    "accompany": "A piano part to the clip, by itself.",
    "generate": "Bars from nothing.",
    "capture": "The last bars that you and the model have played.",
    "cancel": "Ends what is being made; nothing of it is written.",
    "undo": "Takes back what was written last, as far as nobody has changed it since.",
};

var USUAL_PORT = 7400;
var MAKING = "Something is being made: wait, or press Cancel.";

function absent(port) {
    return "No bridge yet. In a terminal, type: repons run" + (port === USUAL_PORT ? "" : " --port " + port);
}

// For each button why it cannot be pressed, or "". `facts`: found (the bridge is there), port (where it is sought), models (how
// many it has), busy, source and target (as repons-slots has them, with `why` where there is none), own (the target of what needs
// no source), first and last (bars of infill), written (how many clips can be taken back).
exports.allowed = function (facts) {
    var first = facts.found ? (facts.busy ? MAKING : "") : absent(facts.port);
    var model = first || (facts.models === 0 ? "The bridge has no model: repons models lists them, repons train makes one." : "");
    var clip = model || facts.source.why || facts.target.why || "";
    return {
        "continue": clip,
        "infill": clip || (facts.last < facts.first ? "Infill: the last bar stands before the first." : ""),
        "vary": clip,
        "accompany": clip,
        "generate": model || facts.own.why || "",
        "capture": first || facts.own.why || "",
        "cancel": facts.busy ? "" : "Nothing is being made.",
        "undo": facts.busy ? MAKING : (facts.written === 0 ? "Nothing has been written yet." : ""),
    };
};

exports.ABOUT = ABOUT;
