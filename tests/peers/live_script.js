// Runs a script of a Max for Live device in Node, in a Live set of its own: a line of JSON comes in, lines of JSON go out.
//
//     node live_script.js SCRIPT SET [ARGUMENT…]
//
// In: ["name", value…] calls the script's function; ["inlet", N] says into which inlet the next messages go, from 0;
// ["live", what, value…] is what the user does to the set; ["set"] and ["dict", NAME] ask what is in it, ["dict", NAME,
// content] fills a dictionary. Out: [outlet from 1, value…], or [0, content] for what was asked, and ["done"] at the end of
// each line. As in Max's js there is nothing of JavaScript but what ECMAScript 5 has.

var fs = require("fs");
var path = require("path");
var readline = require("readline");
var vm = require("vm");

var script = process.argv[2];
var context = vm.createContext({ jsarguments: [path.basename(script)].concat(process.argv.slice(4)), inlet: 0 });

function read(name) {
    return fs.readFileSync(path.join(__dirname, name), "utf8");
}

function say(line) {
    process.stdout.write(JSON.stringify(line) + "\n");
}

context.outlet = function (number) {
    var values = Array.prototype.slice.call(arguments, 1);
    // Lists are unrolled.
    say([number + 1].concat(values.flatMap(function (value) { return Array.isArray(value) ? Array.from(value) : [value]; })));
};
var required = {};
context.require = function (name) {
    var file = path.join(path.dirname(script), name + ".js");
    if (required[name] === undefined) {
        required[name] = vm.runInContext("({})", context);
        vm.runInContext("(function (exports) {" + fs.readFileSync(file, "utf8") + "\n})", context, file)(required[name]);
    }
    return required[name];
};

// Everything a script sees is made where it runs: Array is not the same thing everywhere.
var parse = vm.runInContext("JSON.parse", context);
var makeLive = vm.runInContext("(function () {" + read("live_double.js") + "\nreturn makeLive; })()", context);
var live = makeLive(parse(process.argv[3]));
context.LiveAPI = live.LiveAPI;
context.Dict = vm.runInContext("(function () {" + read("max_dict.js") + "\nreturn Dict; })()", context);
vm.runInContext(read("only_es5.js"), context);
vm.runInContext(fs.readFileSync(script, "utf8"), context, script);
live.ready();

readline.createInterface({ input: process.stdin }).on("line", function (line) {
    var message = parse(line);
    var values = message.slice(1);
    if (message[0] === "inlet") {
        context.inlet = values[0];
    } else if (message[0] === "live") {
        live[values[0]].apply(null, values.slice(1));
    } else if (message[0] === "set") {
        say([0, live.shown()]);
    } else if (message[0] === "dict" && values.length === 2) {
        new context.Dict(values[0]).parse(JSON.stringify(values[1]));
    } else if (message[0] === "dict") {
        say([0, JSON.parse(new context.Dict(values[0]).stringify())]);
    } else {
        context[message[0]].apply(context, values);
    }
    say(["done"]);
});
