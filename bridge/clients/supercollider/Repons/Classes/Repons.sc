// A model that plays along: the bridge, `repons run`, as SuperCollider sees it.
//
// Moments: what you play is heard at its logical time, before s.latency; what the model answers comes back dated s.latency after
// the moment it means. So both sound late by the same little, which nobody hears, and the server starts each note on the dot.
Repons {
	classvar <all, >default, <>program, <>port = 7400, lastID = 0;
	// Seconds: how long an answer is awaited, and after how much silence the bridge counts as gone.
	const patience = 60, silence = 3;
	// Quarter notes a minute that /repons/beat takes.
	const fastest = 400;

	var <addr, <>server, <>latency, <pid;
	var <>onNote, <>onNoteEnd, <>onEvent, <>onError, <>onBeat, <onPlan;
	var <connected = false, <state = \unknown, <bpm = 120;
	var pending, handlers, receiver, keeper, ender, readyActions, heardAt = 0, uptime = 0, subscribed, kept, missed = false;
	var voices, sounding, planned, counted, <tempoClock, teller, toldMetre, tooFast = false;

	*initClass { all = List.new }

	*default { ^default ?? { default = this.new } }

	// The bridge at that port: the one that runs there, or will.
	*new { |port, host = "127.0.0.1", clock|
		^super.new.init(NetAddr(host, port ? Repons.port), clock ? TempoClock.default)
	}

	// A block that is evaluated again takes the one it made, or each note would sound twice.
	*boot { |options, port, whenReady|
		var place = NetAddr("127.0.0.1", port ? Repons.port);
		^(all.detect { |each| each.addr == place } ?? { this.new(port) }).boot(options, whenReady)
	}

	*pattern { |ahead = 8, temperature, seed, step = 0.25, agent|
		^this.default.pattern(ahead, temperature, seed, step, agent)
	}

	*freeAll { all.copy.do { |each| each.free } }

	init { |address, clock|
		addr = address;
		server = Server.default;
		pending = IdentityDictionary.new;
		readyActions = List.new;
		voices = IdentityDictionary.new;
		sounding = List.new;
		planned = Dictionary.new;
		onEvent = { |name, text| "Répons: %".format(text).postln };
		onError = { |text| "Répons: %".format(text).warn };
		handlers = this.prHandlers;
		receiver = { |message, time, from| this.prReceive(message, time, from) };
		thisProcess.addOSCRecvFunc(receiver);
		ender = {
			// Whoever has this port next is somebody else.
			addr.sendMsg('/repons/subscribe', 0);
			this.quit
		};
		ShutDown.add(ender);
		all.add(this);
		default = default ? this;
		CmdPeriod.add(this);
		this.prKeep;
		keeper = SkipJack({ this.prKeep }, { if(this.isReady) { 1 } { 0.2 } }, name: "Repons", clock: SystemClock);
		this.tempoClock = clock;
	}

	// Life -----------------------------------------------------------------------------------------------------------

	// Start `repons run` with these options, a String or, where one has spaces in it, an Array of them.
	boot { |options, whenReady|
		// Whoever answered last may have ended since.
		this.prGone;
		kept = List.new;
		if(whenReady.notNil) { this.whenReady(whenReady) };
		this.prAskStatus;
		SystemClock.sched(0.4, {
			if(connected or: { pid.notNil }) {
				"Répons: one runs on port % already, and plays along; its options are its own".format(addr.port).postln
			} { this.prBoot(options) };
			nil
		})
	}

	// End the bridge, where it was started from here.
	quit {
		if(pid.notNil) {
			if(thisProcess.platform.name == \windows) {
				"taskkill /PID % /T /F".format(pid).systemCmd
			} {
				// It ends every note before it leaves.
				"kill -TERM %".format(pid).systemCmd
			};
			pid = nil;
			this.prGone
		}
	}

	// Leave the bridge, and end it where it was started from here.
	free {
		all.remove(this);
		if(default === this) { default = nil };
		CmdPeriod.remove(this);
		ShutDown.remove(ender);
		keeper.stop;
		this.tempoClock = nil;
		this.prReleaseAll;
		voices.clear;
		thisProcess.removeOSCRecvFunc(receiver);
		if(this.prFellows.isEmpty) { addr.sendMsg('/repons/subscribe', 0) };
		pending.keys.do { |id| this.prOver(id, false) };
		this.quit
	}

	// What was asked for before must not play after it.
	cmdPeriod {
		voices.clear;
		// A server on this machine ends what sounds by itself, and knows it no more.
		sounding.removeAllSuchThat { |note| note[\event][\server].isLocal and: { CmdPeriod.freeServers } };
		this.prReleaseAll;
		// Before anything was started, nothing will be: the clocks have forgotten it.
		if(pid.isNil) { kept = nil } { kept !? { kept.clear } };
		this.panic;
		readyActions.clear;
		if(pending.any { |asked| asked[\takes].notNil }) { this.clipStop };
		pending.clear;
		// Every clock forgets what it had to do.
		if(tempoClock.notNil) {
			AppClock.sched(0, { if(tempoClock.notNil) { this.tempoClock = if(tempoClock.isRunning) { tempoClock } }; nil })
		}
	}

	isReady { ^connected and: { #[\unknown, \loading, \lost].includes(state).not } }

	// Call it once the model is loaded; at once, where it is.
	whenReady { |action|
		if(this.isReady) { action.value(this) } { readyActions.add(action) }
	}

	ping { |action|
		var asked = Main.elapsedTime;
		this.request('/repons/ping', nil, nil, nil, {
			var took = Main.elapsedTime - asked;
			if(action.notNil) { action.value(took) } { "Répons: answered in % ms".format((took * 1000).round(0.01)).postln }
		})
	}

	// Call it when everything sent before has taken effect; in a Routine, and without an action, wait for that.
	sync { |action|
		^this.prAwait(action) { |done|
			this.prSoon {
				var id = this.prNewID;
				pending[id] = (over: done, until: Main.elapsedTime + patience);
				addr.sendMsg('/repons/sync', id)
			}
		}
	}

	status { |action| ^this.ask('/repons/status', [], nil, nil, action) }

	// Post what can be sent, or what one message wants, with or without /repons/ before its name.
	explain { |address = ""|
		var name = address.asString, whole = if(name.isEmpty or: { name.beginsWith("/") }) { name } { "/repons/" ++ name };
		this.request('/repons/help', [whole], nil, nil, { |path, types, text| "% %\n\t%".format(path, types, text).postln })
	}

	// Messages -------------------------------------------------------------------------------------------------------

	// Send a message: values in order up to the first nil, then those with a name; to one player of the model's, or to all.
	send { |path, values, named, agent|
		var atoms = this.prAtoms(values, named, agent);
		// These mean now: later they would be something else.
		if(#['/repons/note', '/repons/note_off', '/repons/panic'].includes(path)) { this.prMiss; ^addr.sendMsg(path, *atoms) };
		this.prSoon { addr.sendMsg(path, *atoms) }
	}

	// Send it, or, without values, ask for them: action is called with them, or they are posted.
	ask { |path, values, named, agent, action|
		if(values.first.notNil) { ^this.send(path, values, named, agent) };
		this.prSoon {
			this.request(path, nil, named, agent, action ?? {
				{ |... answer| "Répons: %".format(this.class.prTold(path, answer)).postln }
			})
		}
	}

	// An answer in words, each of several values with its name.
	*prTold { |path, values|
		var names = this.prNames[path];
		var words = values.collect { |value, index|
			var word = if(value.isFloat) { value.round(0.001) } { value };
			if(names.isNil) { word } { "% %".format(names[index], word) }
		};
		^path.asString.basename ++ if(names.isNil) { " " } { ": " } ++ words.join(if(names.isNil) { " " } { ", " })
	}

	// Send it with a number of our own: answer is called with the values of each answer, over once with whether all went well.
	request { |path, values, named, agent, answer, over, within|
		var id = this.prNewID;
		pending[id] = (answer: answer, over: over, until: Main.elapsedTime + (within ? patience));
		addr.sendMsg(path, *(this.prAtoms(values, named, agent) ++ [\id, id]));
		^id
	}

	// Beats ----------------------------------------------------------------------------------------------------------

	// The clock whose beats are told: the model plays in its tempo and in its bars. nil tells nobody's.
	tempoClock_ { |clock|
		var told;
		tempoClock = clock;
		toldMetre = nil;
		if(clock.isNil) { teller = nil; ^this };
		told = teller = { |beats|
			var song = (beats - clock.baseBarBeat).round(1e-6);
			if(told === teller) {
				if(connected) { this.prTellBeat(clock, song) };
				1 - (song % 1)
			}
		};
		clock.schedAbs(clock.nextTimeOnGrid(1), teller)
	}

	// Inside ---------------------------------------------------------------------------------------------------------

	// At once, or, while a bridge is being started, as soon as it is there.
	prSoon { |action|
		if(connected.not and: { kept.notNil }) { kept.add(action) } { this.prMiss; action.value }
	}

	// What is sent to nobody is lost; once is often enough to hear that.
	prMiss {
		if(connected or: { missed } or: { kept.notNil }) { ^this };
		missed = true;
		SystemClock.sched(1.5, {
			if(connected.not and: { kept.isNil }) {
				onError.value("nobody answers on port %: r.boot starts one, `repons run` in a terminal does as well".format(addr.port))
			};
			nil
		})
	}

	prTellBeat { |clock, song|
		if(clock.tempo * 60 > fastest) {
			if(tooFast.not) { "Répons: a clock of more than % beats a minute is not followed".format(fastest).warn };
			tooFast = true;
			^this
		};
		tooFast = false;
		this.prTellMetre(clock.beatsPerBar);
		// Dated at the beat's own moment, so that it does not matter how late sclang is.
		addr.sendBundle(0, ['/repons/beat', song.asFloat, clock.tempo * 60])
	}

	prTellMetre { |beats|
		var unit = #[4, 8, 16].detect { |unit| (beats * unit / 4) % 1 == 0 };
		if(unit.notNil and: { beats != toldMetre }) {
			toldMetre = beats;
			this.metre((beats * unit / 4).asInteger, unit)
		}
	}

	prHandlers {
		^IdentityDictionary[
			'/repons/out' -> { |message, time| this.prOut(time, *message[1..]) },
			'/repons/note_off' -> { |message, time| this.prNoteOff(time, *message[1..]) },
			'/repons/plan' -> { |message| this.prPlan(*message[1..]) },
			'/repons/plan/gone' -> { |message| this.prPlanGone(message[1], message[2..]) },
			'/repons/beat' -> { |message, time|
				bpm = message[4];
				counted = [message[1], time];
				onBeat.value(message[1], message[2], message[3], message[4], time)
			},
			'/repons/event' -> { |message|
				if(message[1] == \ready) { this.prAskStatus };
				onEvent.value(message[1], message[2].asString)
			},
			'/repons/clip/notes' -> { |message| this.prClipNotes(message[1], message[2], message[3..]) },
			'/repons/clip/made' -> { |message| this.prClipWhole(message[1], message[3], message[5]) },
			'/repons/clip/captured' -> { |message|
				this.prClipWhole(message[1], message[2], message[4]);
				this.prOver(message[1], true)
			},
			'/repons/synced' -> { |message| this.prOver(message[1], true) },
			'/repons/done' -> { |message| this.prOver(message[2], true) },
			'/repons/error' -> { |message|
				// Whoever shares the port with another hears its errors, too.
				if(message[4].isNil or: { pending.includesKey(message[4]) }) {
					onError.value(message[3].asString, message[1], message[2])
				};
				this.prOver(message[4], false)
			}
		]
	}

	prReceive { |message, time, from|
		if(from.addr != addr.addr or: { from.port != addr.port }) { ^this };
		heardAt = Main.elapsedTime;
		this.prTry {
			if(message[message.size - 2] === \id) { this.prAnswer(message) } { handlers[message.first].value(message, time) }
		}
	}

	// What breaks in a function of yours is posted, and keeps nothing from whoever else listens.
	prTry { |function| try(function) { |error| error.reportError } }

	prAnswer { |message|
		pending[message.last] !? { |asked| asked[\answer].value(*message[1..message.size - 3]) }
	}

	prOver { |id, well|
		var asked = pending.removeAt(id);
		asked !? { asked[\over].value(well) }
	}

	prNewID { ^lastID = lastID + 1 }

	prAtoms { |values, named, agent|
		var atoms = List.new;
		values.do { |value| if(value.notNil) { atoms.add(value) } };
		named !? { named.keysValuesDo { |name, value| if(value.notNil) { atoms.addAll([name, value]) } } };
		if(agent.notNil) { atoms.addAll([\agent, agent]) };
		// There are no booleans on the wire.
		^atoms.collect { |atom| if(atom.isKindOf(Boolean)) { atom.binaryValue } { atom } }.asArray
	}

	// With an action, or outside a Routine, go on at once; otherwise wait, and give what the action would have been given.
	prAwait { |action, begin|
		var condition, result, over = false;
		if(action.notNil or: { thisThread.isKindOf(Routine).not }) { begin.value(action); ^this };
		condition = CondVar.new;
		begin.value { |value| result = value; over = true; condition.signalAll };
		condition.wait { over };
		^result
	}

	prFellows { ^all.select { |each| each.addr == addr and: { each !== this } } }

	prKeep {
		var now = Main.elapsedTime, gone = connected and: { now - heardAt > silence };
		if(gone) {
			this.prGone;
			this.prReleaseAll;
			"Répons: nothing is heard of the bridge on port % any more".format(addr.port).warn
		};
		pending.keys.do { |id|
			if(gone or: { pending[id][\until] < now }) {
				// By itself: what breaks in there must not break this.
				SystemClock.sched(0, { this.prOver(id, false); nil })
			}
		};
		this.prAskStatus;
		if(connected) { this.prSubscribe }
	}

	// Nobody is there, as far as we know.
	prGone {
		connected = false;
		state = \unknown;
		subscribed = nil;
		counted = nil;
		planned.clear
	}

	prAskStatus {
		this.request('/repons/status', nil, nil, nil, { |... values| this.prStatus(values) })
	}

	prStatus { |values|
		var wasReady = this.isReady, ready;
		// One that has just begun does not know us.
		if(values[10] < uptime) {
			subscribed = nil;
			toldMetre = nil
		};
		uptime = values[10];
		state = values[0];
		bpm = values[3];
		if(connected.not) {
			var waiting = kept;
			connected = true;
			missed = false;
			subscribed = nil;
			toldMetre = nil;
			kept = nil;
			waiting.do(_.value)
		};
		if(subscribed.isNil) { this.prSubscribe };
		if(this.isReady and: { wasReady.not }) {
			ready = readyActions.copy;
			readyActions.clear;
			ready.do { |action| this.prTry { action.value(this) } }
		}
	}

	prSubscribe {
		var wish = [(this.lead * 1000).clip(0, 1000), (this.prFellows ++ [this]).any { |each| each.onPlan.notNil }.binaryValue];
		if(wish != subscribed) {
			this.request('/repons/subscribe', [1, 0, wish[0], wish[1]], over: { |well| if(well) { subscribed = wish } })
		}
	}

	// How far ahead of its moment the model's notes come, seconds.
	lead { ^latency ? server.latency ? 0 }

	prBoot { |options|
		var words = if(options.isString) { options.split($ ).reject(_.isEmpty) } { options.asArray.collect(_.asString) };
		var file = (program ?? { this.class.prFind }).standardizePath, command = [file, "run", "--port", addr.port.asString] ++ words, mine;
		if(this.class.prThere(file).not) {
			kept = nil;
			^onError.value("there is no program %: say where it is, Repons.program = \"/where/it/is/repons\"".format(file))
		};
		mine = command.unixCmd({ |code, ended|
			// Where it was not asked to; one that is killed has no code.
			var alone = pid == ended;
			if(alone) { pid = nil; kept = nil; this.prReleaseAll };
			this.prGone;
			if(alone or: { code != 0 }) { onError.value("`%` has ended; what it said stands above".format(command.join(" "))) }
		});
		pid = mine
	}

	// sclang itself says nothing of a program that cannot be started.
	*prThere { |file|
		if(file.any { |sign| "/\\".includes(sign) }) { ^File.exists(file) };
		^thisProcess.platform.name == \windows or: { "command -v % > /dev/null".format(file.quote).systemCmd == 0 }
	}

	// The program this folder came with lies beside its Python: somewhere above, in bin.
	*prFind {
		var folder = File.realpath(this.filenameSymbol.asString).dirname, found;
		while { found.isNil and: { folder != folder.dirname } } {
			found = ["bin/repons", ".venv/bin/repons", "Scripts/repons.exe"].collect { |name| folder +/+ name }.detect(File.exists(_));
			folder = folder.dirname
		};
		^found ? "repons"
	}
}
