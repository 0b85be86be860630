// Clips: what was played as an Array of Events that Pseq plays, and what the model makes of one.
//
// Each answer goes to action, nil where it could not be done; in a Routine, and without an action, it is waited for. A clip is
// an Array of Events, as they come from here, or a Pattern that ends.
+ Repons {
	// The last bars of the "performer", the "model", "both", or one player of the model's by name.
	capture { |bars = 4, who, action|
		^this.prAwait(action) { |tell| this.prClip('/repons/clip/capture', [bars], (who: who), 1, tell) }
	}

	// New bars that follow; of several, an Array of clips.
	continueClip { |clip, bars = 4, count = 1, seed, model, action|
		^this.prMake(clip, '/repons/clip/continue', [bars], count, seed, model, action)
	}

	// The clip with these bars, counted from 1, made anew.
	infillClip { |clip, first = 1, last = 1, count = 1, seed, model, action|
		^this.prMake(clip, '/repons/clip/infill', [first, last], count, seed, model, action)
	}

	// The clip with some of its notes made anew: amount 0 is none, 1 all.
	varyClip { |clip, amount = 0.3, count = 1, seed, model, action|
		^this.prMake(clip, '/repons/clip/vary', [amount], count, seed, model, action)
	}

	// A piano part to be played beside it.
	accompanyClip { |clip, count = 1, seed, model, action|
		^this.prMake(clip, '/repons/clip/accompany', [], count, seed, model, action)
	}

	// A clip from nothing.
	generateClip { |bars = 4, count = 1, seed, model, action|
		^this.prMake(nil, '/repons/clip/generate', [bars], count, seed, model, action)
	}

	// Inside ---------------------------------------------------------------------------------------------------------

	prMake { |clip, path, values, count, seed, model, action|
		^this.prAwait(action) { |tell|
			if(clip.isNil or: { this.prPut(clip) }) {
				this.prClip(path, values, (count: count, seed: seed, model: model), count, tell)
			} { tell.value(nil) }
		}
	}

	prClip { |path, values, named, count, tell|
		var takes = List.new, id;
		id = this.request(path, values, named, over: { |well|
			tell.value(if(well and: { takes.size == count }) { if(count == 1) { takes.first } { takes.asArray } })
		}, within: 600);
		pending[id].putAll((parts: List.new, takes: takes))
	}

	// Part of a clip: five numbers a note.
	prClipNotes { |id, player, numbers|
		pending[id] !? { |asked|
			numbers.clump(5).do { |note| asked[\parts].add((player: player).putPairs(
				[\midinote, \onset, \sustain, \velocity, \probability].collect { |key, index| [key, note[index]] }.flatten(1)
			)) }
		}
	}

	prClipWhole { |id, count, beats|
		var asked = pending[id], parts;
		if(asked.isNil) { ^this };
		parts = asked[\parts].copy;
		asked[\parts].clear;
		if(parts.size == count) { ^asked[\takes].add(this.prEvents(parts, beats)) };
		onError.value("% of % notes of the clip were lost on their way: ask again".format(count - parts.size, count), 413)
	}

	prEvents { |notes, beats|
		var sorted = notes.asArray.sort { |one, other| one[\onset] <= other[\onset] };
		var first = if(sorted.isEmpty) { beats } { sorted.first[\onset] };
		var events = sorted.collect { |note, index|
			var next = sorted[index + 1];
			note[\midinote] = note[\midinote].asInteger;
			note[\velocity] = note[\velocity].asInteger;
			note[\amp] = Repons.amp(note[\velocity]);
			note[\dur] = if(next.isNil) { beats } { next[\onset] } - note[\onset];
			note
		};
		^if(first > 0) { [(dur: Rest(first))] ++ events } { events }
	}

	// Of a clip that is refused nothing is made: what lies there is the one before it.
	prPut { |clip|
		// One more than a clip may have notes.
		var beats = 0, notes = List.new, events = if(clip.isKindOf(Pattern)) { clip.asStream.nextN(2049, Event.default) } { clip };
		if(clip.isKindOf(Pattern) and: { events.last.notNil }) {
			onError.value("a clip is made of a pattern that ends: Pfin(16, …) takes sixteen of its events", 400);
			^false
		};
		events = events.reject(_.isNil);
		events.do { |event|
			var full = Event.default.putAll(event);
			if(full.isRest.not) {
				full.use { [~freq.value, ~sustain.value, event[\velocity] ? Repons.velocity(~amp.value)].flop }.do { |note|
					var freq, sustain, velocity;
					#freq, sustain, velocity = note;
					notes.add([freq.cpsmidi.round.asInteger.clip(0, 127), beats, sustain, velocity.round.asInteger.clip(1, 127)])
				}
			};
			beats = beats + full.delta
		};
		if(beats < 0.25 or: { beats > 1024 } or: { notes.size > 2048 }) {
			onError.value("a clip is a quarter of a beat to 1024 beats long and has 2048 notes at most; this one has % and %".format(
				beats, notes.size), 413);
			^false
		};
		addr.sendMsg('/repons/clip/begin', notes.size, beats);
		// A packet that is sent in one piece wherever it goes.
		notes.clump(60).do { |part| addr.sendMsg('/repons/clip/put', *part.flatten(1)) };
		^true
	}
}
