-- Ardour without its window, told what to do line by line: N.lua in the folder is carried out, what it returns goes to N.txt.
local folder = arg[1]

local function pause(sec)
  -- Not a read from standard input: while it waits for that, the transport stands still.
  ARDOUR.LuaAPI.usleep(math.floor(sec * 1e6))
end

local function write(number, text)
  local path = folder .. "/" .. number .. ".txt"
  local file = assert(io.open(path .. ".new", "w"))
  file:write(tostring(text))
  file:close()
  assert(os.rename(path .. ".new", path))
end

assert(AudioEngine:set_backend("JACK", "ardour", ""))
assert(AudioEngine:start(false) == 0)
local began, session = pcall(create_session, folder .. "/session", "gig", 48000)
if not began or session == nil or AudioEngine:get_port_by_name("MIDI Clock out"):isnil() then
  write(0, "no session")
  quit()
end
ARDOUR.config():set_send_midi_clock(true)
write(0, "ready")

local number, left = 1, false
function leave()
  left = true
end

while not left do
  local order = io.open(folder .. "/" .. number .. ".lua")
  if order == nil then
    pause(0.002)
  else
    local chunk = order:read("a")
    order:close()
    local _, answer = pcall(assert(load(chunk)))
    write(number, answer)
    number = number + 1
  end
end
close_session()
AudioEngine:stop()
quit()
