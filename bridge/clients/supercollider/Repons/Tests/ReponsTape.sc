// A server that makes no sound and takes down what it is told: a score for scsynth -N.
ReponsTape : Server {
	var <score, <began;

	*new { ^super.new(\tape, NetAddr("127.0.0.1", 9)).initTape }

	initTape {
		score = List.new;
		began = thisThread.seconds
	}

	// While it is made it must not seem to run.
	serverRunning { ^score.notNil }
	waitForBoot { |onComplete| onComplete.fork }
	sync { 0.01.wait }
	sendBundle { |time ... messages| score.add([thisThread.seconds - began + (time ? 0)] ++ messages) }
	sendMsg { |... message| this.sendBundle(0, message) }
	listSendBundle { |time, messages| this.sendBundle(time, *messages) }
	listSendMsg { |message| this.sendBundle(0, message) }

	// Messages that start a synth.
	synths { ^score.collect { |bundle| bundle[1..].select { |message| #[9, '/s_new', 's_new'].includes(message.first) } }.flatten(1) }

	// With every instrument that is used at its head, and seconds of it.
	write { |path, seconds|
		var names = this.synths.collect { |message| message[1].asSymbol }.asSet.asArray;
		var head = names.collect { |name| [0.0, ['/d_recv', SynthDescLib.global[name].def.asBytes]] };
		var kept = score.select { |bundle| bundle[0] < seconds };
		Score.write(([[0.0, ['/g_new', 1, 0, 0]]] ++ head ++ kept.asArray ++ [[seconds, ['/c_set', 0, 0]]]).sort { |one, other|
			one[0] <= other[0]
		}, path, TempoClock(1))
	}
}

// On another machine: Cmd-. does not free what sounds there.
FarServer : Server {
	var <sent, <times;

	*new { ^super.new(\far, NetAddr("192.0.2.1", 9)).initFar }

	initFar {
		sent = List.new;
		times = List.new
	}
	isLocal { ^false }
	serverRunning { ^sent.notNil }
	sendBundle { |time ... messages|
		sent.add(messages.first);
		times.add(time)
	}
	sendMsg { |... message| sent.add(message) }
	listSendBundle { |time, messages| this.sendBundle(time, *messages) }
}

// A MIDI port that keeps a list.
MidiTape {
	var <sent;

	*new { ^super.new.init }

	init { sent = List.new }
	uid { ^1 }
	noteOn { |chan, note, velocity| sent.add([\noteOn, chan, note, velocity]) }
	noteOff { |chan, note, velocity| sent.add([\noteOff, chan, note, velocity]) }
}
