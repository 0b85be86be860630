// Takes away what came to JavaScript's library after ECMAScript 5 (section 15 of the standard), so that a script that needs
// it fails here as it would in Max's js.

(function (global) {
    function only(object, names) {
        Object.getOwnPropertyNames(object).forEach(function (name) {
            if (names.indexOf(name) < 0) {
                delete object[name];
            }
        });
    }
    var shared = ["constructor", "toString", "toLocaleString", "valueOf"];
    only(Array, ["length", "name", "prototype", "isArray"]);
    only(Array.prototype, shared.concat(["length", "concat", "join", "pop", "push", "reverse", "shift", "slice", "sort", "splice", "unshift",
        "indexOf", "lastIndexOf", "every", "some", "forEach", "map", "filter", "reduce", "reduceRight"]));
    only(String, ["length", "name", "prototype", "fromCharCode"]);
    only(String.prototype, shared.concat(["length", "charAt", "charCodeAt", "concat", "indexOf", "lastIndexOf", "localeCompare", "match",
        "replace", "search", "slice", "split", "substring", "toLowerCase", "toLocaleLowerCase", "toUpperCase", "toLocaleUpperCase",
        "trim"]));
    only(Object, ["length", "name", "prototype", "getPrototypeOf", "getOwnPropertyDescriptor", "getOwnPropertyNames", "create",
        "defineProperty", "defineProperties", "seal", "freeze", "preventExtensions", "isSealed", "isFrozen", "isExtensible", "keys"]);
    only(Number, ["length", "name", "prototype", "MAX_VALUE", "MIN_VALUE", "NaN", "NEGATIVE_INFINITY", "POSITIVE_INFINITY"]);
    only(Math, ["E", "LN10", "LN2", "LOG2E", "LOG10E", "PI", "SQRT1_2", "SQRT2", "abs", "acos", "asin", "atan", "atan2", "ceil", "cos",
        "exp", "floor", "log", "max", "min", "pow", "random", "round", "sin", "sqrt", "tan"]);
    ["Map", "Set", "WeakMap", "WeakSet", "WeakRef", "Promise", "Proxy", "Reflect", "Symbol", "BigInt", "globalThis", "console",
        "Intl"].forEach(function (name) { delete global[name]; });
}(this));
