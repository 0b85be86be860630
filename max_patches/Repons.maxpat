{
	"patcher": {
		"fileversion": 1,
		"appversion": {
			"major": 8,
			"minor": 6,
			"revision": 5,
			"architecture": "x64",
			"modernui": 1
		},
		"classnamespace": "box",
		"rect": [ 80.0, 80.0, 1290.0, 680.0 ],
		"openinpresentation": 1,
		"default_fontsize": 12.0,
		"default_fontface": 0,
		"default_fontname": "Arial",
		"gridsize": [ 15.0, 15.0 ],
		"boxes": [
			{
				"box": {
					"id": "obj-1",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 20.0, 12.0, 420.0, 27.0 ],
					"presentation": 1,
					"presentation_rect": [ 16.0, 12.0, 420.0, 27.0 ],
					"text": "Répons: you play, the model answers",
					"fontsize": 17.0,
					"fontface": 1
				}
			},
			{
				"box": {
					"id": "obj-2",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 20.0, 42.0, 520.0, 20.0 ],
					"presentation": 1,
					"presentation_rect": [ 16.0, 42.0, 520.0, 20.0 ],
					"text": "In a terminal: repons run   Then click the keys below, or play a MIDI keyboard."
				}
			},
			{
				"box": {
					"id": "obj-3",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 20.0, 80.0, 330.0, 34.0 ],
					"text": "1. Find the bridge. Said again every five seconds, so that the bridge may be started, or started anew, at any time."
				}
			},
			{
				"box": {
					"id": "obj-4",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 20.0, 120.0, 84.0, 22.0 ],
					"text": "loadmess 1"
				}
			},
			{
				"box": {
					"id": "obj-5",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "bang" ],
					"patching_rect": [ 20.0, 150.0, 84.0, 22.0 ],
					"text": "metro 5000"
				}
			},
			{
				"box": {
					"id": "obj-6",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 20.0, 180.0, 182.0, 22.0 ],
					"text": "/repons/subscribe 1 7401"
				}
			},
			{
				"box": {
					"id": "obj-7",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [ "bang" ],
					"patching_rect": [ 220.0, 120.0, 77.0, 22.0 ],
					"text": "closebang"
				}
			},
			{
				"box": {
					"id": "obj-8",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 220.0, 150.0, 182.0, 22.0 ],
					"text": "/repons/subscribe 0 7401"
				}
			},
			{
				"box": {
					"id": "obj-9",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 20.0, 222.0, 440.0, 20.0 ],
					"text": "2. What you play. A key on the screen is let go by itself after 0.4 seconds."
				}
			},
			{
				"box": {
					"id": "obj-10",
					"maxclass": "kslider",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": [ "int", "int" ],
					"patching_rect": [ 20.0, 246.0, 420.0, 60.0 ],
					"presentation": 1,
					"presentation_rect": [ 16.0, 72.0, 560.0, 64.0 ],
					"parameter_enable": 0,
					"range": 60,
					"offset": 36
				}
			},
			{
				"box": {
					"id": "obj-11",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 20.0, 320.0, 84.0, 22.0 ],
					"text": "pack 60 96"
				}
			},
			{
				"box": {
					"id": "obj-12",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 20.0, 350.0, 168.0, 22.0 ],
					"text": "/repons/note $1 $2 0.4"
				}
			},
			{
				"box": {
					"id": "obj-13",
					"maxclass": "newobj",
					"numinlets": 4,
					"numoutlets": 3,
					"outlettype": [ "int", "int", "int" ],
					"patching_rect": [ 220.0, 320.0, 231.0, 22.0 ],
					"text": "makenote 96 400 1 @repeatmode 2"
				}
			},
			{
				"box": {
					"id": "obj-14",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 0,
					"patching_rect": [ 220.0, 350.0, 63.0, 22.0 ],
					"text": "noteout"
				}
			},
			{
				"box": {
					"id": "obj-15",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 300.0, 352.0, 160.0, 20.0 ],
					"text": "so that you hear yourself"
				}
			},
			{
				"box": {
					"id": "obj-16",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 20.0, 384.0, 440.0, 34.0 ],
					"text": "A MIDI keyboard. Velocity first, to tell a key struck from a key let go, which is velocity 0."
				}
			},
			{
				"box": {
					"id": "obj-17",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": [ "int", "int", "int" ],
					"patching_rect": [ 20.0, 424.0, 56.0, 22.0 ],
					"text": "notein"
				}
			},
			{
				"box": {
					"id": "obj-18",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 20.0, 454.0, 98.0, 22.0 ],
					"text": "pack 60 96 1"
				}
			},
			{
				"box": {
					"id": "obj-19",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 20.0, 484.0, 70.0, 22.0 ],
					"text": "$2 $1 $3"
				}
			},
			{
				"box": {
					"id": "obj-20",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": [ "", "" ],
					"patching_rect": [ 20.0, 514.0, 63.0, 22.0 ],
					"text": "route 0"
				}
			},
			{
				"box": {
					"id": "obj-21",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 20.0, 544.0, 168.0, 22.0 ],
					"text": "/repons/note_off $1 $2"
				}
			},
			{
				"box": {
					"id": "obj-22",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 220.0, 544.0, 175.0, 22.0 ],
					"text": "/repons/note $2 $1 0 $3"
				}
			},
			{
				"box": {
					"id": "obj-23",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 480.0, 80.0, 430.0, 20.0 ],
					"text": "3. How the model plays. A mode chosen here stays until you choose another."
				}
			},
			{
				"box": {
					"id": "obj-24",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": [ "", "", "int" ],
					"patching_rect": [ 480.0, 120.0, 80.0, 24.0 ],
					"presentation": 1,
					"presentation_rect": [ 16.0, 150.0, 90.0, 28.0 ],
					"text": "start",
					"parameter_enable": 0
				}
			},
			{
				"box": {
					"id": "obj-25",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": [ "", "", "int" ],
					"patching_rect": [ 600.0, 120.0, 80.0, 24.0 ],
					"presentation": 1,
					"presentation_rect": [ 114.0, 150.0, 90.0, 28.0 ],
					"text": "hold",
					"parameter_enable": 0
				}
			},
			{
				"box": {
					"id": "obj-26",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": [ "", "", "int" ],
					"patching_rect": [ 720.0, 120.0, 80.0, 24.0 ],
					"presentation": 1,
					"presentation_rect": [ 212.0, 150.0, 90.0, 28.0 ],
					"text": "panic",
					"parameter_enable": 0
				}
			},
			{
				"box": {
					"id": "obj-27",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 480.0, 154.0, 105.0, 22.0 ],
					"text": "/repons/start"
				}
			},
			{
				"box": {
					"id": "obj-28",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 600.0, 154.0, 98.0, 22.0 ],
					"text": "/repons/hold"
				}
			},
			{
				"box": {
					"id": "obj-29",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 720.0, 154.0, 105.0, 22.0 ],
					"text": "/repons/panic"
				}
			},
			{
				"box": {
					"id": "obj-30",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 840.0, 120.0, 49.0, 22.0 ],
					"text": "clear"
				}
			},
			{
				"box": {
					"id": "obj-31",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 900.0, 120.0, 42.0, 22.0 ],
					"text": "stop"
				}
			},
			{
				"box": {
					"id": "obj-32",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 840.0, 150.0, 230.0, 48.0 ],
					"text": "Panic is local too: notes that wait or sound here end even when the bridge is gone."
				}
			},
			{
				"box": {
					"id": "obj-33",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": [ "int", "", "" ],
					"patching_rect": [ 480.0, 210.0, 100.0, 22.0 ],
					"presentation": 1,
					"presentation_rect": [ 364.0, 153.0, 80.0, 22.0 ],
					"items": [ "next", ",", "call", ",", "trade", ",", "duet", ",", "accompany", ",", "harmonise", ",", "continue", ",", "listen" ],
					"parameter_enable": 0
				}
			},
			{
				"box": {
					"id": "obj-34",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 480.0, 240.0, 154.0, 22.0 ],
					"text": "prepend /repons/mode"
				}
			},
			{
				"box": {
					"id": "obj-35",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": [ "", "bang" ],
					"patching_rect": [ 660.0, 210.0, 60.0, 22.0 ],
					"presentation": 1,
					"presentation_rect": [ 516.0, 153.0, 60.0, 22.0 ],
					"minimum": 0.0,
					"maximum": 5.0,
					"format": 6,
					"parameter_enable": 0
				}
			},
			{
				"box": {
					"id": "obj-36",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 660.0, 240.0, 168.0, 22.0 ],
					"text": "/repons/temperature $1"
				}
			},
			{
				"box": {
					"id": "obj-37",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 590.0, 210.0, 60.0, 20.0 ],
					"presentation": 1,
					"presentation_rect": [ 318.0, 154.0, 44.0, 20.0 ],
					"text": "mode"
				}
			},
			{
				"box": {
					"id": "obj-38",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 730.0, 210.0, 90.0, 20.0 ],
					"presentation": 1,
					"presentation_rect": [ 446.0, 154.0, 70.0, 20.0 ],
					"text": "temperature",
					"fontsize": 11.0
				}
			},
			{
				"box": {
					"id": "obj-39",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 850.0, 240.0, 230.0, 20.0 ],
					"text": "0 is tame, 1 as trained, above 1 wilder"
				}
			},
			{
				"box": {
					"id": "obj-40",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 480.0, 266.0, 133.0, 22.0 ],
					"text": "send ---to_bridge"
				}
			},
			{
				"box": {
					"id": "obj-41",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 220.0, 570.0, 154.0, 22.0 ],
					"text": "receive ---to_bridge"
				}
			},
			{
				"box": {
					"id": "obj-42",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 20.0, 600.0, 168.0, 22.0 ],
					"text": "udpsend 127.0.0.1 7400"
				}
			},
			{
				"box": {
					"id": "obj-43",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 200.0, 602.0, 270.0, 20.0 ],
					"text": "to the bridge: repons run listens on port 7400"
				}
			},
			{
				"box": {
					"id": "obj-44",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 480.0, 296.0, 470.0, 34.0 ],
					"text": "4. What the model plays. Max ignores the time tags of OSC bundles, so the wait travels as the last number, delay_ms."
				}
			},
			{
				"box": {
					"id": "obj-45",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 480.0, 330.0, 119.0, 22.0 ],
					"text": "udpreceive 7401"
				}
			},
			{
				"box": {
					"id": "obj-46",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 6,
					"outlettype": [ "", "", "", "", "", "" ],
					"patching_rect": [ 480.0, 360.0, 470.0, 22.0 ],
					"text": "route /repons/out /repons/note_off /repons/error /repons/event /repons/done"
				}
			},
			{
				"box": {
					"id": "obj-47",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 7,
					"outlettype": [ "int", "int", "int", "float", "int", "float", "float" ],
					"patching_rect": [ 480.0, 400.0, 190.0, 22.0 ],
					"text": "unpack 0 0 0 0. 1 0. 0."
				}
			},
			{
				"box": {
					"id": "obj-48",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 680.0, 402.0, 285.0, 20.0 ],
					"text": "seq pitch velocity dur chan probability delay_ms"
				}
			},
			{
				"box": {
					"id": "obj-49",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "float" ],
					"patching_rect": [ 480.0, 432.0, 63.0, 22.0 ],
					"text": "* 1000."
				}
			},
			{
				"box": {
					"id": "obj-50",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 545.0, 432.0, 270.0, 20.0 ],
					"text": "dur is in seconds, makenote wants milliseconds"
				}
			},
			{
				"box": {
					"id": "obj-51",
					"maxclass": "newobj",
					"numinlets": 5,
					"numoutlets": 4,
					"outlettype": [ "int", "int", "float", "int" ],
					"patching_rect": [ 480.0, 464.0, 190.0, 22.0 ],
					"text": "pipe 60 96 400. 1 0."
				}
			},
			{
				"box": {
					"id": "obj-52",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 680.0, 486.0, 290.0, 20.0 ],
					"text": "waits delay_ms: unpack sends it first, pitch last"
				}
			},
			{
				"box": {
					"id": "obj-53",
					"maxclass": "newobj",
					"numinlets": 4,
					"numoutlets": 3,
					"outlettype": [ "int", "int", "int" ],
					"patching_rect": [ 480.0, 510.0, 231.0, 22.0 ],
					"text": "makenote 96 400 1 @repeatmode 2"
				}
			},
			{
				"box": {
					"id": "obj-54",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 730.0, 512.0, 290.0, 20.0 ],
					"text": "ends each note; a key struck again is let go first"
				}
			},
			{
				"box": {
					"id": "obj-55",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 0,
					"patching_rect": [ 480.0, 600.0, 63.0, 22.0 ],
					"text": "noteout"
				}
			},
			{
				"box": {
					"id": "obj-56",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 545.0, 602.0, 270.0, 20.0 ],
					"text": "to the synthesiser: double-click to choose it"
				}
			},
			{
				"box": {
					"id": "obj-57",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": [ "int", "int" ],
					"patching_rect": [ 830.0, 432.0, 91.0, 22.0 ],
					"text": "unpack 60 1"
				}
			},
			{
				"box": {
					"id": "obj-58",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": [ "int", "int" ],
					"patching_rect": [ 830.0, 464.0, 49.0, 22.0 ],
					"text": "t i 0"
				}
			},
			{
				"box": {
					"id": "obj-59",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 930.0, 432.0, 190.0, 20.0 ],
					"text": "a note cut short: you interrupted"
				}
			},
			{
				"box": {
					"id": "obj-60",
					"maxclass": "number",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": [ "", "bang" ],
					"patching_rect": [ 480.0, 555.0, 50.0, 22.0 ],
					"presentation": 1,
					"presentation_rect": [ 88.0, 192.0, 50.0, 22.0 ],
					"parameter_enable": 0
				}
			},
			{
				"box": {
					"id": "obj-61",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 535.0, 555.0, 100.0, 20.0 ],
					"presentation": 1,
					"presentation_rect": [ 12.0, 193.0, 76.0, 20.0 ],
					"text": "model plays"
				}
			},
			{
				"box": {
					"id": "obj-62",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": [ "", "bang" ],
					"patching_rect": [ 700.0, 555.0, 60.0, 22.0 ],
					"presentation": 1,
					"presentation_rect": [ 212.0, 192.0, 60.0, 22.0 ],
					"parameter_enable": 0
				}
			},
			{
				"box": {
					"id": "obj-63",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 765.0, 555.0, 70.0, 20.0 ],
					"presentation": 1,
					"presentation_rect": [ 146.0, 193.0, 66.0, 20.0 ],
					"text": "how likely"
				}
			},
			{
				"box": {
					"id": "obj-64",
					"maxclass": "button",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [ "bang" ],
					"patching_rect": [ 1000.0, 400.0, 24.0, 24.0 ],
					"presentation": 1,
					"presentation_rect": [ 364.0, 191.0, 24.0, 24.0 ]
				}
			},
			{
				"box": {
					"id": "obj-65",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 1030.0, 402.0, 190.0, 20.0 ],
					"presentation": 1,
					"presentation_rect": [ 392.0, 193.0, 190.0, 20.0 ],
					"text": "flashes when the bridge is there"
				}
			},
			{
				"box": {
					"id": "obj-66",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 1000.0, 464.0, 91.0, 22.0 ],
					"text": "prepend set"
				}
			},
			{
				"box": {
					"id": "obj-67",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 1000.0, 494.0, 260.0, 22.0 ],
					"presentation": 1,
					"presentation_rect": [ 66.0, 226.0, 510.0, 22.0 ],
					"text": ""
				}
			},
			{
				"box": {
					"id": "obj-68",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 1000.0, 520.0, 200.0, 20.0 ],
					"presentation": 1,
					"presentation_rect": [ 16.0, 227.0, 50.0, 20.0 ],
					"text": "error"
				}
			},
			{
				"box": {
					"id": "obj-69",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 1000.0, 552.0, 91.0, 22.0 ],
					"text": "prepend set"
				}
			},
			{
				"box": {
					"id": "obj-70",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [ "" ],
					"patching_rect": [ 1000.0, 582.0, 260.0, 22.0 ],
					"presentation": 1,
					"presentation_rect": [ 66.0, 254.0, 510.0, 22.0 ],
					"text": ""
				}
			},
			{
				"box": {
					"id": "obj-71",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [ 1000.0, 608.0, 60.0, 20.0 ],
					"presentation": 1,
					"presentation_rect": [ 16.0, 255.0, 50.0, 20.0 ],
					"text": "event"
				}
			}
		],
		"lines": [
			{
				"patchline": {
					"source": [ "obj-41", 0 ],
					"destination": [ "obj-42", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-4", 0 ],
					"destination": [ "obj-5", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-5", 0 ],
					"destination": [ "obj-6", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-7", 0 ],
					"destination": [ "obj-8", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-6", 0 ],
					"destination": [ "obj-42", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-8", 0 ],
					"destination": [ "obj-42", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-10", 0 ],
					"destination": [ "obj-11", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-10", 1 ],
					"destination": [ "obj-11", 1 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-11", 0 ],
					"destination": [ "obj-12", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-12", 0 ],
					"destination": [ "obj-42", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-10", 0 ],
					"destination": [ "obj-13", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-10", 1 ],
					"destination": [ "obj-13", 1 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-13", 0 ],
					"destination": [ "obj-14", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-13", 1 ],
					"destination": [ "obj-14", 1 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-13", 2 ],
					"destination": [ "obj-14", 2 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-17", 0 ],
					"destination": [ "obj-18", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-17", 1 ],
					"destination": [ "obj-18", 1 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-17", 2 ],
					"destination": [ "obj-18", 2 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-18", 0 ],
					"destination": [ "obj-19", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-19", 0 ],
					"destination": [ "obj-20", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-20", 0 ],
					"destination": [ "obj-21", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-20", 1 ],
					"destination": [ "obj-22", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-21", 0 ],
					"destination": [ "obj-42", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-22", 0 ],
					"destination": [ "obj-42", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-24", 0 ],
					"destination": [ "obj-27", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-25", 0 ],
					"destination": [ "obj-28", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-26", 0 ],
					"destination": [ "obj-29", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-27", 0 ],
					"destination": [ "obj-40", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-28", 0 ],
					"destination": [ "obj-40", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-29", 0 ],
					"destination": [ "obj-40", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-26", 0 ],
					"destination": [ "obj-30", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-26", 0 ],
					"destination": [ "obj-31", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-30", 0 ],
					"destination": [ "obj-51", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-31", 0 ],
					"destination": [ "obj-53", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-33", 1 ],
					"destination": [ "obj-34", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-34", 0 ],
					"destination": [ "obj-40", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-35", 0 ],
					"destination": [ "obj-36", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-36", 0 ],
					"destination": [ "obj-40", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-45", 0 ],
					"destination": [ "obj-46", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-46", 0 ],
					"destination": [ "obj-47", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-46", 1 ],
					"destination": [ "obj-57", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-46", 2 ],
					"destination": [ "obj-66", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-46", 3 ],
					"destination": [ "obj-69", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-46", 4 ],
					"destination": [ "obj-64", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-47", 6 ],
					"destination": [ "obj-51", 4 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-47", 5 ],
					"destination": [ "obj-62", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-47", 4 ],
					"destination": [ "obj-51", 3 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-47", 3 ],
					"destination": [ "obj-49", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-49", 0 ],
					"destination": [ "obj-51", 2 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-47", 2 ],
					"destination": [ "obj-51", 1 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-47", 1 ],
					"destination": [ "obj-51", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-51", 0 ],
					"destination": [ "obj-53", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-51", 1 ],
					"destination": [ "obj-53", 1 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-51", 2 ],
					"destination": [ "obj-53", 2 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-51", 3 ],
					"destination": [ "obj-53", 3 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-51", 0 ],
					"destination": [ "obj-60", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-53", 0 ],
					"destination": [ "obj-55", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-53", 1 ],
					"destination": [ "obj-55", 1 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-53", 2 ],
					"destination": [ "obj-55", 2 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-57", 0 ],
					"destination": [ "obj-58", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-57", 1 ],
					"destination": [ "obj-55", 2 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-58", 0 ],
					"destination": [ "obj-55", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-58", 1 ],
					"destination": [ "obj-55", 1 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-66", 0 ],
					"destination": [ "obj-67", 0 ]
				}
			},
			{
				"patchline": {
					"source": [ "obj-69", 0 ],
					"destination": [ "obj-70", 0 ]
				}
			}
		],
		"dependency_cache": [],
		"autosave": 0
	}
}
