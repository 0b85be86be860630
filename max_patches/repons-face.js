// What the face shows: boxes told by their scripting names, and only what is new. A module for Max's js
// (`require("repons-face")`): ECMAScript 5.

// In ticks: how long words about what has happened stand before those about what may be done.
var READ = 8;

// `send` gets a message for a box as a list: its name, what is set, and to what.
function Face(send) {
    var shown = {};
    var reading = 0;
    var idle = " ";

    function tell() {
        send(Array.prototype.slice.call(arguments));
    }

    function set(name, property, value) {
        var key = name + " " + property;
        if (shown[key] !== value) {
            shown[key] = value;
            tell(name, property, value);
        }
    }

    function show(name, words) {
        set(name, "set", words);
    }

    // What has happened, for some seconds.
    function say(words) {
        reading = READ;
        show("words", words);
    }

    // What stands there when nothing has happened lately.
    function otherwise(words) {
        idle = words || " ";
        if (reading === 0) {
            show("words", idle);
        }
    }

    function tick() {
        reading = Math.max(0, reading - 1);
        otherwise(idle);
    }

    // The boxes have been made anew: everything is news to them.
    function again() {
        shown = {};
    }

    this.tell = tell;
    this.set = set;
    this.show = show;
    this.say = say;
    this.otherwise = otherwise;
    this.tick = tick;
    this.again = again;
}

exports.Face = Face;
