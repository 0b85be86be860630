// Notes of clips: which of them are sent, what becomes of those that come back, what fits a scale. A module for Max's js
// (`require("repons-notes")`): ECMAScript 5, keeps nothing, asks Live nothing.
//
// A note is as Live has it: { pitch, start_time, duration, velocity, mute, probability, velocity_deviation,
// release_velocity }, in quarter notes. A row is as the bridge has it: [pitch, onset, length, velocity, probability].

var NOTES_A_PACKET = 60;
// In quarter notes: more than 32-bit fractions lose in a thousand beats, less than the shortest note anybody draws.
var HAIR = 0.001;
var OCTAVE = 12;

// What a dictionary of Max calls a list: one that is empty is missing, one of a single thing is that thing.
function list(value) {
    if (value === undefined || value === null) {
        return [];
    }
    return Array.isArray(value) ? value : [value];
}

// The notes that begin within `beats` from `start`, from there counted and ended there: those that sound, and those that
// are muted.
function within(notes, start, beats) {
    var sounding = [];
    var muted = [];
    notes.forEach(function (note) {
        var onset = note.start_time - start;
        if (onset < -HAIR || onset > beats - HAIR) {
            return;
        }
        var moved = copy(note);
        moved.start_time = Math.max(0, onset);
        moved.duration = Math.min(note.duration, beats - moved.start_time);
        if (moved.duration > 0) {
            (Number(note.mute) === 1 ? muted : sounding).push(moved);
        }
    });
    return { sounding: sounding, muted: muted };
}

// The numbers of /repons/clip/put, a list a packet.
function packets(notes) {
    var made = [];
    notes.forEach(function (note, at) {
        if (at % NOTES_A_PACKET === 0) {
            made.push([]);
        }
        made[made.length - 1].push(note.pitch, note.start_time, note.duration, loudness(note.velocity));
    });
    return made;
}

// The rows in a message: five numbers each.
function rows(numbers) {
    var made = [];
    for (var at = 0; at + 4 < numbers.length; at += 5) {
        made.push(numbers.slice(at, at + 5).map(Number));
    }
    return made;
}

// How likely Live plays a note the model found so likely: at chance 0 always, at 1 as likely as the model found it.
function chanced(probability, chance) {
    return Math.min(1, Math.max(0, 1 - chance * (1 - probability)));
}

// What is written into a clip of `beats`: the rows as notes. Those that were `source`'s, untouched by the model, are as
// they were there, with all that the bridge knows nothing of; `muted` come back where nothing of the same pitch stands in
// their way.
function written(found, beats, chance, source, muted) {
    var known = byPitch(source);
    var kept = [];
    var made = [];
    found.forEach(function (row) {
        var own = row[4] === 1 ? taken(known[row[0]], row) : null;
        if (own !== null) {
            kept.push(own);
        } else {
            made.push({
                pitch: row[0],
                start_time: row[1],
                duration: Math.min(row[2], beats - row[1]),
                velocity: loudness(row[3]),
                mute: 0,
                probability: chanced(row[4], chance),
            });
        }
    });
    var sounding = apart(kept.concat(made));
    return sounding.concat(free(muted, sounding)).sort(inOrder);
}

// No two of one pitch at once: of two that begin together the first stays, one that reaches into the next ends there. Live does
// the same, in the order in which it is told.
function apart(notes) {
    var made = [];
    var by = byPitch(notes);
    Object.keys(by).forEach(function (pitch) {
        var last = null;
        stable(by[pitch]).forEach(function (note) {
            if (last !== null && note.start_time - last.start_time < HAIR) {
                return;
            }
            if (last !== null && last.start_time + last.duration > note.start_time) {
                last.duration = note.start_time - last.start_time;
            }
            last = copy(note);
            made.push(last);
        });
    });
    return made.filter(function (note) { return note.duration > 0; }).sort(inOrder);
}

// Those of `notes` that sound at no time together with one of `others` of the same pitch.
function free(notes, others) {
    var by = byPitch(others);
    return notes.filter(function (note) {
        return (by[note.pitch] || []).every(function (other) {
            return other.start_time + other.duration < note.start_time + HAIR
                || note.start_time + note.duration < other.start_time + HAIR;
        });
    }).map(copy);
}

// Whether both are the same notes, as far as one hears.
function same(some, others) {
    var ordered = others.slice().sort(inOrder);
    return some.length === others.length && some.slice().sort(inOrder).every(function (note, at) {
        return alike(note, ordered[at]) && Math.abs(note.velocity - ordered[at].velocity) < 0.5
            && Number(note.mute || 0) === Number(ordered[at].mute || 0)
            && Math.abs(either(note.probability, 1) - either(ordered[at].probability, 1)) < HAIR;
    });
}

// The same pitch, at the same place, as long.
function alike(one, other) {
    return one.pitch === other.pitch && Math.abs(one.start_time - other.start_time) < HAIR
        && Math.abs(one.duration - other.duration) < HAIR;
}

// The nearest pitch of a scale as a MIDI Tool is told it, the lower of two, as Live's own Fit to Scale does; without a
// scale the same.
function fitted(pitch, scale) {
    var intervals = scale && Number(scale.scale_mode) === 1 ? list(scale.scale_intervals) : [];
    var away, down, up;
    for (away = 0; away < OCTAVE && intervals.length > 0; away += 1) {
        down = pitch - away;
        up = pitch + away;
        if (down >= 0 && intervals.indexOf((down - scale.root_note + 2 * OCTAVE) % OCTAVE) >= 0) {
            return down;
        }
        if (up <= 127 && intervals.indexOf((up - scale.root_note + 2 * OCTAVE) % OCTAVE) >= 0) {
            return up;
        }
    }
    return pitch;
}

// A note in the words that Live's dictionaries take: what it has said about itself besides, such as its number, is refused.
function plain(note) {
    var words = ["pitch", "start_time", "duration", "velocity", "mute", "probability", "velocity_deviation", "release_velocity"];
    var made = {};
    words.forEach(function (word) {
        if (note[word] !== undefined) {
            made[word] = note[word];
        }
    });
    return made;
}

function loudness(velocity) {
    return Math.min(127, Math.max(1, Math.round(velocity)));
}

function taken(notes, row) {
    var wanted = { pitch: row[0], start_time: row[1], duration: row[2] };
    for (var at = 0; notes !== undefined && at < notes.length; at += 1) {
        if (alike(notes[at], wanted)) {
            return notes.splice(at, 1)[0];
        }
    }
    return null;
}

function byPitch(notes) {
    var made = {};
    notes.forEach(function (note) {
        (made[note.pitch] = made[note.pitch] || []).push(note);
    });
    return made;
}

// In the order of their beginnings; those that begin together as they came: sorting itself promises nothing of the kind.
function stable(notes) {
    return notes.map(function (note, at) { return [note, at]; }).sort(function (one, other) {
        var between = one[0].start_time - other[0].start_time;
        return Math.abs(between) < HAIR ? one[1] - other[1] : between;
    }).map(function (pair) { return pair[0]; });
}

function inOrder(one, other) {
    return one.start_time - other.start_time || one.pitch - other.pitch;
}

function copy(note) {
    var made = {};
    Object.keys(note).forEach(function (word) { made[word] = note[word]; });
    return made;
}

function either(value, other) {
    return value === undefined ? other : value;
}

exports.list = list;
exports.within = within;
exports.packets = packets;
exports.rows = rows;
exports.chanced = chanced;
exports.written = written;
exports.apart = apart;
exports.free = free;
exports.same = same;
exports.alike = alike;
exports.fitted = fitted;
exports.plain = plain;
