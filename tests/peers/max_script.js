// Runs a script of max_patches/ in Node as Max's js would: what comes in is a line of JSON each, and so is what goes out.
//
//     node max_script.js SCRIPT [LIVE]
//
// In: ["name", value…] calls the script's function of that name, or `anything` where it has none; ["live", "property", value]
// changes a property of the Live set, and whoever watches it is told. Out: [outlet from 1, value…] for each `outlet`, and ["done"]
// once the line has been dealt with. LIVE is the Live set before the first line: {"tempo": 120, …}.

var fs = require("fs");
var readline = require("readline");
var vm = require("vm");

var live = JSON.parse(process.argv[3] || "{}");
var watchers = [];

function say(line) {
    process.stdout.write(JSON.stringify(line) + "\n");
}

// As far as our scripts use it: https://docs.cycling74.com/apiref/js/liveapi/
function LiveAPI(callback, path) {
    this.path = path;
    this.callback = callback;
    this.info = Object.keys(live).map(function (name) { return "property " + name; }).join("\n");
    watchers.push(this);
}
LiveAPI.prototype.get = function (name) {
    if (!(name in live)) {
        throw new Error("the set has no " + name);
    }
    return [].concat(live[name]);
};
Object.defineProperty(LiveAPI.prototype, "property", {
    set: function (name) {
        this.watched = name;
        if (name !== "") {
            this.callback([name].concat(this.get(name)));
        }
    },
});

var context = vm.createContext({
    LiveAPI: LiveAPI,
    outlet: function (number) {
        var values = Array.prototype.slice.call(arguments, 1);
        say([number + 1].concat(values));
    },
    post: function () {},
});
vm.runInContext(fs.readFileSync(process.argv[2], "utf8"), context, process.argv[2]);

readline.createInterface({ input: process.stdin }).on("line", function (line) {
    var message = JSON.parse(line);
    if (message[0] === "live") {
        live[message[1]] = message[2];
        watchers.forEach(function (watcher) {
            if (watcher.watched === message[1]) {
                watcher.callback([message[1]].concat(message[2]));
            }
        });
    } else {
        var called = context[message[0]] || context.anything;
        called.apply(context, message.slice(1));
    }
    say(["done"]);
});
