// Clips made by the model, in the slots of a Live set: a [js repons.clips.js] between ReponsIo and the face of ReponsClips.
// ECMAScript 5, as Max's js runs it; what it is made of lies beside it, in files of its own.
//
// It is told `tick` once a second, `init` when Live can be asked, `heard NAME …` what the bridge says, `lamp set ●` whether
// there is one, `knob NAME VALUE` and `press NAME` what is done on the face. When Live notifies nothing may be changed or
// even asked, so that a `look` goes out and comes back through deferlow.
//
// Outlets: 1 what to say, to ReponsIo's first inlet; 2 to thispatcher: `script send NAME …`, what the face shows; 3 `look`,
// to deferlow.

inlets = 1;
outlets = 3;

var live = require("repons-live");
var notes = require("repons-notes");
var slots = require("repons-slots");
var writing = require("repons-writing");
var takes = require("repons-takes");
var Dialogue = require("repons-dialogue").Dialogue;
var Face = require("repons-face").Face;
var buttons = require("repons-buttons");
var results = require("repons-results");

var FROM = ["selected", "playing", "slot"];
var INTO = ["below", "selected", "slot"];
var WHO = ["both", "performer", "model"];
// In ticks: how long a clip stays in view before variations of it are made ahead.
var SETTLED = 2;
// Made ahead: as many variations as Count says, but some to choose from; and not so many bars that it takes for ever.
var FEWEST_TAKES = 4;
var MOST_BARS = 8;
var USUAL = "the usual";
var STOPPED = "Stopped: nothing was written.";

var knobs = {
    from: 0, from_track: 1, from_slot: 1, into: 0, into_track: 1, into_slot: 1, over: 0,
    bars: 4, first: 1, last: 1, count: 1, seed: -1, amount: 0.5, chance: 0, who: 0, ahead: 0, port: 7400,
};
var model = "";
var models = [];
// As the bridge counts bars.
var metre = [];
var loaded = false;
var isThere = false;
var may = {};
var watcher = null;
var inView = 0;
var viewed = 0;
// What is under way: { what, target, read, metre, over, first, last, done, lost }; what is made ahead has { ahead, of, vary }.
var work = null;
var lastWritten = [];

var face = new Face(function (message) { outlet(1, "script", "send", message); });
var dialogue = new Dialogue(function (message) { outlet(0, message); }, {
    progress: function (done, count) {
        face.show("progress", (work.ahead ? "ahead: " : "") + results.progress(done, count));
    },
    made: function (take) { work.done.push(take); },
    lost: function (take) { work.lost.push(take); },
    ended: ended,
});

// ------------------------------------------------------------------------------------------------------- what it is told

// Again whenever a preset is loaded or the device saved; after another set was opened the device itself is another.
function init() {
    loaded = true;
    if (watcher !== null) {
        watcher.property = "";
    }
    watcher = new LiveAPI(function (told) {
        if (told[0] === "detail_clip") {
            outlet(2, "look");
        }
    }, "live_set view");
    watcher.property = "detail_clip";
    face.again();
    takes.store(null, "Nothing is ready: switch Ahead on in ReponsClips.");
    look();
}

function tick() {
    dialogue.tick();
    if (isThere) {
        outlet(0, "metre");
    }
    look();
    viewed += 1;
    if (knobs.ahead && viewed >= SETTLED && work === null && isThere && inView !== 0 && ready !== inView) {
        makeAhead();
    }
    face.tick();
}

function found(whether) {
    if (isThere && whether === 0) {
        dialogue.gone("The bridge has gone.");
    }
    isThere = whether !== 0;
    look();
}

// The lamp of repons.connect.js, as its comment takes it.
function lamp(set, mark) {
    found(mark === "\u25cf" ? 1 : 0);
}

function heard(name) {
    var values = Array.prototype.slice.call(arguments, 1);
    if (name === "models") {
        listed(values[0], values[2]);
    } else if (name === "metre") {
        metre = values.slice(0, 2);
    } else {
        dialogue.heard(name, values);
    }
}

function knob(name, value) {
    var before = knobs[name];
    knobs[name] = value;
    // Live says everything once more when it loads a device.
    if (name === "ahead" && value !== before) {
        ready = 0;
        viewed = SETTLED;
        if (value === 0) {
            takes.store(null, "Nothing is ready: switch Ahead on in ReponsClips.");
        }
    }
    look();
}

// The menu of models: the first line leaves the choice to the bridge.
function choose(name) {
    model = name === USUAL ? "" : String(name);
}

function press(what) {
    if (work !== null && work.ahead) {
        // Whoever presses goes first.
        dialogue.stop("Something else was asked for.");
        ready = 0;
    }
    look();
    if (may[what] !== "") {
        face.say(may[what] || "The device is still waiting for Live.");
    } else if (what === "cancel") {
        dialogue.stop(STOPPED);
    } else if (what === "undo") {
        takeBack();
    } else {
        make(what);
    }
}

// -------------------------------------------------------------------------------------------------------- what it makes

function make(what) {
    var alone = what === "generate" || what === "capture";
    var source = alone ? null : clipNow();
    var target = slots.target(INTO[knobs.into], knobs.into_track, knobs.into_slot, source);
    var read = alone ? null : slots.read(source.clip);
    work = { what: what, target: target, read: read, over: knobs.over, first: knobs.first, last: knobs.last, done: [], lost: [] };
    work.metre = read === null ? slots.metre() : read.metre;
    face.show("progress", "\u2026");
    if (what === "capture") {
        dialogue.capture(knobs.bars, WHO[knobs.who]);
    } else {
        order(what, { "continue": [knobs.bars], "infill": [knobs.first, knobs.last], "vary": [knobs.amount], "accompany": [],
            "generate": [knobs.bars] }[what], knobs.count, knobs.seed);
    }
    look();
}

