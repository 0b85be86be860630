// A Live set, and the LiveAPI of Max's js to it, with the manners of the real one: objects have numbers that die with them,
// a value comes as a list of one, an object as ["id", 7], nothing as ["id", 0]; nothing may be changed, nor a LiveAPI made,
// while Live notifies, or before the device has been told that it is loaded.
//
//     var live = makeLive({ tracks: [{ name: "Bass", slots: [null, { name: "riff", beats: 4, notes: [[60, 0, 1, 100]] }] }] });
//
// Sources: the LiveAPI reference of Cycling '74; the Live Object Model; what public devices and their authors write of
// both.

function makeLive(wanted) {
    var objects = {};
    var last = 0;
    var watchers = [];
    var notifying = false;
    var steps = [];
    var open = false;
    var loaded = false;
    var NOTIFIED = "Changes cannot be triggered by notifications. You will need to defer your response.";
    // As Live's palette rounds colours to those that it has.
    var PALETTE_STEP = 0x10;

    var FUNCTIONS = {
        Song: ["create_scene", "delete_scene"].concat(wanted.old ? [] : ["begin_undo_step", "end_undo_step"]),
        ClipSlot: ["create_clip", "delete_clip"],
        Clip: ["add_new_notes", "get_notes_extended", "remove_notes_extended"],
    };

    function make(type, parent, properties) {
        last += 1;
        objects[last] = { id: last, type: type, parent: parent, properties: properties };
        return objects[last];
    }

    function remove(object) {
        (object.children || []).forEach(remove);
        delete objects[object.id];
    }

    // ------------------------------------------------------------------------------------------------------- the set

    var song = make("Song", null, {
        tempo: wanted.tempo || 120, is_playing: 0,
        signature_numerator: (wanted.metre || [4, 4])[0], signature_denominator: (wanted.metre || [4, 4])[1],
    });
    var view = make("View", song, {});
    var device = null;
    song.scenes = [];
    song.tracks = [];
    wanted.tracks.forEach(function (track, at) {
        var made = make("Track", song, {
            name: track.name, has_midi_input: track.audio ? 0 : 1,
            playing_slot_index: track.playing === undefined ? -1 : track.playing, is_frozen: track.frozen ? 1 : 0,
        });
        song.tracks.push(made);
        made.clip_slots = track.bare ? [] : track.slots.map(function (clip) { return slot(made, clip, track.audio); });
        made.arrangement = (track.arrangement || []).map(function (clip) { return clipIn(made, clip, 1); });
        if (at === 0) {
            device = make("MaxDevice", made, {});
        }
    });
    wanted.tracks[0].slots.forEach(function () { song.scenes.push(make("Scene", song, {})); });

    function slot(track, clip, audio) {
        var made = make("ClipSlot", track, {});
        made.clip = clip === null || clip === undefined ? null : clipIn(made, clip, 0, audio);
        return made;
    }

    function clipIn(parent, clip, arranged, audio) {
        var beats = clip.beats;
        var loop = clip.loop || [0, beats];
        var metre = clip.metre || [4, 4];
        var made = make("Clip", parent, {
            name: clip.name || "", color: clip.color || 0x808080, is_midi_clip: clip.audio || audio ? 0 : 1,
            is_arrangement_clip: arranged, is_recording: clip.recording ? 1 : 0,
            looping: clip.looping === undefined ? 1 : clip.looping,
            loop_start: loop[0], loop_end: loop[1], start_marker: clip.start_marker || 0, end_marker: beats,
            signature_numerator: metre[0], signature_denominator: metre[1],
        });
        made.notes = [];
        made.numbered = 0;
        add(made, (clip.notes || []).map(function (note) {
            var whole = { pitch: note[0], start_time: note[1], duration: note[2], velocity: note[3] };
            Object.keys(note[4] || {}).forEach(function (word) { whole[word] = note[4][word]; });
            return whole;
        }));
        return made;
    }

    // Of one pitch only one sounds at a time: the earlier is cut short, one at the same moment replaced.
    function add(clip, notes) {
        notes.forEach(function (note) {
            clip.notes = clip.notes.filter(function (other) {
                return other.pitch !== note.pitch || other.start_time !== note.start_time;
            });
            clip.notes.forEach(function (other) {
                if (other.pitch === note.pitch && other.start_time < note.start_time
                    && other.start_time + other.duration > note.start_time) {
                    other.duration = note.start_time - other.start_time;
                }
            });
            clip.numbered += 1;
            var whole = { note_id: clip.numbered, velocity: 100, mute: 0, probability: 1 };
            whole.velocity_deviation = 0;
            whole.release_velocity = 64;
            Object.keys(note).forEach(function (word) { whole[word] = note[word]; });
            clip.notes.push(whole);
        });
    }

    // ------------------------------------------------------------------------------------------------------ the LiveAPI

    function LiveAPI(callback, path) {
        if (typeof callback !== "function") {
            path = callback;
            callback = null;
        }
        if (!loaded) {
            throw new Error("LiveAPI in global code: Live cannot be asked yet");
        }
        if (notifying) {
            throw new Error(NOTIFIED);
        }
        this.callback = callback;
        this.object = found(path);
    }

    function found(path) {
        var words = String(path).split(" ");
        var at;
        if (words[0] === "id") {
            return objects[Number(words[1])] || null;
        }
        if (path === "live_set view") {
            return view;
        }
        if (path === "this_device") {
            return device;
        }
        at = words[0] === "live_set" ? song : null;
        if (at === null || words.length > 1) {
            throw new Error("this double knows no path " + path);
        }
        return at;
    }

    var KIN = {
        canonical_parent: function (object) { return object.parent; },
        clip: function (object) { return object.clip; },
        clip_slots: function (object) {
            return object.type === "Scene" ? inScene(song.scenes.indexOf(object)) : object.clip_slots;
        },
        tracks: function (object) { return object.tracks; },
        scenes: function (object) { return object.scenes; },
        detail_clip: function (object) { return alive(object.detail_clip); },
        highlighted_clip_slot: function (object) { return alive(object.highlighted_clip_slot); },
        selected_track: function (object) { return alive(object.selected_track); },
    };
    function alive(object) {
        return object && objects[object.id] || null;
    }
    function inScene(at) {
        return song.tracks.filter(hasSlots).map(function (track) { return track.clip_slots[at]; });
    }
    function hasSlots(track) {
        return track.clip_slots.length > 0;
    }
    var OWN = {
        Song: ["tracks", "scenes"], Track: ["canonical_parent", "clip_slots"], Scene: ["canonical_parent", "clip_slots"],
        ClipSlot: ["canonical_parent", "clip"], Clip: ["canonical_parent"], MaxDevice: ["canonical_parent"],
        View: ["detail_clip", "highlighted_clip_slot", "selected_track"],
    };

    LiveAPI.prototype.living = function () {
        if (this.object !== null && objects[this.object.id] === undefined) {
            this.object = null;
        }
        return this.object;
    };
    LiveAPI.prototype.get = function (name) {
        var object = this.living();
        var value;
        if (object === null) {
            throw new Error("get " + name + ": no object");
        }
        if (OWN[object.type].indexOf(name) >= 0) {
            value = KIN[name](object);
            if (Array.isArray(value)) {
                return value.reduce(function (list, one) { return list.concat("id", one.id); }, []);
            }
            return ["id", value === null ? 0 : value.id];
        }
        if (object.type === "ClipSlot" && name === "has_clip") {
            return [object.clip === null ? 0 : 1];
        }
        if (!(name in object.properties)) {
            throw new Error(object.type + " has no " + name);
        }
        return [object.properties[name]];
    };
    LiveAPI.prototype.set = function (name, value) {
        var object = this.changing();
        if (!(name in object.properties)) {
            throw new Error(object.type + " has no " + name);
        }
        var before = object.properties;
        if ((name === "loop_end" && value <= before.loop_start) || (name === "loop_start" && value >= before.loop_end)
            || (name === "end_marker" && value <= before.start_marker) || (name === "start_marker" && value >= before.end_marker)) {
            throw new Error("Invalid " + name);
        }
        if (name === "color") {
            value -= value % PALETTE_STEP;
        }
        object.properties[name] = value;
        wrote("set " + name);
    };
    LiveAPI.prototype.call = function (name) {
        var object = this.living();
        if (object === null || (FUNCTIONS[object.type] || []).indexOf(name) < 0) {
            throw new Error((object === null ? "no object" : object.type) + " does no " + name);
        }
        return CALLS[name](name === "get_notes_extended" ? object : this.changing(), Array.prototype.slice.call(arguments, 1));
    };
    LiveAPI.prototype.changing = function () {
        if (notifying) {
            throw new Error(NOTIFIED);
        }
        if (this.living() === null) {
            throw new Error("no object");
        }
        return this.object;
    };
    Object.defineProperty(LiveAPI.prototype, "id", {
        get: function () { return String(this.living() === null ? 0 : this.object.id); },
    });
    Object.defineProperty(LiveAPI.prototype, "type", {
        get: function () { return this.living() === null ? "" : this.object.type; },
    });
    Object.defineProperty(LiveAPI.prototype, "info", {
        get: function () {
            var object = this.living();
            if (object === null) {
                return "No object";
            }
            return ["id " + object.id, "type " + object.type].concat(
                OWN[object.type].map(function (name) { return "child " + name; }),
                Object.keys(object.properties).map(function (name) { return "property " + name + " int"; }),
                (FUNCTIONS[object.type] || []).map(function (name) { return "function " + name; }),
                "done"
            ).join("\n");
        },
    });
    Object.defineProperty(LiveAPI.prototype, "property", {
        set: function (name) {
            var me = this;
            watchers = watchers.filter(function (watcher) { return watcher !== me; });
            this.watched = name;
            if (name !== "") {
                watchers.push(this);
                tell(this);
            }
        },
    });

    var CALLS = {
        begin_undo_step: function () { open = true; steps.push([]); },
        end_undo_step: function () { open = false; },
        create_scene: function () {
            var made = make("Scene", song, {});
            song.scenes.push(made);
            song.tracks.filter(hasSlots).forEach(function (track) { track.clip_slots.push(slot(track, null)); });
            wrote("create_scene");
            return ["id", made.id];
        },
        delete_scene: function (object, values) {
            remove(song.scenes.splice(values[0], 1)[0]);
            song.tracks.filter(hasSlots).forEach(function (track) { remove(track.clip_slots.splice(values[0], 1)[0]); });
            wrote("delete_scene");
        },
        create_clip: function (object, values) {
            if (object.clip !== null || object.parent.properties.has_midi_input !== 1 || !(values[0] > 0)) {
                return;
            }
            object.clip = clipIn(object, { beats: values[0] }, 0);
            wrote("create_clip");
        },
        delete_clip: function (object) {
            remove(object.clip);
            object.clip = null;
            wrote("delete_clip");
        },
        get_notes_extended: function (object, values) {
            return JSON.stringify({
                notes: object.notes.filter(function (note) {
                    return note.pitch >= values[0] && note.pitch < values[0] + values[1]
                        && note.start_time >= values[2] && note.start_time < values[2] + values[3];
                }),
            });
        },
        remove_notes_extended: function (object, values) {
            object.notes = object.notes.filter(function (note) {
                return note.pitch < values[0] || note.pitch >= values[0] + values[1]
                    || note.start_time < values[2] || note.start_time >= values[2] + values[3];
            });
            wrote("remove_notes_extended");
        },
        add_new_notes: function (object, values) {
            var known = ["pitch", "start_time", "duration", "velocity", "mute", "probability"].concat(
                ["velocity_deviation", "release_velocity"]);
            values[0].notes.forEach(function (note) {
                ["pitch", "start_time", "duration"].forEach(function (word) {
                    if (typeof note[word] !== "number") {
                        throw new Error("Invalid note: " + word);
                    }
                });
                Object.keys(note).forEach(function (word) {
                    if (known.indexOf(word) < 0) {
                        throw new Error("Invalid note: " + word);
                    }
                });
            });
            add(object, values[0].notes);
            wrote("add_new_notes");
        },
    };

    function wrote(what) {
        if (!open) {
            steps.push([]);
        }
        steps[steps.length - 1].push(what);
    }

    function tell(watcher) {
        notifying = true;
        try {
            watcher.callback([watcher.watched].concat(watcher.get(watcher.watched)));
        } finally {
            notifying = false;
        }
    }

    function seen(clip) {
        var made = {
            notes: clip.notes.slice().sort(function (one, other) {
                return one.start_time - other.start_time || one.pitch - other.pitch;
            }),
        };
        Object.keys(clip.properties).forEach(function (name) { made[name] = clip.properties[name]; });
        return made;
    }

    // ------------------------------------------------------------------------------------------ what its user does to it

    function selects(clip, slotOf, track) {
        view.detail_clip = clip;
        view.highlighted_clip_slot = slotOf;
        view.selected_track = track;
        watchers.filter(function (watcher) { return watcher.watched === "detail_clip"; }).forEach(tell);
    }

    return {
        LiveAPI: LiveAPI,
        ready: function () { loaded = true; },
        select: function (track, at) {
            var one = song.tracks[track].clip_slots[at];
            selects(one.clip, one, song.tracks[track]);
        },
        arranged: function (track, at) { selects(song.tracks[track].arrangement[at], null, song.tracks[track]); },
        nothing: function () { selects(null, null, song.tracks[0]); },
        edit: function (track, at, notes) { add(song.tracks[track].clip_slots[at].clip, notes); },
        fill: function (track, at, clip) {
            var one = song.tracks[track].clip_slots[at];
            one.clip = clipIn(one, clip, 0);
        },
        remove_clip: function (track, at) { CALLS.delete_clip(song.tracks[track].clip_slots[at]); },
        remove_track: function (track) {
            var gone = song.tracks.splice(track, 1)[0];
            gone.clip_slots.forEach(function (one) {
                if (one.clip !== null) {
                    remove(one.clip);
                }
                remove(one);
            });
            remove(gone);
        },
        // Another set is opened: nothing of this one is there any more.
        close: function () {
            objects = {};
            objects[song.id] = song;
            objects[view.id] = view;
            song.tracks = [];
            view.detail_clip = view.highlighted_clip_slot = view.selected_track = null;
        },
        shown: function () {
            return {
                steps: steps,
                scenes: song.scenes.length,
                tracks: song.tracks.map(function (track) {
                    return track.clip_slots.map(function (one) { return one.clip === null ? null : seen(one.clip); });
                }),
            };
        },
    };
}
