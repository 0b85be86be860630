# Plays with Répons in Sonic Pi 3.2 or newer. In a buffer: run_file "…/repons.rb"
# Then `hear :c4` plays a note, and the model hears it; what the model plays sounds with `voice`, which you may define anew while it plays.

define :voice do |pitch, velocity, dur|
  synth :piano, note: pitch, amp: velocity / 127.0, sustain: dur, release: 0.2
end

# As `play` does it takes a chord too, and a rest, :r.
define :hear do |pitch, velocity = 90, dur = 0.25|
  (pitch.respond_to?(:to_a) ? pitch.to_a : [pitch]).each do |one|
    next if rest? one
    osc_send "127.0.0.1", 7400, "/repons/note", note(one).round, velocity.round, dur.to_f
    voice note(one), velocity, dur
  end
end

# Sonic Pi takes no bundles: notes come undated, 100 ms ahead, and wait their delay_ms here.
live_loop :repons do
  use_real_time
  osc_send "127.0.0.1", 7400, "/repons/subscribe", 1, 4560, 100.0, "dated", 0
  sleep 10
end

$repons = {}

live_loop :repons_plays do
  use_real_time
  seq, pitch, velocity, dur, chan, probability, delay_ms = sync "/osc*/repons/out"
  time_warp delay_ms / 1000.0 do
    $repons[[chan, pitch]] = voice pitch, velocity, dur
  end
end

live_loop :repons_ends do
  use_real_time
  pitch, chan, delay_ms = sync "/osc*/repons/note_off"
  time_warp delay_ms / 1000.0 do
    sounding = $repons.delete [chan, pitch]
    kill sounding if sounding
  end
end
