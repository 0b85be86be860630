// The dialogue with the bridge about clips: one is sent, something is ordered, what is made comes back. A module for Max's
// js (`require("repons-dialogue")`): ECMAScript 5; knows neither Live nor the face.
//
// Packets get lost. A clip that did not arrive whole is sent again; a variation that did not come back whole is told as
// lost, with the seed that makes it again.

var notes = require("repons-notes");

// In ticks, a second each: how long an answer may take that comes at once, and how long nothing at all may be heard of an order,
// which may wait behind those of others.
var PATIENCE = 3;
var LONG = 120;
var TRIES = 3;
var MISSING = /notes arrived: send it again/;

// `say` gets a message as a list. `told` is told how it goes: progress(done, count), made(take), lost(take), and at the end
// ended(words), which are empty where all went well. A take is { take, player, bars, beats, seed, rows, wanted }.
function Dialogue(say, told) {
    var number = Math.floor(Math.random() * 1000000);
    var job = null;

    // what, how: as in /repons/clip/`what` `how`…; sent: the notes of the clip, null where none is needed; beats: how long it is.
    function order(what, how, count, seed, model, sent, beats) {
        job = { what: what, how: how, count: count, seed: seed, model: model, sent: sent, beats: beats, tries: 0 };
        begin();
    }

    function capture(bars, who) {
        job = { what: "capture", how: [bars, who], count: 1, sent: null, tries: 0 };
        begin();
    }

    function begin() {
        number += 1;
        job.tries += 1;
        job.heard = Object.create(null);
        job.made = 0;
        job.silent = 0;
        job.sending = job.sent !== null;
        if (job.sending) {
            say(["clip/begin", job.sent.length, job.beats, "id", number]);
        } else {
            ask();
        }
    }

    function ask() {
        var values = job.what === "capture" ? job.how : job.how.concat([job.count, job.seed], job.model ? [job.model] : []);
        say(["clip/" + job.what].concat(values, ["id", number]));
    }

    // Everything from the bridge, by name, as ReponsIo gives it.
    function heard(name, values) {
        if (job === null || !HEARD.hasOwnProperty(name)) {
            return;
        }
        HEARD[name](values);
    }

    var HEARD = {
        "done": function (values) {
            if (values[1] !== number) {
                return;
            }
            if (job.sending && values[0] === "/repons/clip/begin") {
                job.sending = false;
                job.silent = 0;
                notes.packets(job.sent).forEach(function (packet) { say(["clip/put"].concat(packet, ["id", number])); });
                ask();
            } else if (values[0] === "/repons/clip/" + job.what) {
                end("");
            }
        },
        "error": function (values) {
            if (values[3] !== number) {
                return;
            }
            if (MISSING.test(values[2]) && job.tries < TRIES) {
                begin();
            } else {
                end(String(values[2]));
            }
        },
        "clip/progress": function (values) {
            if (values[0] === number) {
                job.silent = 0;
                told.progress(values[1], values[2]);
            }
        },
        "clip/notes": function (values) {
            var player = String(values[1]);
            if (values[0] === number) {
                job.silent = 0;
                job.heard[player] = (job.heard[player] || []).concat(notes.rows(values.slice(2)));
            }
        },
        "clip/made": function (values) {
            if (values[0] === number) {
                job.silent = 0;
                job.made += 1;
                tell(values[1], String(values[1]), values[2], values[3], values[4], values[5]);
            }
        },
        "clip/captured": function (values) {
            var players, came;
            if (values[0] !== number) {
                return;
            }
            players = Object.keys(job.heard);
            came = players.reduce(function (sum, player) { return sum + job.heard[player].length; }, 0);
            if (came !== values[1]) {
                told.lost({ take: 1, wanted: values[1], rows: { length: came } });
            } else {
                players.forEach(function (player, at) {
                    tell(at + 1, player, job.heard[player].length, values[2], values[3], -1);
                });
            }
            end("");
        },
    };

    function tell(take, player, wanted, bars, beats, seed) {
        var rows = job.heard[player] || [];
        var made = { take: take, player: player, wanted: wanted, bars: bars, beats: beats, seed: seed, rows: rows };
        if (rows.length === wanted) {
            told.made(made);
        } else {
            told.lost(made);
        }
        delete job.heard[player];
    }

    function tick() {
        if (job === null) {
            return;
        }
        job.silent += 1;
        if (job.sending && job.silent >= PATIENCE) {
            if (job.tries < TRIES) {
                begin();
            } else {
                end("The bridge gives no answer.");
            }
        } else if (job.made >= job.count && job.silent >= PATIENCE) {
            // Its last word got lost.
            end("");
        } else if (job.silent >= LONG) {
            say(["clip/stop"]);
            end("Nothing has been heard of it for two minutes.");
        }
    }

    function stop(words) {
        if (job !== null) {
            say(["clip/stop"]);
            end(words);
        }
    }

    function gone(words) {
        if (job !== null) {
            end(words);
        }
    }

    function end(words) {
        job = null;
        told.ended(words);
    }

    this.order = order;
    this.capture = capture;
    this.heard = heard;
    this.tick = tick;
    this.stop = stop;
    this.gone = gone;
    this.busy = function () { return job !== null; };
}

exports.Dialogue = Dialogue;
