// Clips: what was played, as an Array of Events that Pseq plays.
//
// The answer goes to action, nil where it could not be done; in a Routine, and without an action, it is waited for.
+ Repons {
	// The last bars of the "performer", the "model", "both", or one player of the model's by name.
	capture { |bars = 4, who, action|
		^this.prAwait(action) { |tell| this.prClip('/repons/clip/capture', [bars], (who: who), 1, tell) }
	}

	// Inside ---------------------------------------------------------------------------------------------------------

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
}
