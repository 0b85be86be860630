// The model's next notes as Events with midinote, dur, sustain, amp, velocity, probability and voice.
//
// Each note that is played is heard by the model, and `ahead` notes to come are asked for anew, so that it takes up what you have
// played since. Nothing ever waits for the answer: if it is late, what was thought of before is played, and when that is used up,
// rests of `step` beats.
ReponsPattern : Pattern {
	var <>repons, <>ahead, <>temperature, <>seed, <>step, <>agent, thought;

	*new { |repons, ahead = 8, temperature, seed, step = 0.25, agent|
		^super.newCopyArgs(repons ?? { Repons.default }, ahead, temperature, seed, step, agent).init
	}

	// The first notes are asked for before anybody plays them.
	init { thought = ReponsThought(this) }

	embedInStream { |inval|
		var line = thought ?? { ReponsThought(this) };
		thought = nil;
		while { inval.notNil } { inval = line.next(inval).yield };
		^inval
	}

	storeArgs { ^[repons, ahead, temperature, seed, step, agent] }
}

// What is thought of for one stream.
ReponsThought {
	var pattern, chain, fresh, taken = 0, askedAt, given = 0;

	*new { |pattern| ^super.newCopyArgs(pattern).init }

	init {
		chain = List.new;
		this.ask
	}

	next { |inval|
		var note, dur, early;
		this.takeUp;
		// After a silence the first note keeps its distance from the last one, as far as that is still possible.
		early = chain.first !? { |next| if(taken == 0) { 0 } { next[\wait] - given } } ? pattern.step;
		if(early > 0.001) {
			this.ask;
			given = given + early;
			// With every key of a note, or Pkey would end the pattern here; its pitch rests, too, whatever dur is put in its place.
			^inval.copy.putAll((midinote: Rest(60), velocity: 64, amp: Repons.amp(64), probability: 0.0, voice: 0, sustain: early,
				dur: Rest(early)))
		};
		note = chain.removeAt(0);
		taken = taken + 1;
		dur = if(chain.isEmpty) { note[\sustain].max(pattern.step) } { chain.first[\wait] };
		note = note.copy.putAll((dur: dur));
		note.removeAt(\wait);
		given = dur;
		this.tell(note);
		// The notes of a chord are thought of together.
		if(dur > 0) { askedAt = nil; this.ask };
		^inval.copy.putAll(note)
	}

	// The newest notes, where they begin at the moment that is already given; or any, where there is nothing else.
	takeUp {
		if(fresh.isNil) { ^this };
		if(chain.size < 2 or: { (fresh.first[\wait] - chain.first[\wait]).abs < 0.02 }) { chain = fresh };
		fresh = nil
	}

	ask {
		var mine = taken, repons = pattern.repons, now = Main.elapsedTime;
		if(repons.isReady.not or: { askedAt.notNil and: { now - askedAt < 1 } }) { ^this };
		askedAt = now;
		repons.prNext(pattern.ahead, pattern.temperature, pattern.seed !? { pattern.seed + taken }, pattern.agent) { |notes|
			// Of notes played meanwhile it knows nothing.
			if(mine == taken and: { notes.notNil }) { fresh = notes };
		}
	}

	tell { |note|
		var clock = thisThread.clock, tempo = if(clock.respondsTo(\tempo)) { clock.tempo } { 1 };
		pattern.repons.note(note[\midinote], note[\velocity], max(note[\sustain] / tempo, 0.01))
	}
}
