// Whether scripts are ECMAScript 5, as Max's js takes them: node --expose-internals es5_parser.js FILE…
// Says a line for each that is not. The parser is the one that Node carries for its own use.

var acorn = require("internal/deps/acorn/acorn/dist/acorn");
var fs = require("fs");

process.argv.slice(2).forEach(function (file) {
    try {
        acorn.parse(fs.readFileSync(file, "utf8"), { ecmaVersion: 5 });
    } catch (error) {
        console.log(file + ": " + error.message);
    }
});
