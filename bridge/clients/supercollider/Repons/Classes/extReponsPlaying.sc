// Notes: what you play goes to the model, what it plays comes to your functions and voices.
+ Repons {
	// How loud an Event is and how hard a key is struck: 96, a firm touch, is an amp of 0.14.
	*amp { |velocity| ^velocity.linexp(1, 127, 0.02, 0.25) }
	*velocity { |amp| ^amp.explin(0.02, 0.25, 1, 127).round.asInteger }

	// You play a note; without dur, seconds, until noteOff.
	note { |pitch = 60, velocity = 96, dur, chan|
		this.send('/repons/note', [pitch.round.asInteger, velocity.round.asInteger], (dur: dur, chan: chan))
	}

	noteOff { |pitch = 60, chan|
		this.send('/repons/note_off', [pitch.round.asInteger], (chan: chan))
	}

	// Ask for the next notes; nothing is played. action is called with an Array of Events that Pseq plays. In a Routine, and
	// without an action, wait for it.
	next { |n = 1, temperature, seed, agent, action|
		^this.prAwait(action) { |tell|
			this.prNext(n, temperature, seed, agent) { |notes| tell.value(notes !? { this.prPhrase(notes) }) }
		}
	}

	// A Repons in a pattern is itself, though it answers to next.
	asStream { ^Routine { loop { this.yield } } }

	// Play the model's notes from now on: as Events with midinote, amp, sustain (seconds), velocity, chan and probability, on top of
	// which comes the next Event of the pattern; chan is for one channel alone, nil for all that have no voice of their own.
	play { |pattern, chan|
		voices[chan ? \all] = (pattern ?? { () }).asStream;
		this.start
	}

	// Play them no more; without chan, and as the last of all, the model holds.
	stop { |chan|
		if(chan.isNil) { voices.clear } { voices.removeAt(chan) };
		if(voices.isEmpty) { this.panic }
	}

	// The pattern, and the model hears each note of it as yours.
	hears { |pattern, chan|
		^pattern.collect { |event|
			var before = event[\callback];
			event[\callback] = { before.value(currentEnvironment); this.prHear(currentEnvironment, chan) };
			event
		}
	}

	// The model's next notes as a pattern.
	pattern { |ahead = 8, temperature, seed, step = 0.25, agent|
		^ReponsPattern(this, ahead, temperature, seed, step, agent)
	}

	// What the model is about to play: Events with beat, midinote, velocity, amp, sustain (beats), probability, committed and agent.
	plan {
		if(onPlan.isNil) { this.onPlan = {} };
		planned.copy.keysValuesDo { |key, note| if(this.prIsOver(note)) { planned.removeAt(key) } };
		^planned.values.sort { |one, other| one[\beat] <= other[\beat] }
	}

	onPlan_ { |function|
		onPlan = function;
		planned.clear;
		if(connected) { this.prSubscribe }
	}

	// Inside ---------------------------------------------------------------------------------------------------------

	prNext { |n, temperature, seed, agent, answer|
		var notes = List.new, id;
		// The seconds that come are beats of this tempo, which may have changed since it was last told.
		var asked = this.request('/repons/tempo', answer: { |tempo| pending.removeAt(asked); bpm = tempo });
		id = this.request('/repons/next', [n], (temperature: temperature, seed: seed), agent, { |k, pitch, velocity, wait, dur, voice, chance|
			notes.add((midinote: pitch, velocity: velocity, amp: Repons.amp(velocity), probability: chance, voice: voice,
				wait: this.prBeats(wait), sustain: this.prBeats(dur)));
			if(notes.size == n) {
				pending.removeAt(id);
				answer.value(notes)
			}
		// Over before all have come: some were lost on their way.
		}, { answer.value(nil) })
	}

	// The wait before a note becomes the dur of the one before it.
	prPhrase { |notes|
		^notes.collect { |note, index|
			var next = notes[index + 1];
			note.copy.putAll((dur: if(next.notNil) { next[\wait] } { note[\sustain] }))
		}.asArray
	}

	// On the grid of MIDI files: what was a beat is one again after its way through seconds.
	prBeats { |seconds| ^(seconds * bpm / 60).round(1 / 480) }

	prOut { |time, seq, pitch, velocity, dur, chan, probability|
		var place, note = (midinote: pitch, velocity: velocity, amp: Repons.amp(velocity), sustain: dur, chan: chan, probability: probability,
			server: server, latency: this.prAhead(time));
		this.prTry { onNote.value(note.copy, time) };
		place = if(voices[chan].notNil) { chan } { \all };
		voices[place] !? { |voice|
			var event = voice.next(note.copy);
			if(event.isNil) { voices.removeAt(place) } { this.prPlay(event, pitch, chan, time) }
		}
	}

	// How long until then. Without a latency what is due goes undated, at once: a date would always be late.
	prAhead { |time|
		var ahead = time - thisThread.seconds;
		^if(ahead > 0 or: { server.latency.notNil }) { ahead }
	}

	// Its end is ours to send, because the model may end it sooner.
	prPlay { |event, pitch, chan, time|
		var ours = event.includesKey(\sendGate).not and: { (event[\type] ? \note) == \note }, note;
		if(ours) { event[\sendGate] = false };
		event.play;
		if(ours.not or: { event.isRest } or: { event[\id].isNil } or: { event[\hasGate] == false }) { ^this };
		note = (event: event, pitch: pitch, chan: chan, time: time);
		sounding.add(note);
		SystemClock.sched(event[\sustain].asArray.maxItem, { this.prEnd(note, time + event[\sustain].asArray.maxItem); nil })
	}

	prEnd { |note, at|
		var event = note[\event];
		if(sounding.remove(note).isNil) { ^this };
		event[\server].sendBundle(this.prAhead(at), *event[\id].asArray.collect { |id| [15 /* \n_set */, id, \gate, 0] })
	}

	prNoteOff { |time, pitch, chan|
		var cut = sounding.select { |note| note[\pitch] == pitch and: { note[\chan] == chan } };
		// A synth that ends before it begins would never end.
		cut.do { |note| this.prEnd(note, max(time, note[\time] + 0.01)) };
		onNoteEnd.value(pitch, chan, time)
	}

	prReleaseAll { sounding.copy.do { |note| this.prEnd(note, max(thisThread.seconds + this.lead, note[\time] + 0.01)) } }

	prHear { |event, chan|
		var clock = thisThread.clock, tempo = if(clock.respondsTo(\tempo)) { clock.tempo } { 1 };
		if(event.isRest) { ^this };
		event.use { [~freq.value, ~amp.value, ~sustain.value].flop }.do { |note|
			var freq, amp, sustain;
			#freq, amp, sustain = note;
			if(amp > 0) { this.note(freq.cpsmidi.clip(0, 127), Repons.velocity(amp), max(sustain / tempo, 0.01), chan) }
		}
	}

	// Nobody may want to see it: it is told to all who share the port, and may have been under way.
	prPlan { |number, beat, pitch, velocity, length, probability, committed, agent|
		if(onPlan.isNil) { ^this };
		planned[[agent, number]] = (beat: beat, midinote: pitch, velocity: velocity, amp: Repons.amp(velocity), sustain: length,
			probability: probability, committed: committed == 1, agent: agent, note: number);
		onPlan.value(this.plan)
	}

	prPlanGone { |agent, numbers|
		if(onPlan.isNil) { ^this };
		numbers.do { |number| planned.removeAt([agent, number]) };
		onPlan.value(this.plan)
	}

	// What stands keeps its moment, whatever becomes of the beat: that of its own beat as the last one told has it.
	prIsOver { |note|
		if(note[\committed] and: { counted.notNil } and: { note[\until].isNil }) {
			note[\until] = counted[1] + (note[\beat] - counted[0] * 60 / max(bpm, 10))
		};
		^(note[\until] ? inf) < thisThread.seconds
	}
}