function order(what, how, count, seed) {
    // Bars are the clip's. Only where it counts otherwise is the bridge told: whoever names a metre says that a bar begins now.
    if (metre.join() !== work.metre.join()) {
        metre = work.metre;
        outlet(0, "metre", metre);
    }
    var read = what === "generate" ? null : work.read;
    dialogue.order(what, how, count, Math.round(seed), model, read && read.sounding, read && read.beats);
}

function ended(words) {
    var was = work;
    work = null;
    face.show("progress", " ");
    if (was.ahead) {
        keepAhead(was, words);
    } else if (words === STOPPED) {
        face.say(words);
    } else {
        words = [words, put(was)].concat(was.lost.map(results.loss)).filter(function (part) { return part !== ""; }).join(" ");
        face.say(words || "Nothing was made.");
    }
    look();
}

// Writes what has come, however it ended: what was made is there.
function put(was) {
    var written = [];
    var trouble = "";
    if (was.done.length > 0) {
        writing.together(function () {
            var slot = was.target.slot;
            was.done.forEach(function (take) {
                var clip = results.clip(was, take, knobs.chance);
                var made = trouble ? null : writing.write(was.target.track, slot, was.over === 1, clip);
                trouble = trouble || made.why || "";
                if (!trouble) {
                    written.push(made);
                    slot = made.next;
                }
            });
        });
        lastWritten = written.length > 0 ? written : lastWritten;
    }
    return (written.length === 0 ? "" : results.counted(written.length, "clip") + " written.")
        + (trouble && written.length > 0 ? " " : "") + trouble;
}

function takeBack() {
    var result = writing.together(function () { return writing.undo(lastWritten); });
    lastWritten = [];
    face.say((result.back === 0 ? "Nothing taken back." : result.back + " taken back.")
        + (result.stay === 0 ? "" : " " + result.stay + " changed since, and left."));
    look();
}

// ---------------------------------------------------------------------------------------------------------- made ahead

// The clip whose variations lie ready, or whose variations cannot be had.
var ready = 0;

function makeAhead() {
    var source = clipNow("selected");
    var read = source.why ? null : slots.read(source.clip);
    ready = inView;
    if (read === null) {
        takes.store(null, source.why);
        return;
    }
    work = { what: "vary", ahead: "vary", of: source.clip, read: read, metre: read.metre, done: [], lost: [], vary: [] };
    takes.store(null, "Variations are on their way.");
    order("vary", [knobs.amount], Math.max(FEWEST_TAKES, knobs.count), knobs.seed);
}

function keepAhead(was, words) {
    var bar = was.metre[0] * 4 / was.metre[1];
    var made = was.done.map(function (take) {
        var source = was.ahead === "vary" ? was.read.sounding : [];
        return { beats: take.beats, notes: notes.written(take.rows, take.beats, 1, source, []) };
    });
    if (words !== "" || was.of !== inView) {
        ready = was.of === inView ? ready : 0;
        takes.store(null, words || "Another clip is in view.");
    } else if (was.ahead === "vary") {
        work = { what: "generate", ahead: "generate", of: was.of, read: was.read, metre: was.metre, done: [], lost: [] };
        work.vary = made;
        order("generate", [Math.max(1, Math.min(MOST_BARS, Math.round(was.read.beats / bar)))],
            Math.max(FEWEST_TAKES, knobs.count), knobs.seed);
    } else {
        takes.store({
            name: was.read.name, start: was.read.start, beats: was.read.beats, source: was.read.sounding,
            vary: was.vary, generate: made,
        }, results.counted(was.vary.length, "variation") + " ready: " + (was.read.name || "clip"));
    }
}

// ------------------------------------------------------------------------------------------------------ what is allowed

function look() {
    if (!loaded) {
        return;
    }
    var clip = live.child(new LiveAPI("live_set view"), "detail_clip");
    if (clip !== inView) {
        inView = clip;
        viewed = 0;
        ready = 0;
        if (knobs.ahead) {
            takes.store(null, "Nothing is ready for this clip.");
        }
    }
    var source = clipNow();
    may = buttons.allowed({
        found: isThere,
        port: Math.round(knobs.port),
        models: models.length,
        busy: work !== null && !work.ahead,
        source: source,
        target: slots.target(INTO[knobs.into], knobs.into_track, knobs.into_slot, source),
        own: slots.target(INTO[knobs.into], knobs.into_track, knobs.into_slot, null),
        first: knobs.first,
        last: knobs.last,
        written: lastWritten.length,
    });
    Object.keys(may).forEach(function (button) {
        face.set(button + "_button", "active", may[button] === "" ? 1 : 0);
        face.set(button + "_button", "annotation", may[button] || buttons.ABOUT[button]);
    });
    face.otherwise(work === null ? may["continue"] : "");
}

function clipNow(from) {
    return slots.source(from || FROM[knobs.from], knobs.from_track, knobs.from_slot);
}

function listed(at, name) {
    if (at === 0) {
        models = [];
        face.tell("model_menu", "clear");
        face.tell("model_menu", "append", USUAL);
    }
    if (at === models.length) {
        models.push(name);
        face.tell("model_menu", "append", name);
    }
    look();
}
