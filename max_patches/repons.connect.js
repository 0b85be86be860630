// Finds the bridge and stays with it: a [js repons.connect.js] between ReponsIo and a face. ECMAScript 5, as Max's js runs it.
//
// Once a second it is told `tick`. Until the bridge answers it asks, under a number of its own, for an answer on one port after
// another: where another device or program holds a port, the answer never comes here, and the next is tried. Only then does it
// subscribe, so that nobody else's port is sent notes. What comes from the bridge goes into the inlet by name (`pong 7`,
// `status playing duet …`), as ReponsIo gives it. `bridge 7402` tells it the bridge's port, where that is not the usual one.
//
// Outlets: 1 what to say, to ReponsIo's first inlet; 2 `port N`, to its second; 3 what to show, by name: `lamp`, `state`,
// `latency`, `words`, `key` with `set …` behind them, and `menu` with what a umenu takes; 4 a bang where the bridge has been
// found: whoever has something set says it again; 5 `port N` of another bridge, to ReponsIo's third inlet.

inlets = 1;
outlets = 5;

var USUAL_BRIDGE = 7400;
var FIRST_PORT = 7401;
var PORTS = 32;
// In ticks: how long one port is tried, how long a bridge that was there may say nothing, how often it is subscribed anew
// (a bridge that was started again knows nobody), and how long its words are shown.
var TRY = 2;
var PATIENCE = 4;
var RENEW = 5;
var READ = 8;

var NAMES = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

var number = drawn();
var bridgePort = USUAL_BRIDGE;
var port = 0;
var on = true;
var found = false;
var silent = 0;
var ticks = 0;
var shown = 0;
var listed = [];

function tick() {
    if (!on) {
        return;
    }
    if (found && silent >= PATIENCE) {
        look();
        say(absent());
    } else if (port === 0) {
        listen(after(FIRST_PORT - 1));
    } else if (!found && silent >= TRY) {
        listen(after(port));
        say(absent());
    }
    outlet(0, "ping", number, "reply", port);
    silent += 1;
    if (!found) {
        return;
    }
    ticks += 1;
    if (ticks % RENEW === 0) {
        outlet(0, "subscribe", 1, port);
    }
    outlet(0, "status");
    if (shown > 0) {
        shown -= 1;
        if (shown === 0) {
            outlet(2, "words", "set", " ");
        }
    }
}

// The device is switched on or off.
function enable(whether) {
    on = whether !== 0;
    if (!on) {
        outlet(0, "subscribe", 0);
    }
    look();
}

// Where the bridge is. It is asked at the next tick, so that few of the numbers that a mouse passes are.
function bridge(to) {
    var there = Math.round(to);
    if (there === bridgePort) {
        return;
    }
    if (found) {
        outlet(0, "subscribe", 0);
    }
    bridgePort = there;
    // What the bridge before has still to answer is not the answer of this one.
    number = drawn();
    if (port === bridgePort) {
        port = 0;
    }
    look();
    outlet(4, "port", bridgePort);
}

function pong(echo) {
    if (echo !== number || !on) {
        return;
    }
    silent = 0;
    if (found) {
        return;
    }
    found = true;
    ticks = 0;
    shown = 0;
    listed = [];
    outlet(2, "lamp", "set", "\u25cf");
    outlet(2, "words", "set", " ");
    outlet(2, "menu", "clear");
    outlet(0, "subscribe", 1, port);
    outlet(0, "models");
    outlet(0, "key");
    outlet(3, "bang");
}

function status(state, mode, model, tempo, p50) {
    if (!found) {
        return;
    }
    outlet(2, "state", "set", state);
    outlet(2, "latency", "set", p50 > 0 ? "answers in " + p50.toFixed(1) + " ms" : " ");
    if (model) {
        outlet(2, "menu", "setsymbol", model);
    }
}

// The bridge lists its models, one a message, counted from 0.
function models(at, of, name) {
    if (at === listed.length) {
        listed.push(name);
        outlet(2, "menu", "append", name);
    }
}

function key(root, scale) {
    outlet(2, "key", "set", scale ? NAMES[root] + " " + scale.replace(/_/g, " ") : "no key yet");
}

function error(code, address, text) {
    say(text);
}

function event(name, text) {
    say(text);
}

// What else the bridge says is for others, or for nobody.
function anything() {
}

function look() {
    found = false;
    silent = 0;
    outlet(2, "lamp", "set", "\u25cb");
    outlet(2, "state", "set", on ? "looking" : "off");
    outlet(2, "latency", "set", " ");
}

// The next port to try for its answers; never the bridge's own.
function after(tried) {
    var next = tried + 1 < FIRST_PORT + PORTS ? tried + 1 : FIRST_PORT;
    return next === bridgePort ? after(next) : next;
}

function listen(to) {
    port = to;
    silent = 0;
    outlet(1, "port", port);
}

function absent() {
    var run = bridgePort === USUAL_BRIDGE ? "repons run" : "repons run --port " + bridgePort;
    return "No bridge found. In a terminal, type: " + run + ". This device then finds it within seconds.";
}

// Under which number it asks, so that it knows the answers that are its own.
function drawn() {
    return 1 + Math.floor(Math.random() * 1000000);
}

function say(text) {
    shown = READ;
    outlet(2, "words", "set", text);
}
