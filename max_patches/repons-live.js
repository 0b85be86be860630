// Objects of the Live set by their numbers, and what they say, as plain values. A module for Max's js (`require("repons-live")`):
// ECMAScript 5, keeps nothing. A number stays while the object is there, whatever becomes of its index; then it is nobody's.
//
// Nothing here may be called while Live notifies: it refuses changes then.

var notes = require("repons-notes");

function object(id) {
    return new LiveAPI("id " + id);
}

function there(api) {
    return Number(api.id) !== 0;
}

function number(api, property) {
    return Number(first(api.get(property)));
}

function words(api, property) {
    var value = api.get(property);
    return typeof value === "object" ? Array.prototype.join.call(value, " ") : String(value);
}

// Live gives a value as a list of one.
function first(value) {
    return value !== null && typeof value === "object" ? value[0] : value;
}

// The numbers in a list of objects: ["id", 4, "id", 7].
function ids(value) {
    return Array.prototype.filter.call(value, function (item) { return item !== "id"; }).map(Number);
}

function child(api, property) {
    return ids(api.get(property))[0] || 0;
}

// The object of that type which this one lies in; 0 where there is none.
function up(id, type) {
    var api = object(id);
    while (there(api) && String(api.type) !== type) {
        api = object(has(api, "canonical_parent") ? child(api, "canonical_parent") : 0);
    }
    return Number(api.id);
}

function has(api, name) {
    return api.info.indexOf(" " + name) >= 0;
}

// The notes of a clip, all 128 pitches: a span of 127 leaves the highest out.
function got(api, start, beats) {
    return notes.list(JSON.parse(String(first(api.call("get_notes_extended", 0, 128, start, beats)))).notes);
}

exports.object = object;
exports.there = there;
exports.number = number;
exports.words = words;
exports.ids = ids;
exports.child = child;
exports.up = up;
exports.has = has;
exports.got = got;
