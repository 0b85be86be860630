// Against a bridge that runs: REPONS_PORT says where. TestRepons.run
TestRepons : UnitTest {
	var repons, server, played;

	*port { ^("REPONS_PORT".getenv ? "7400").asInteger }

	setUp {
		server = Server.default;
		server.latency = 0.2;
		played = List.new;
		// An instrument that keeps a list.
		Event.addEventType(\kept, { played.add(currentEnvironment.copy) });
		repons = Repons.new(this.class.port, clock: TempoClock(2));
		repons.onEvent = nil;
		this.wait({ repons.isReady }, "the bridge is ready");
		repons.mode(\listen);
		repons.start;
		repons.reset;
		repons.sync
	}

	tearDown {
		repons.tempoClock !? { |clock| clock.stop };
		repons.free;
		server.latency = 0.2
	}

	heard { |count = 1|
		this.wait({ played.size >= count }, "% notes are played".format(count))
	}

	// A machine may be busy with something else.
	wait { |condition, message, within = 30| super.wait(condition, message ? "", within) }

	value { |address|
		var values;
		repons.request(address, answer: { |... answer| values = answer });
		repons.sync;
		^values
	}

	test_knobs_are_set_and_asked {
		var asked, began = this.value('/repons/range');
		repons.temperature(0.5).density(2).range(48, 72).scale("D", "dorian");
		repons.follow = 0.25;
		repons.groove("swing", 60);
		repons.temperature(action: { |value| asked = value });
		repons.sync;
		this.assertEquals(asked, 0.5, "a getter's answer comes to its action");
		this.assertEquals(this.value('/repons/density'), [2.0]);
		this.assertEquals(this.value('/repons/range'), [48, 72]);
		this.assertEquals(this.value('/repons/scale'), [2, 'dorian']);
		this.assertEquals(this.value('/repons/follow'), [0.25]);
		this.assertEquals(this.value('/repons/groove'), ['swing', 60.0], "an optional value goes by its name");
		repons.scale("off").range("off").density("off").groove("off").temperature(1).follow(0);
		repons.sync;
		this.assertEquals(this.value('/repons/range'), began, "off takes away")
	}

	test_knobs_of_one_player {
		repons.agent("bass", mode: "listen", chan: 2);
		repons.density(3, agent: "bass");
		repons.sync;
		this.assertEquals(this.value('/repons/density'), [0.0], "the other player keeps its own");
		repons.dismiss("bass");
		repons.sync
	}

	test_what_a_function_of_yours_breaks_keeps_the_note_from_nobody {
		var other = Repons.new(this.class.port, clock: repons.tempoClock), its = 0, called = 0;
		repons.mode(\next);
		repons.play((type: \kept));
		repons.onNote = { called = called + 1; Exception("on purpose").throw };
		other.onNote = { its = its + 1 };
		this.wait({ other.isReady });
		repons.sync;
		repons.note(60, 96, 0.05);
		this.heard(1);
		this.wait({ its == 1 }, "who else listens hears it");
		this.assertEquals(called, 1);
		other.free
	}

	test_a_refusal_is_told {
		var told;
		repons.onError = { |text, code| told = [code, text] };
		repons.temperature(99);
		repons.sync;
		this.assertEquals(told[0], 400);
		this.assert(told[1].contains("0 to 5"), "it says what is allowed")
	}

	test_only_whole_numbers_fractions_and_words_are_on_the_wire {
		var kinds = IdentitySet.new;
		var taker = { |message| if(message[0].asString.beginsWith("/repons/")) { kinds.addAll(message[1..].collect(_.class)) } };
		thisProcess.addOSCRecvFunc(taker);
		repons.onPlan = {};
		repons.send('/repons/subscribe', [true], (plan: true));
		repons.mode(\next);
		repons.note(60, 96, 0.1);
		repons.status({}).probs(action: {}).model(action: {}).clock(action: {});
		repons.next(3);
		repons.request('/repons/help', [""]);
		repons.sync;
		0.3.wait;
		thisProcess.removeOSCRecvFunc(taker);
		// What sclang cannot read becomes a Char.
		this.assert(kinds.isSubsetOf(IdentitySet[Integer, Float, Symbol]), "no tag that sclang misreads: %".format(kinds))
	}

	test_next_gives_a_phrase {
		var phrase, told;
		repons.note(60, 96, 0.1);
		phrase = repons.next(5, temperature: 0.8, seed: 3);
		this.assertEquals(phrase.size, 5);
		this.assert(phrase.every { |note| note[\midinote].inclusivelyBetween(0, 127) and: { note[\sustain] > 0 } });
		this.assert(phrase[..3].every { |note, index| note[\dur] == phrase[index + 1][\wait] }, "each lasts up to the next");
		repons.next(5, 0.8, 3, action: { |notes| told = notes });
		repons.sync;
		this.wait({ told.notNil }, "an action is called");
		this.assertEquals(told.collect(_[\midinote]), phrase.collect(_[\midinote]), "the same seed gives the same notes");
		this.assertEquals(Pseq(phrase).asStream.nextN(5, ()).collect(_[\midinote]), phrase.collect(_[\midinote]))
	}

	test_a_pattern_never_waits_and_rests_when_nothing_is_thought_of {
		var pattern = repons.pattern(8), stream = pattern.asStream, began, events;
		this.wait({ pattern.instVarAt(\thought).instVarAt(\fresh).notNil }, "it has thought");
		began = thisThread.seconds;
		events = stream.nextN(12, Event.default);
		this.assertEquals(thisThread.seconds, began, "it gives at once");
		this.assert(events[..7].every { |event| event.isRest.not and: { event[\midinote].isNumber } }, "first what is thought of");
		this.assert(events[8..].every(_.isRest), "then rests");
		this.wait({ stream.nextN(3, Event.default).any { |event| event.isRest.not } }, "then notes again")
	}

	test_a_pattern_rests_while_no_bridge_is_there {
		var nobody = Repons.new(9), events;
		events = nobody.pattern(step: 0.5).asStream.nextN(4, ());
		this.assertEquals(events.collect { |event| event[\dur].value }, [0.5, 0.5, 0.5, 0.5]);
		this.assert(events.every(_.isRest));
		nobody.free
	}

	test_a_rest_has_what_a_note_has_and_stays_one {
		var nobody = Repons.new(9), kinds = [
			Pbindf(nobody.pattern, \dur, 0.25),
			Pbindf(nobody.pattern, \pan, Pkey(\probability), \voice, Pkey(\voice) + 1),
			Pbindf(nobody.pattern, \midinote, Pkey(\midinote) + 12, \amp, Pkey(\amp) / 2, \dur, Pkey(\sustain)),
			Pchain(Pbind(\pan, Pkey(\velocity) / 127), nobody.pattern)
		];
		kinds.do { |kind|
			var events = kind.asStream.nextN(3, ());
			this.assert(events.every { |event| event.notNil and: { event.isRest } }, "% goes on resting".format(kind))
		};
		nobody.free
	}

	test_what_is_asked_for_is_in_beats_whatever_tempo_was_told_last {
		var waits;
		repons.clock("own").quantise(0.5);
		repons.note(60, 96, 0.1);
		repons.sync;
		repons.instVarPut(\bpm, repons.bpm / 7);
		// What you play lies on no grid.
		waits = repons.next(33).drop(1).collect(_[\wait]);
		this.assert(waits.every { |wait| (wait - wait.round(0.5)).abs < 0.01 }, "% lie on the grid".format(waits));
		this.assert(waits.any { |wait| wait > 0 });
		repons.clock("auto").quantise("off");
		repons.sync
	}

	test_patterns_can_be_combined {
		var clock = TempoClock(6), player;
		repons.tempoClock = clock;
		player = Ptpar([
			0, Pbindf(repons.pattern, \type, \kept, \who, \one, \legato, 0.5),
			1, Pchain(Pbind(\type, \kept, \who, \two, \ctranspose, 12), repons.pattern),
			2, Pfin(4, Pbindf(repons.pattern(step: 0.5), \type, \kept, \who, \three, \dur, 0.25))
		]).play(clock);
		repons.onError = { |text| this.assert(false, text) };
		this.wait({ #[one, two, three].every { |who| played.count { |event| event[\who] == who } > 3 } }, "all three are heard");
		player.stop;
		this.assert(played.every { |event| event[\midinote].isNumber and: { event[\sustain].isNumber } and: { event[\amp].isNumber } });
		this.assert(played.every { |event| (event[\dur] * 480).round(1e-3) % 1 == 0 }, "onsets lie on a grid");
		this.assertEquals(played.select { |event| event[\who] == \three }.collect(_[\dur]).asSet, Set[0.25])
	}

	test_what_a_pattern_plays_is_heard_by_the_model {
		var player = Pbindf(repons.pattern, \type, \kept).play(repons.tempoClock), notes;
		this.heard(6);
		player.stop;
		notes = played.collect(_[\midinote]);
		// A clip ends on the bar line nearest to the moment it is asked for.
		2.wait;
		repons.capture(8, "performer", { |heard| played = heard.reject(_.isRest) });
		this.wait({ played.every { |event| event[\player].notNil } }, "the clip comes");
		// What other tests played stands before it.
		this.assertEquals(played.collect(_[\midinote]).asArray.keep(notes.size.neg).sort, notes.asArray.sort)
	}

	test_what_it_hears_of_a_pattern_it_answers {
		var answers = List.new, player;
		repons.mode(\next);
		repons.onNote = { |note| answers.add(note) };
		repons.sync;
		player = repons.hears(Pbind(\degree, Pseq([0, Rest(1), [2, 4], 4], 1), \dur, 0.5, \type, \kept)).play(repons.tempoClock);
		this.wait({ answers.size >= 4 }, "each note is answered, and no rest");
		0.3.wait;
		this.assertEquals(answers.size, 4);
		this.assertEquals(played.size, 3, "it is played as before")
	}

	test_notes_come_the_servers_latency_ahead {
		var ahead = List.new, close = { |latency|
			ahead.clear;
			3.do { |index| repons.note(60 + index, 96, 0.05); 0.1.wait };
			this.wait({ ahead.size == 3 }, "all are answered");
			this.assert(ahead.every { |lead| lead < (latency + 0.002) }, "% is not more than %".format(ahead, latency));
			this.assert(ahead.maxItem > (latency * 0.5), "% is about %".format(ahead, latency))
		};
		repons.mode(\next);
		repons.onNote = { |note, time| ahead.add(time - thisThread.seconds) };
		repons.sync;
		close.(0.2);
		server.latency = 0.5;
		this.wait({ repons.instVarAt(\subscribed) !? { |wish| wish[0] == 500 } ? false }, "it is subscribed to anew");
		close.(0.5)
	}

	test_without_a_latency_nothing_has_a_date_that_is_over {
		var far = FarServer.new;
		far.latency = nil;
		repons.server = far;
		repons.mode(\next);
		repons.play((instrument: \default));
		repons.prSubscribe;
		repons.sync;
		repons.note(60, 96, 0.05);
		this.wait({ far.sent.any { |message| message.includes(\gate) and: { message.last == 0 } } }, "a note and its end");
		this.assert(far.times.every { |time| time.isNil or: { time > 0 } }, "%".format(far.times))
	}

	test_a_voice_is_an_event_or_a_pattern_and_may_have_its_channel {
		repons.mode(\next);
		repons.play(Pbind(\type, \kept, \who, \all, \pan, Pseq([-1, 1], inf)));
		repons.note(60, 96, 0.05);
		repons.note(62, 96, 0.05);
		this.heard(2);
		this.assertEquals(played.collect(_[\pan]).asArray, [-1, 1], "each note takes the next of the pattern");
		this.assert(played.every { |event| event[\sustain] > 0 and: { event[\latency] > 0 } });
		repons.play((type: \kept, who: \first), 1);
		repons.note(64, 96, 0.05);
		this.heard(3);
		this.assertEquals(played.last[\who], \first, "its channel's voice comes before the one for all");
		repons.stop(1);
		repons.note(64, 96, 0.05);
		this.heard(4);
		this.assertEquals(played.last[\who], \all);
		repons.stop;
		repons.note(64, 96, 0.05);
		repons.sync;
		0.3.wait;
		this.assertEquals(played.size, 4, "no voice, no note")
	}

	test_the_plan_is_shown {
		var plans = List.new;
		repons.mode(\duet);
		repons.density(4).commit(0.5);
		repons.onPlan = { |plan| plans.add(plan) };
		repons.note(60, 96, 0.2);
		this.wait({ plans.any { |plan| plan.any(_[\committed]) } }, "notes stand in the plan");
		this.assert(plans.every { |plan| plan.every { |note, index| index == 0 or: { plan[index - 1][\beat] <= note[\beat] } } });
		repons.density("off").commit(0.125);
		repons.stop
	}

	test_the_clock_leads {
		var clock = TempoClock(2.2);
		clock.schedAbs(0, { clock.beatsPerBar = 3 });
		repons.tempoClock = clock;
		this.wait({ (repons.bpm - 132).abs < 0.5 }, "the tempo is the clock's");
		this.assertEquals(this.value('/repons/clock')[1], 'osc');
		this.assertEquals(this.value('/repons/metre'), [3, 4], "the bars, too");
		clock.tempo = 1.5;
		this.wait({ (repons.bpm - 90).abs < 0.5 }, "it goes along");
		clock.schedAbs(clock.nextBar, { clock.beatsPerBar = 3.5 });
		this.wait({ this.value('/repons/metre') == [7, 8] }, "a metre of eighths");
		clock.schedAbs(clock.nextBar, { clock.beatsPerBar = 4 });
		this.wait({ this.value('/repons/metre') == [4, 4] });
		clock.stop;
		repons.tempoClock = nil
	}

	test_a_clock_that_is_too_fast_is_not_told {
		var told = 0, clock = TempoClock(8);
		repons.onError = { told = told + 1 };
		repons.tempoClock = clock;
		1.wait;
		repons.sync;
		this.assertEquals(told, 0, "no refusal at each beat");
		clock.tempo = 2.5;
		this.wait({ (repons.bpm - 150).abs < 0.5 }, "a slower one is");
		clock.stop;
		repons.tempoClock = nil
	}

	test_the_beat_is_where_the_clock_has_it {
		var off = List.new, clock = repons.tempoClock;
		repons.onBeat = { |beat, bar, place, tempo, time|
			// Told s.latency ahead of the sound, as the notes are.
			off.add((clock.secs2beats(time - server.latency) - beat).abs / clock.tempo)
		};
		this.wait({ off.size >= 12 }, "beats are told");
		off = off.drop(4).asArray.sort;
		this.assert(off[off.size div: 2] < 0.02, "half of the beats are within 20 ms: %".format(off))
	}

	test_a_link_clock_leads {
		var clock = LinkClock(1.7);
		clock.latency = server.latency;
		repons.tempoClock = clock;
		this.wait({ (repons.bpm - (clock.tempo * 60)).abs < 0.5 and: { (this.value('/repons/clock') ? [])[1] == 'osc' } });
		this.assertFloatEquals(repons.bpm, clock.tempo * 60, within: 0.5);
		clock.stop;
		repons.tempoClock = nil
	}

	test_command_period_brings_silence_and_the_beat_goes_on {
		var count, state, sounding;
		repons.mode(\duet);
		repons.density(4);
		repons.tempoClock.permanent = true;
		repons.play((type: \kept));
		repons.note(60, 96, 0.2);
		this.heard(3);
		CmdPeriod.run;
		repons.sync;
		count = played.size;
		repons.status({ |... values| state = values[0]; sounding = values[6] });
		repons.sync;
		this.assertEquals([state, sounding], ['holding', 0], "the bridge is silent");
		2.5.wait;
		this.assertEquals(played.size, count, "nothing more is played");
		this.assertEquals(this.value('/repons/clock')[1], 'osc', "the clock still leads");
		repons.play((type: \kept));
		repons.note(60, 96, 0.2);
		this.heard(count + 2);
		repons.density("off");
		repons.stop
	}

	// What was asked for before Cmd-. must not play after it.
	test_command_period_leaves_nobody_waiting {
		var gone = List.new, loading = Repons.new(9);
		repons.generateClip(64, 16, seed: 1, action: { gone.add(\action) });
		fork { repons.generateClip(1, seed: 1); gone.add(\routine) };
		loading.whenReady { gone.add(\ready) };
		0.1.wait;
		CmdPeriod.run;
		loading.prStatus([\playing, 0, 0, 120, 0, 0, 0, 0, 0, 0, 1]);
		loading.free;
		this.assert(repons.generateClip(1, seed: 1).notNil, "the next clip is made");
		this.assertEquals(gone.asArray, [], "nothing goes on")
	}

	test_command_period_ends_what_a_server_far_away_plays {
		var far = FarServer.new;
		repons.server = far;
		repons.mode(\next);
		repons.play((instrument: \default));
		repons.sync;
		repons.note(60, 96, 0.05);
		// A short note may have ended before one looks.
		this.wait({ far.sent.size >= 1 }, "it plays");
		CmdPeriod.run;
		this.assertEquals(far.sent.size, 2, "its end is sent");
		this.assertEquals(far.sent.last.keep(-2), [\gate, 0])
	}

	test_what_an_action_breaks_does_not_break_the_rest {
		var broken = 0, break = { broken = broken + 1; Exception("on purpose").throw }, nobody = Repons.new(9);
		var keeper = SkipJack.all.detect { |each| each.updateFunc == nobody.instVarAt(\keeper).updateFunc };
		nobody.request('/repons/mode', over: break, within: 0);
		this.wait({ broken == 1 }, "it is told that no answer came");
		nobody.whenReady(break);
		2.do {
			fork { nobody.prStatus([\playing, 0, 0, 120, 0, 0, 0, 0, 0, 0, 1]) };
			0.1.wait;
			nobody.prGone
		};
		this.assertEquals(broken, 2, "and once that one is ready");
		0.5.wait;
		this.assert(keeper.task.isPlaying, "which is looked after as before");
		nobody.free
	}

	test_what_is_asked_of_a_bridge_that_ends_is_answered_with_nothing {
		var nobody = Repons.new(9), answer = \none;
		nobody.next(4, action: { |notes| answer = notes });
		// As if one had answered on that port, long ago.
		nobody.prStatus([\playing, 0, 0, 120, 0, 0, 0, 0, 0, 0, 1]);
		this.wait({ answer.isNil }, "nobody waits for it");
		nobody.free
	}

	test_a_bridge_that_has_begun_again_is_told_the_metre {
		var clock = TempoClock(2);
		clock.schedAbs(0, { clock.beatsPerBar = 3 });
		repons.tempoClock = clock;
		this.wait({ this.value('/repons/metre') == [3, 4] }, "three-four time");
		repons.metre(4, 4);
		repons.sync;
		// It says that it has been up for less time than before.
		repons.prStatus([\playing, 0, 0, 120, 0, 0, 0, 0, 0, 0, -1]);
		this.wait({ this.value('/repons/metre') == [3, 4] }, "and again");
		repons.metre(4, 4);
		clock.stop;
		repons.tempoClock = nil
	}

	test_a_plan_that_was_under_way_is_not_asked_for_anew {
		repons.onPlan = {};
		repons.onPlan = nil;
		repons.prPlan(1, 4.0, 60, 90, 1.0, 0.5, 0, \main);
		repons.prPlanGone(\main, [1]);
		this.assertEquals(repons.onPlan, nil)
	}

	// A committed note may be told before its moment is, or after.
	test_what_has_sounded_is_planned_no_more {
		var clock = TempoClock(4), most = 0, sounded = 0;
		repons.tempoClock = clock;
		repons.mode(\duet);
		repons.density(6).commit(0.5);
		repons.onNote = { sounded = sounded + 1 };
		repons.onPlan = { |plan| most = max(most, plan.size) };
		repons.note(60, 96, 0.2);
		this.wait({ sounded > 60 }, "it plays");
		this.assert(most < 30, "it does not grow: %".format(most));
		repons.panic;
		repons.sync;
		// Those that stand already are over within half a beat and the server's latency.
		this.wait({ repons.plan.isEmpty }, "after a panic there is nothing to come");
		repons.density("off").commit(0.125);
		clock.stop;
		repons.tempoClock = nil
	}

	// Laid on the beat that was told last, each note that stands falls on the moment it sounds.
	test_the_plan_lies_on_the_beat_wherever_the_song_jumps {
		var sounded = List.new, stood = Set.new, beat, tempo, wrong;
		repons.tempoClock.stop;
		repons.tempoClock = nil;
		repons.onBeat = { |number, bar, place, bpm, time| beat = [number, time]; tempo = bpm };
		repons.onPlan = { |plan|
			plan.select(_[\committed]).do { |note| stood.add([note[\midinote], beat[1] + (note[\beat] - beat[0] * 60 / tempo)]) }
		};
		repons.onNote = { |note, time| sounded.add([note[\midinote], time]) };
		this.wait({ beat.notNil }, "the beat is told");
		repons.mode(\duet);
		repons.density(4).commit(1);
		repons.note(60, 96, 0.2);
		[0, 1000, -500].do { |song|
			var before = sounded.size;
			repons.send('/repons/beat', [song, tempo]);
			this.wait({ sounded.size > (before + 8) }, "it plays")
		};
		// What is taken back by a panic may never have been told.
		repons.onNote = nil;
		wrong = { sounded.reject { |note| stood.any { |each| each[0] == note[0] and: { (each[1] - note[1]).abs < 0.05 } } } };
		this.wait({ wrong.value.isEmpty }, "each lies on its beat");
		repons.panic;
		repons.density("off").commit(0.125)
	}

	test_booted_again_it_is_the_same_one {
		var one = Repons.boot(port: this.class.port), count = Repons.all.size;
		this.assertEquals(Repons.boot(port: this.class.port) === one, true, "so that a block evaluated twice does not play twice");
		this.assertEquals(Repons.all.size, count)
	}

	test_what_is_silent_is_not_heard {
		var heard = 0;
		repons.mode(\next);
		repons.onNote = { heard = heard + 1 };
		repons.sync;
		repons.hears(Pbind(\midinote, 60, \amp, Pseq([0.1, 0, 0.1]), \dur, 0.25, \type, \kept)).play(TempoClock(2));
		this.wait({ heard == 2 }, "each that sounds is");
		0.3.wait;
		this.assertEquals(heard, 2)
	}

	test_a_pattern_without_end_is_no_clip {
		var told;
		repons.onError = { |text| told = text };
		this.assertEquals(repons.varyClip(Pbind(\degree, Pwhite(0, 7), \dur, 0.25)), nil);
		this.assert(told.contains("ends"), "it says what is wanted")
	}

	test_a_voice_may_be_midi {
		var out = MidiTape.new;
		repons.mode(\next);
		repons.play(Pbind(\type, \midi, \midiout, out, \chan, 3, \amp, Pkey(\velocity) / 127));
		repons.sync;
		repons.onNote = { |note| played.add(note) };
		repons.note(60, 96, 0.05);
		this.wait({ out.sent.size == 2 }, "a note and its end");
		this.assertEquals(out.sent[0], [\noteOn, 3, played[0][\midinote], played[0][\velocity]]);
		this.assertEquals(out.sent[1][0..2], [\noteOff, 3, played[0][\midinote]])
	}

	test_a_clip_is_continued {
		var clip = Pbind(\degree, Pseq([0, 2, 4, [2, 7], 5, Rest(1), 4, 2], 1), \dur, 0.5), made, many;
		made = repons.continueClip(clip, bars: 2, seed: 5);
		this.assertFloatEquals(made.collect { |event| event[\dur].value }.sum, 8, "two bars of four beats");
		this.assert(made.reject(_.isRest).size > 2, "of notes");
		this.assert(made.every { |event| event.isRest or: { event[\midinote].isNumber and: { event[\sustain] > 0 } } });
		repons.continueClip(made, 1, 2, 5, action: { |clips| many = clips });
		this.wait({ many.notNil }, "an action is called");
		this.assertEquals(many.size, 2, "two variations of what was made");
		this.assertEquals(Pseq(made).asStream.nextN(made.size, ()).size, made.size)
	}

	test_what_is_varied_by_nothing_comes_back {
		var clip = [(midinote: 60, dur: 1, sustain: 0.5, velocity: 90), (dur: Rest(1)), (midinote: [64, 67], dur: 2, sustain: 1, velocity: 70)];
		var back = repons.varyClip(clip, 0, seed: 1);
		this.assertEquals(back.collect { |event| [event[\midinote], event[\velocity], event[\sustain], event[\dur].value] },
			[[60, 90, 0.5, 2.0], [64, 70, 1.0, 0.0], [67, 70, 1.0, 2.0]])
	}

	test_a_clip_that_cannot_be_made_is_told_and_nobody_waits_for_it {
		var told;
		repons.onError = { |text| told = text };
		this.assertEquals(repons.infillClip([(midinote: 60, dur: 4)], 3, 2), nil);
		this.assert(told.notNil, "it says why")
	}

	test_of_a_clip_that_is_refused_nothing_is_made {
		var told, made = \nothing;
		repons.continueClip([(midinote: 60, dur: 4)], 1);
		repons.onError = { |text| told = text };
		repons.continueClip([], 1, action: { |clip| made = clip });
		this.wait({ made != \nothing }, "nobody waits for it");
		this.assertEquals(made, nil, "the clip before it is not gone on from");
		this.assert(told.notNil, "it says why")
	}

	test_what_is_asked_for_has_its_names {
		var names = List.new;
		repons.models(action: { |k, of, name| names.add(name) });
		repons.sync;
		this.assert(names.includes(\default), "models are listed");
		this.assertEquals(Repons.prTold('/repons/models', [0, 3, \default]), "models: k 0, of 3, name default");
		this.assertEquals(Repons.prTold('/repons/temperature', [0.5]), "temperature 0.5");
		this.assert(Repons.prTold('/repons/status', this.value('/repons/status')).contains("mode listen"), "each value has its name")
	}

	test_a_message_is_explained_by_its_name {
		var told;
		repons.onError = { |text| told = text };
		repons.explain(\density);
		repons.explain("/repons/density");
		repons.sync;
		this.assertEquals(told, nil)
	}

	test_that_nobody_answers_is_said_once {
		var nobody = Repons.new(9), told = List.new;
		nobody.onError = { |text| told.add(text) };
		2.do { nobody.mode(\duet) };
		this.wait({ told.notEmpty }, "it is said");
		nobody.mode(\call);
		2.wait;
		this.assertEquals(told.size, 1);
		this.assert(told.first.contains("boot"), "it says what to do");
		nobody.free
	}

	test_a_program_that_is_not_there_is_told {
		var other, told, before = Repons.program;
		Repons.program = "/nowhere/repons";
		other = Repons.new(9);
		other.onError = { |text| told = text };
		other.boot;
		this.wait({ told.notNil }, "it is said");
		this.assert(told.contains("Repons.program"), "it says what to do");
		other.free;
		Repons.program = before
	}

	test_nothing_more_is_sent_to_a_language_that_has_ended {
		var heard = 0;
		repons.mode(\next);
		repons.onNote = { heard = heard + 1 };
		repons.sync;
		repons.instVarAt(\ender).value;
		repons.note(60, 96, 0.05);
		repons.sync;
		0.3.wait;
		this.assertEquals(heard, 0)
	}

	test_several_of_them_share_a_bridge {
		var other = Repons.new(this.class.port, clock: repons.tempoClock), mine = 0, its = 0;
		repons.mode(\next);
		repons.onNote = { mine = mine + 1 };
		other.onNote = { its = its + 1 };
		this.wait({ other.isReady });
		repons.sync;
		repons.note(60, 96, 0.05);
		this.wait({ mine == 1 and: { its == 1 } }, "both hear the answer");
		other.free;
		repons.sync;
		repons.note(60, 96, 0.05);
		this.wait({ mine == 2 }, "one may leave");
		this.assertEquals(its, 1)
	}

	test_a_bridge_is_started_and_ended {
		var other, answered = false, pid, ready, told;
		if("REPONS_FREE_PORT".getenv.isNil) { ^this };
		Repons.program = "REPONS_PROGRAM".getenv;
		other = Repons.boot(["--mode", "next", "--begin", "/repons/temperature 0.5"], "REPONS_FREE_PORT".getenv.asInteger, { ready = true });
		other.onEvent = nil;
		other.polyphony(3);
		this.wait({ ready == true }, "it is up");
		other.onNote = { answered = true };
		other.note(60, 96, 0.1);
		this.wait({ answered }, "it answers");
		other.temperature(action: { |value| ready = value });
		other.sync;
		this.assertEquals(ready, 0.5, "its options are as they were given");
		other.polyphony(action: { |value| ready = value });
		other.sync;
		this.assertEquals(ready, 3, "what was sent while it started has been kept for it");
		2.do {
			pid = other.pid;
			other.quit;
			this.wait({ "kill -0 % 2> /dev/null".format(pid).systemCmd != 0 }, "it has ended");
			answered = false;
			other.boot(whenReady: { other.note(60, 96, 0.1) });
			this.wait({ answered }, "another takes its place")
		};
		other.onError = { |text| told = text };
		"kill -KILL %".format(other.pid).systemCmd;
		this.wait({ told.notNil }, "it is said where it ends by itself");
		this.assertEquals(other.pid, nil);
		other.free
	}
}
