{
	"patcher": {
		"appversion": {
			"architecture": "x64",
			"major": 8,
			"minor": 6,
			"modernui": 1,
			"revision": 5
		},
		"boxes": [
			{
				"box": {
					"fontface": 1,
					"fontsize": 17.0,
					"id": "obj-1",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 12, 420, 27],
					"presentation": 1,
					"presentation_rect": [16, 12, 420, 27],
					"text": "Répons: you play, the model answers"
				}
			},
			{
				"box": {
					"id": "obj-2",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 42, 520, 20],
					"presentation": 1,
					"presentation_rect": [16, 42, 520, 20],
					"text": "In a terminal: repons run   Then click the keys below, or play a MIDI keyboard."
				}
			},
			{
				"box": {
					"id": "obj-3",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 80, 330, 34],
					"text": "1. Find the bridge. Said again every five seconds, so that the bridge may be started, or started anew, at any time."
				}
			},
			{
				"box": {
					"id": "obj-4",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 120, 84, 22],
					"text": "loadmess 1"
				}
			},
			{
				"box": {
					"id": "obj-5",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": ["bang"],
					"patching_rect": [20, 150, 84, 22],
					"text": "metro 5000"
				}
			},
			{
				"box": {
					"id": "obj-6",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 180, 182, 22],
					"text": "/repons/subscribe 1 7401"
				}
			},
			{
				"box": {
					"id": "obj-7",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": ["bang"],
					"patching_rect": [220, 120, 77, 22],
					"text": "closebang"
				}
			},
			{
				"box": {
					"id": "obj-8",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [220, 150, 182, 22],
					"text": "/repons/subscribe 0 7401"
				}
			},
			{
				"box": {
					"id": "obj-9",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 222, 440, 20],
					"text": "2. What you play. A key on the screen is let go by itself after 0.4 seconds."
				}
			},
			{
				"box": {
					"id": "obj-10",
					"maxclass": "kslider",
					"numinlets": 2,
					"numoutlets": 2,
					"offset": 36,
					"outlettype": ["int", "int"],
					"parameter_enable": 0,
					"patching_rect": [20, 246, 420, 60],
					"presentation": 1,
					"presentation_rect": [16, 72, 560, 64],
					"range": 60
				}
			},
			{
				"box": {
					"id": "obj-11",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 320, 84, 22],
					"text": "pack 60 96"
				}
			},
			{
				"box": {
					"id": "obj-12",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 350, 168, 22],
					"text": "/repons/note $1 $2 0.4"
				}
			},
			{
				"box": {
					"id": "obj-13",
					"maxclass": "newobj",
					"numinlets": 4,
					"numoutlets": 3,
					"outlettype": ["int", "int", "int"],
					"patching_rect": [220, 320, 231, 22],
					"text": "makenote 96 400 1 @repeatmode 2"
				}
			},
			{
				"box": {
					"id": "obj-14",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 0,
					"patching_rect": [220, 350, 63, 22],
					"text": "noteout"
				}
			},
			{
				"box": {
					"id": "obj-15",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [300, 352, 160, 20],
					"text": "so that you hear yourself"
				}
			},
			{
				"box": {
					"id": "obj-16",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 384, 440, 34],
					"text": "A MIDI keyboard. Velocity first, to tell a key struck from a key let go, which is velocity 0."
				}
			},
			{
				"box": {
					"id": "obj-17",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": ["int", "int", "int"],
					"patching_rect": [20, 424, 56, 22],
					"text": "notein"
				}
			},
			{
				"box": {
					"id": "obj-18",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 454, 98, 22],
					"text": "pack 60 96 1"
				}
			},
			{
				"box": {
					"id": "obj-19",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 484, 70, 22],
					"text": "$2 $1 $3"
				}
			},
			{
				"box": {
					"id": "obj-20",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 514, 63, 22],
					"text": "route 0"
				}
			},
			{
				"box": {
					"id": "obj-21",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 544, 168, 22],
					"text": "/repons/note_off $1 $2"
				}
			},
			{
				"box": {
					"id": "obj-22",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [220, 544, 175, 22],
					"text": "/repons/note $2 $1 0 $3"
				}
			},
			{
				"box": {
					"id": "obj-23",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [480, 80, 430, 20],
					"text": "3. How the model plays. A mode chosen here stays until you choose another."
				}
			},
			{
				"box": {
					"id": "obj-24",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": ["", "", "int"],
					"parameter_enable": 0,
					"patching_rect": [480, 120, 80, 24],
					"presentation": 1,
					"presentation_rect": [16, 150, 90, 28],
					"text": "start"
				}
			},
			{
				"box": {
					"id": "obj-25",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": ["", "", "int"],
					"parameter_enable": 0,
					"patching_rect": [600, 120, 80, 24],
					"presentation": 1,
					"presentation_rect": [114, 150, 90, 28],
					"text": "hold"
				}
			},
			{
				"box": {
					"id": "obj-26",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": ["", "", "int"],
					"parameter_enable": 0,
					"patching_rect": [720, 120, 80, 24],
					"presentation": 1,
					"presentation_rect": [212, 150, 90, 28],
					"text": "panic"
				}
			},
			{
				"box": {
					"id": "obj-27",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [480, 154, 105, 22],
					"text": "/repons/start"
				}
			},
			{
				"box": {
					"id": "obj-28",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [600, 154, 98, 22],
					"text": "/repons/hold"
				}
			},
			{
				"box": {
					"id": "obj-29",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [720, 154, 105, 22],
					"text": "/repons/panic"
				}
			},
			{
				"box": {
					"id": "obj-30",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [840, 120, 49, 22],
					"text": "clear"
				}
			},
			{
				"box": {
					"id": "obj-31",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [900, 120, 42, 22],
					"text": "stop"
				}
			},
			{
				"box": {
					"id": "obj-32",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [840, 150, 230, 48],
					"text": "Panic is local too: notes that wait or sound here end even when the bridge is gone."
				}
			},
			{
				"box": {
					"id": "obj-33",
					"items": ["next", ",", "call", ",", "trade", ",", "duet", ",", "accompany", ",", "harmonise", ",", "continue", ",", "listen"],
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": ["int", "", ""],
					"parameter_enable": 0,
					"patching_rect": [480, 210, 100, 22],
					"presentation": 1,
					"presentation_rect": [364, 153, 80, 22]
				}
			},
			{
				"box": {
					"id": "obj-34",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [480, 240, 154, 22],
					"text": "prepend /repons/mode"
				}
			},
			{
				"box": {
					"format": 6,
					"id": "obj-35",
					"maxclass": "flonum",
					"maximum": 5.0,
					"minimum": 0.0,
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "bang"],
					"parameter_enable": 0,
					"patching_rect": [660, 210, 60, 22],
					"presentation": 1,
					"presentation_rect": [516, 153, 60, 22]
				}
			},
			{
				"box": {
					"id": "obj-36",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [660, 240, 168, 22],
					"text": "/repons/temperature $1"
				}
			},
			{
				"box": {
					"id": "obj-37",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [590, 210, 60, 20],
					"presentation": 1,
					"presentation_rect": [318, 154, 44, 20],
					"text": "mode"
				}
			},
			{
				"box": {
					"fontsize": 11.0,
					"id": "obj-38",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [730, 210, 90, 20],
					"presentation": 1,
					"presentation_rect": [446, 154, 70, 20],
					"text": "temperature"
				}
			},
			{
				"box": {
					"id": "obj-39",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [850, 240, 230, 20],
					"text": "0 is tame, 1 as trained, above 1 wilder"
				}
			},
			{
				"box": {
					"id": "obj-40",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [480, 266, 133, 22],
					"text": "send ---to_bridge"
				}
			},
			{
				"box": {
					"id": "obj-41",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [220, 570, 154, 22],
					"text": "receive ---to_bridge"
				}
			},
			{
				"box": {
					"id": "obj-42",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 600, 168, 22],
					"text": "udpsend 127.0.0.1 7400"
				}
			},
			{
				"box": {
					"id": "obj-43",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [200, 602, 270, 20],
					"text": "to the bridge: repons run listens on port 7400"
				}
			},
			{
				"box": {
					"id": "obj-44",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [480, 296, 470, 34],
					"text": "4. What the model plays. Max ignores the time tags of OSC bundles, so the wait travels as the last number, delay_ms."
				}
			},
			{
				"box": {
					"id": "obj-45",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [480, 330, 119, 22],
					"text": "udpreceive 7401"
				}
			},
			{
				"box": {
					"id": "obj-46",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 6,
					"outlettype": ["", "", "", "", "", ""],
					"patching_rect": [480, 360, 470, 22],
					"text": "route /repons/out /repons/note_off /repons/error /repons/event /repons/done"
				}
			},
			{
				"box": {
					"id": "obj-47",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 7,
					"outlettype": ["int", "int", "int", "float", "int", "float", "float"],
					"patching_rect": [480, 400, 190, 22],
					"text": "unpack 0 0 0 0. 1 0. 0."
				}
			},
			{
				"box": {
					"id": "obj-48",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [680, 402, 285, 20],
					"text": "seq pitch velocity dur chan probability delay_ms"
				}
			},
			{
				"box": {
					"id": "obj-49",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": ["float"],
					"patching_rect": [480, 432, 63, 22],
					"text": "* 1000."
				}
			},
			{
				"box": {
					"id": "obj-50",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [545, 432, 270, 20],
					"text": "dur is in seconds, makenote wants milliseconds"
				}
			},
			{
				"box": {
					"id": "obj-51",
					"maxclass": "newobj",
					"numinlets": 5,
					"numoutlets": 4,
					"outlettype": ["int", "int", "float", "int"],
					"patching_rect": [480, 464, 190, 22],
					"text": "pipe 60 96 400. 1 0."
				}
			},
			{
				"box": {
					"id": "obj-52",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [680, 486, 290, 20],
					"text": "waits delay_ms: unpack sends it first, pitch last"
				}
			},
			{
				"box": {
					"id": "obj-53",
					"maxclass": "newobj",
					"numinlets": 4,
					"numoutlets": 3,
					"outlettype": ["int", "int", "int"],
					"patching_rect": [480, 510, 231, 22],
					"text": "makenote 96 400 1 @repeatmode 2"
				}
			},
			{
				"box": {
					"id": "obj-54",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [730, 512, 290, 20],
					"text": "ends each note; a key struck again is let go first"
				}
			},
			{
				"box": {
					"id": "obj-55",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 0,
					"patching_rect": [480, 600, 63, 22],
					"text": "noteout"
				}
			},
			{
				"box": {
					"id": "obj-56",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [545, 602, 270, 20],
					"text": "to the synthesiser: double-click to choose it"
				}
			},
			{
				"box": {
					"id": "obj-57",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["int", "int"],
					"patching_rect": [830, 432, 91, 22],
					"text": "unpack 60 1"
				}
			},
			{
				"box": {
					"id": "obj-58",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["int", "int"],
					"patching_rect": [830, 464, 49, 22],
					"text": "t i 0"
				}
			},
			{
				"box": {
					"id": "obj-59",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [930, 432, 190, 20],
					"text": "a note cut short: you interrupted"
				}
			},
			{
				"box": {
					"id": "obj-60",
					"maxclass": "number",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "bang"],
					"parameter_enable": 0,
					"patching_rect": [480, 555, 50, 22],
					"presentation": 1,
					"presentation_rect": [88, 192, 50, 22]
				}
			},
			{
				"box": {
					"id": "obj-61",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [535, 555, 100, 20],
					"presentation": 1,
					"presentation_rect": [12, 193, 76, 20],
					"text": "model plays"
				}
			},
			{
				"box": {
					"id": "obj-62",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "bang"],
					"parameter_enable": 0,
					"patching_rect": [700, 555, 60, 22],
					"presentation": 1,
					"presentation_rect": [212, 192, 60, 22]
				}
			},
			{
				"box": {
					"id": "obj-63",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [765, 555, 70, 20],
					"presentation": 1,
					"presentation_rect": [146, 193, 66, 20],
					"text": "how likely"
				}
			},
			{
				"box": {
					"id": "obj-64",
					"maxclass": "button",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": ["bang"],
					"patching_rect": [1000, 400, 24, 24],
					"presentation": 1,
					"presentation_rect": [364, 191, 24, 24]
				}
			},
			{
				"box": {
					"id": "obj-65",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [1030, 402, 190, 20],
					"presentation": 1,
					"presentation_rect": [392, 193, 190, 20],
					"text": "flashes when the bridge is there"
				}
			},
			{
				"box": {
					"id": "obj-66",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1000, 464, 91, 22],
					"text": "prepend set"
				}
			},
			{
				"box": {
					"id": "obj-67",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1000, 494, 260, 22],
					"presentation": 1,
					"presentation_rect": [66, 226, 510, 22],
					"text": ""
				}
			},
			{
				"box": {
					"id": "obj-68",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [1000, 520, 200, 20],
					"presentation": 1,
					"presentation_rect": [16, 227, 50, 20],
					"text": "error"
				}
			},
			{
				"box": {
					"id": "obj-69",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1000, 552, 91, 22],
					"text": "prepend set"
				}
			},
			{
				"box": {
					"id": "obj-70",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1000, 582, 260, 22],
					"presentation": 1,
					"presentation_rect": [66, 254, 510, 22],
					"text": ""
				}
			},
			{
				"box": {
					"id": "obj-71",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [1000, 608, 60, 20],
					"presentation": 1,
					"presentation_rect": [16, 255, 50, 20],
					"text": "event"
				}
			}
		],
		"classnamespace": "box",
		"default_fontface": 0,
		"default_fontname": "Arial",
		"default_fontsize": 12.0,
		"fileversion": 1,
		"gridsize": [15.0, 15.0],
		"lines": [
			{
				"patchline": {
					"destination": ["obj-42", 0],
					"source": ["obj-41", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-4", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-6", 0],
					"source": ["obj-5", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-8", 0],
					"source": ["obj-7", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-42", 0],
					"source": ["obj-6", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-42", 0],
					"source": ["obj-8", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-11", 0],
					"source": ["obj-10", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-11", 1],
					"source": ["obj-10", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-12", 0],
					"source": ["obj-11", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-42", 0],
					"source": ["obj-12", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-13", 0],
					"source": ["obj-10", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-13", 1],
					"source": ["obj-10", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-14", 0],
					"source": ["obj-13", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-14", 1],
					"source": ["obj-13", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-14", 2],
					"source": ["obj-13", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-18", 0],
					"source": ["obj-17", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-18", 1],
					"source": ["obj-17", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-18", 2],
					"source": ["obj-17", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-19", 0],
					"source": ["obj-18", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-20", 0],
					"source": ["obj-19", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-21", 0],
					"source": ["obj-20", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-22", 0],
					"source": ["obj-20", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-42", 0],
					"source": ["obj-21", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-42", 0],
					"source": ["obj-22", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-27", 0],
					"source": ["obj-24", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-28", 0],
					"source": ["obj-25", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-29", 0],
					"source": ["obj-26", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-40", 0],
					"source": ["obj-27", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-40", 0],
					"source": ["obj-28", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-40", 0],
					"source": ["obj-29", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-30", 0],
					"source": ["obj-26", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-31", 0],
					"source": ["obj-26", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-51", 0],
					"source": ["obj-30", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-53", 0],
					"source": ["obj-31", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-34", 0],
					"source": ["obj-33", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-40", 0],
					"source": ["obj-34", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-36", 0],
					"source": ["obj-35", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-40", 0],
					"source": ["obj-36", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-46", 0],
					"source": ["obj-45", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-47", 0],
					"source": ["obj-46", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-57", 0],
					"source": ["obj-46", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-46", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-69", 0],
					"source": ["obj-46", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-64", 0],
					"source": ["obj-46", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-51", 4],
					"source": ["obj-47", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-62", 0],
					"source": ["obj-47", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-51", 3],
					"source": ["obj-47", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-49", 0],
					"source": ["obj-47", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-51", 2],
					"source": ["obj-49", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-51", 1],
					"source": ["obj-47", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-51", 0],
					"source": ["obj-47", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-53", 0],
					"source": ["obj-51", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-53", 1],
					"source": ["obj-51", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-53", 2],
					"source": ["obj-51", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-53", 3],
					"source": ["obj-51", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-60", 0],
					"source": ["obj-51", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-55", 0],
					"source": ["obj-53", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-55", 1],
					"source": ["obj-53", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-55", 2],
					"source": ["obj-53", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-58", 0],
					"source": ["obj-57", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-55", 2],
					"source": ["obj-57", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-55", 0],
					"source": ["obj-58", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-55", 1],
					"source": ["obj-58", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-67", 0],
					"source": ["obj-66", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-70", 0],
					"source": ["obj-69", 0]
				}
			}
		],
		"openinpresentation": 1,
		"rect": [80.0, 80.0, 1290.0, 680.0]
	}
}
