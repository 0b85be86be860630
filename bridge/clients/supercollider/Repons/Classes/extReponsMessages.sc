// Made from the table of addresses by `python -m bridge.clients.quark`: what is changed here is lost.
+ Repons {
	// Note this moment: a marker in the recording, and /repons/event mark to every subscriber.
	mark { |text|
		^this.send('/repons/mark', [text], nil, nil)
	}

	// How likely is each of the 88 piano keys to come next?
	probs { |agent, action|
		^this.ask('/repons/probs', [], nil, agent, action)
	}

	// No more of the clips I asked for: what is being made for me, and what waits, ends.
	clipStop {
		^this.send('/repons/clip/stop', [], nil, nil)
	}

	// next: Every note you play is answered at once by one likely to follow; with temperature 0, by the likeliest. · call:
	// Play a phrase and rest: it answers as long as you played, and stops when you come in. · trade: You play four bars, it
	// plays four, and so on, on the bar line; rest through yours to end it. · duet: It plays its own part beside you, in time,
	// and thinks again at every note of yours. · accompany: It plays under your melody for as long as there is one, and comes
	// to rest two bars after you do. · harmonise: Every key you strike is joined at once by notes of the same chord, held as
	// long as you hold it. · continue: You hand over, by pedal, key or /repons/turn: it goes on from there until you take
	// back. · listen: It hears and remembers everything and plays nothing.
	mode { |name, agent, action|
		^this.ask('/repons/mode', [name], nil, agent, action)
	}
	mode_ { |name| this.mode(name) }

	// Hand over to the model, or take back, in mode continue.
	turn { |whose, agent|
		^this.send('/repons/turn', [whose], nil, agent)
	}

	// Another model takes over: loaded while the old one plays, on at the next bar line, knowing what sounded.
	model { |name, at, agent, action|
		^this.ask('/repons/model', [name], (at: at), agent, action)
	}

	// Which models are there? One answer a model, those trained here first, as they were found when the bridge started.
	models { |action|
		^this.ask('/repons/models', [], nil, nil, action)
	}

	// Another player of the model's joins, with its own part; without values: who plays. `agent NAME` behind the values of
	// another message means that player only.
	agent { |name, model, mode, chan, action|
		^this.ask('/repons/agent', [name], (model: model, mode: mode, chan: chan), nil, action)
	}

	// A player leaves.
	dismiss { |name|
		^this.send('/repons/dismiss', [name], nil, nil)
	}

	// The MIDI channel a player plays on.
	channel { |chan, agent, action|
		^this.ask('/repons/channel', [chan], nil, agent, action)
	}
	channel_ { |chan| this.channel(chan) }

	// How much higher a player's notes are sent over MIDI; over OSC they are told as they are thought.
	transpose { |semitones, agent, action|
		^this.ask('/repons/transpose', [semitones], nil, agent, action)
	}
	transpose_ { |semitones| this.transpose(semitones) }

	// The sound a player's MIDI channel is told to take, now and before its next note.
	program { |program, agent, action|
		^this.ask('/repons/program', [program], nil, agent, action)
	}
	program_ { |program| this.program(program) }

	// The model may play.
	start { |agent|
		^this.send('/repons/start', [], nil, agent)
	}

	// The model begins nothing more and keeps listening; what sounds rings out.
	hold { |agent|
		^this.send('/repons/hold', [], nil, agent)
	}

	// Every sounding note ends now, and the model holds.
	panic { |agent|
		^this.send('/repons/panic', [], nil, agent)
	}

	// Forget what was heard tonight; the knobs stay.
	reset { |agent|
		^this.send('/repons/reset', [], nil, agent)
	}

	// Forget what was learned tonight, but for the last few notes; the knobs stay.
	forget { |agent|
		^this.send('/repons/forget', [], nil, agent)
	}

	// How adventurous the model is.
	temperature { |temperature, agent, action|
		^this.ask('/repons/temperature', [temperature], nil, agent, action)
	}
	temperature_ { |temperature| this.temperature(temperature) }

	// How adventurous it is in its pitches alone; off goes by /repons/temperature.
	temperaturePitch { |temperature, agent, action|
		^this.ask('/repons/temperature_pitch', [temperature], nil, agent, action)
	}
	temperaturePitch_ { |temperature| this.temperaturePitch(temperature) }

	// How adventurous it is in when its notes begin alone; off goes by /repons/temperature.
	temperatureRhythm { |temperature, agent, action|
		^this.ask('/repons/temperature_rhythm', [temperature], nil, agent, action)
	}
	temperatureRhythm_ { |temperature| this.temperatureRhythm(temperature) }

	// How adventurous it is in how long they last alone; off goes by /repons/temperature.
	temperatureLength { |temperature, agent, action|
		^this.ask('/repons/temperature_length', [temperature], nil, agent, action)
	}
	temperatureLength_ { |temperature| this.temperatureLength(temperature) }

	// How adventurous it is in how loud they are alone; off goes by /repons/temperature.
	temperatureVelocity { |temperature, agent, action|
		^this.ask('/repons/temperature_velocity', [temperature], nil, agent, action)
	}
	temperatureVelocity_ { |temperature| this.temperatureVelocity(temperature) }

	// How much the model goes by what it has heard tonight.
	memory { |share, agent, action|
		^this.ask('/repons/memory', [share], nil, agent, action)
	}
	memory_ { |share| this.memory(share) }

	// How much the second model plays, where two play as one.
	blend { |share, agent, action|
		^this.ask('/repons/blend', [share], nil, agent, action)
	}
	blend_ { |share| this.blend(share) }

	// The pitches the model may play; off are those it began with.
	range { |low, high, agent, action|
		^this.ask('/repons/range', [low, high], nil, agent, action)
	}

	// The scale the model keeps to; auto follows the key that Live names or that you play in.
	scale { |root, name, agent, action|
		^this.ask('/repons/scale', [root, name], nil, agent, action)
	}

	// The key you play in, as it is heard. With values: the key the set is in, from a programme that knows.
	key { |root, name, action|
		^this.ask('/repons/key', [root, name], nil, nil, action)
	}

	// How far the model stays away from what you have played in the last two bars.
	avoid { |semitones, agent, action|
		^this.ask('/repons/avoid', [semitones], nil, agent, action)
	}
	avoid_ { |semitones| this.avoid(semitones) }

	// How many notes a beat the model plays, whatever you play.
	density { |notes, agent, action|
		^this.ask('/repons/density', [notes], nil, agent, action)
	}
	density_ { |notes| this.density(notes) }

	// How much room the model leaves you: each note of yours counts as so much of one of its own.
	space { |share, agent, action|
		^this.ask('/repons/space', [share], nil, agent, action)
	}
	space_ { |share| this.space(share) }

	// How many notes the model may sound together.
	polyphony { |notes, agent, action|
		^this.ask('/repons/polyphony', [notes], nil, agent, action)
	}
	polyphony_ { |notes| this.polyphony(notes) }

	// How many notes in a row the model may take from the music it learned from.
	originality { |notes, agent, action|
		^this.ask('/repons/originality', [notes], nil, agent, action)
	}
	originality_ { |notes| this.originality(notes) }

	// How softly and how loudly the model may play.
	velocity { |low, high, agent, action|
		^this.ask('/repons/velocity', [low, high], nil, agent, action)
	}

	// How much the model plays as loudly as you have just played.
	follow { |share, agent, action|
		^this.ask('/repons/follow', [share], nil, agent, action)
	}
	follow_ { |share| this.follow(share) }

	// The grid the model's notes begin on.
	quantise { |beats, agent, action|
		^this.ask('/repons/quantise', [beats], nil, agent, action)
	}
	quantise_ { |beats| this.quantise(beats) }

	// How the model's notes lie in the beat.
	groove { |name, amount, agent, action|
		^this.ask('/repons/groove', [name], (amount: amount), agent, action)
	}

	// The next MIDI controller you move turns this knob. Without values: which controller turns what.
	learn { |knob, controller, chan, agent, action|
		^this.ask('/repons/learn', [knob], (controller: controller, chan: chan), agent, action)
	}

	// Knobs set together: save NAME, load NAME, or morph NAME to NAME over some beats. Without values: those there are.
	preset { |what, name, to, beats, agent, action|
		^this.ask('/repons/preset', [what, name], (to: to, beats: beats), agent, action)
	}

	// Same seed, same playing, same notes in answer.
	seed { |seed, agent, action|
		^this.ask('/repons/seed', [seed], nil, agent, action)
	}
	seed_ { |seed| this.seed(seed) }

	// The tempo, in quarter notes a minute.
	tempo { |tempo, agent, action|
		^this.ask('/repons/tempo', [tempo], nil, agent, action)
	}
	tempo_ { |tempo| this.tempo(tempo) }

	// Whose beat is followed: auto takes the first of link, midi, live and osc (/repons/beat) that is heard, own nobody's.
	clock { |name, action|
		^this.ask('/repons/clock', [name], nil, nil, action)
	}
	clock_ { |name| this.clock(name) }

	// Now is this beat of your song: sent once, it says where the bars are; sent every beat, it is followed. In a bundle it
	// means the moment of the time tag.
	beat { |beat, tempo|
		^this.send('/repons/beat', [beat], (tempo: tempo), nil)
	}

	// The metre: 3 4 is three-four time.
	metre { |beats, unit, agent, action|
		^this.ask('/repons/metre', [beats, unit], nil, agent, action)
	}

	// How far ahead of its moment a note stands: sent with its date, and played whatever you do meanwhile.
	commit { |beats, agent, action|
		^this.ask('/repons/commit', [beats], nil, agent, action)
	}
	commit_ { |beats| this.commit(beats) }

	// The key that hands over, and takes back, in mode continue; it plays no note then.
	turnKey { |pitch, agent, action|
		^this.ask('/repons/turn_key', [pitch], nil, agent, action)
	}
	turnKey_ { |pitch| this.turnKey(pitch) }

	// How many bars a turn has, in mode trade.
	trade { |bars, agent, action|
		^this.ask('/repons/trade', [bars], nil, agent, action)
	}
	trade_ { |bars| this.trade(bars) }

	// When the model answers in mode call: predicted, as your phrase ends, or rest, after a rest of yours.
	handover { |when, agent, action|
		^this.ask('/repons/handover', [when], nil, agent, action)
	}
	handover_ { |when| this.handover(when) }

	// How long you rest before the model answers, in mode call; where the hand-over is predicted, at the longest.
	rest { |rest, agent, action|
		^this.ask('/repons/rest', [rest], nil, agent, action)
	}
	rest_ { |rest| this.rest(rest) }

	*prNames {
		^IdentityDictionary[
			'/repons/status' -> #[state, mode, model, tempo, p50_ms, p99_ms, sounding, held, drops, ignored, uptime_sec, hits, age_ms, late50_ms, late99_ms],
			'/repons/agent' -> #[name, model, mode, chan, voice, state],
			'/repons/models' -> #[k, of, name],
			'/repons/clock' -> #[name, leader, tempo],
			'/repons/key' -> #[root, scale, fit, source],
			'/repons/learn' -> #[knob, controller, chan, agent],
			'/repons/preset' -> #[name, whose, text]
		]
	}
}
