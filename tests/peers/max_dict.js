// Max's Dict, with its manners: dictionaries of one name are one; a list of one thing becomes the thing, an empty list nothing.

var dictionaries = {};
var unnamed = 0;

function Dict(name) {
    if (name === undefined) {
        unnamed += 1;
        name = "u" + unnamed;
    }
    this.name = name;
    dictionaries[name] = dictionaries[name] || {};
}
Dict.prototype.clear = function () { dictionaries[this.name] = {}; };
Dict.prototype.get = function (key) {
    return key in dictionaries[this.name] ? dictionaries[this.name][key] : null;
};
Dict.prototype.parse = function (text) { dictionaries[this.name] = mannered(JSON.parse(text)); };
Dict.prototype.stringify = function () { return JSON.stringify(dictionaries[this.name]); };

function mannered(value) {
    var made;
    if (Array.isArray(value)) {
        return value.length === 1 ? mannered(value[0]) : value.map(mannered);
    }
    if (value === null || typeof value !== "object") {
        return value;
    }
    made = {};
    Object.keys(value).forEach(function (key) {
        if (!Array.isArray(value[key]) || value[key].length > 0) {
            made[key] = mannered(value[key]);
        }
    });
    return made;
}
