{
	"patcher": {
		"appversion": {
			"architecture": "x64",
			"major": 8,
			"minor": 5,
			"modernui": 1,
			"revision": 0
		},
		"boxes": [
			{
				"box": {
					"id": "obj-1",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 0,
					"patcher": {
						"appversion": {
							"architecture": "x64",
							"major": 8,
							"minor": 5,
							"modernui": 1,
							"revision": 0
						},
						"boxes": [
							{
								"box": {
									"fontface": 1,
									"fontsize": 20,
									"id": "obj-1",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 12, 500, 30],
									"text": "Répons"
								}
							},
							{
								"box": {
									"id": "obj-2",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 44, 820, 20],
									"text": "A model that plays along: a program beside Max, reached over OSC. These patches are its way in and out."
								}
							},
							{
								"box": {
									"fontface": 1,
									"id": "obj-3",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 80, 24, 20],
									"text": "1."
								}
							},
							{
								"box": {
									"fontface": 1,
									"id": "obj-4",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [44, 80, 780, 20],
									"text": "In a terminal:   repons run"
								}
							},
							{
								"box": {
									"id": "obj-5",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [44, 100, 780, 20],
									"text": "It says: listening on udp 127.0.0.1:7400, and then: ready."
								}
							},
							{
								"box": {
									"fontface": 1,
									"id": "obj-6",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 136, 24, 20],
									"text": "2."
								}
							},
							{
								"box": {
									"fontface": 1,
									"id": "obj-7",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [44, 136, 780, 20],
									"text": "Open Repons.maxpat and click keys, or put Repons.amxd on a MIDI track of Live."
								}
							},
							{
								"box": {
									"id": "obj-8",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [44, 156, 780, 20],
									"text": "The lamp fills within seconds, whichever was started first."
								}
							},
							{
								"box": {
									"fontface": 1,
									"id": "obj-9",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 192, 24, 20],
									"text": "3."
								}
							},
							{
								"box": {
									"fontface": 1,
									"id": "obj-10",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [44, 192, 780, 20],
									"text": "Or build your own: the next tab needs three objects."
								}
							},
							{
								"box": {
									"id": "obj-11",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [44, 212, 780, 20],
									"text": "ReponsIo (to the bridge and back), ReponsPlay (its notes at their moments), repons.connect.js (finds it)."
								}
							},
							{
								"box": {
									"fontface": 1,
									"id": "obj-12",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 248, 24, 20],
									"text": "4."
								}
							},
							{
								"box": {
									"fontface": 1,
									"id": "obj-13",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [44, 248, 780, 20],
									"text": "Every message there is stands in the tab messages."
								}
							},
							{
								"box": {
									"id": "obj-14",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [44, 268, 780, 20],
									"text": "A wrong one is answered by error, with a sentence that says what to send instead."
								}
							},
							{
								"box": {
									"id": "obj-15",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 304, 820, 20],
									"text": "When you hear nothing: docs/venues/max.md and docs/venues/live-max.md say what to look at."
								}
							}
						],
						"classnamespace": "box",
						"default_fontname": "Arial",
						"default_fontsize": 12,
						"fileversion": 1,
						"lines": [],
						"openinpresentation": 0,
						"rect": [80, 80, 900, 640],
						"showontab": 1
					},
					"patching_rect": [20, 20, 57, 22],
					"text": "p start"
				}
			},
			{
				"box": {
					"id": "obj-2",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 0,
					"patcher": {
						"appversion": {
							"architecture": "x64",
							"major": 8,
							"minor": 5,
							"modernui": 1,
							"revision": 0
						},
						"boxes": [
							{
								"box": {
									"fontface": 1,
									"fontsize": 20,
									"id": "obj-1",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 12, 500, 30],
									"text": "Your own patch"
								}
							},
							{
								"box": {
									"id": "obj-2",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 44, 820, 20],
									"text": "Names and values in, names and values out. A name alone asks: what comes back has the same name."
								}
							},
							{
								"box": {
									"id": "obj-3",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": ["bang"],
									"patching_rect": [20, 80, 66, 22],
									"text": "loadbang"
								}
							},
							{
								"box": {
									"id": "obj-4",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [20, 110, 30, 22],
									"text": "1"
								}
							},
							{
								"box": {
									"id": "obj-5",
									"maxclass": "newobj",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": ["bang"],
									"patching_rect": [20, 140, 80, 22],
									"text": "metro 1000"
								}
							},
							{
								"box": {
									"id": "obj-6",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [20, 170, 38, 22],
									"text": "tick"
								}
							},
							{
								"box": {
									"id": "obj-7",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 5,
									"outlettype": ["", "", "", "", ""],
									"patching_rect": [20, 210, 150, 22],
									"text": "js repons.connect.js"
								}
							},
							{
								"box": {
									"id": "obj-8",
									"maxclass": "newobj",
									"numinlets": 3,
									"numoutlets": 3,
									"outlettype": ["", "", ""],
									"patching_rect": [20, 400, 66, 22],
									"text": "ReponsIo"
								}
							},
							{
								"box": {
									"id": "obj-9",
									"maxclass": "newobj",
									"numinlets": 3,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [20, 440, 80, 22],
									"text": "ReponsPlay"
								}
							},
							{
								"box": {
									"id": "obj-10",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [130, 140, 420, 20],
									"text": "Once a second: is it there? On which port are its answers heard?"
								}
							},
							{
								"box": {
									"id": "obj-11",
									"maxclass": "newobj",
									"numinlets": 5,
									"numoutlets": 5,
									"outlettype": ["", "", "", "", ""],
									"patching_rect": [220, 250, 220, 22],
									"text": "route lamp state latency words"
								}
							},
							{
								"box": {
									"id": "obj-12",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [220, 290, 30, 20],
									"text": " "
								}
							},
							{
								"box": {
									"id": "obj-13",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [260, 290, 80, 20],
									"text": " "
								}
							},
							{
								"box": {
									"id": "obj-14",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [350, 290, 130, 20],
									"text": " "
								}
							},
							{
								"box": {
									"id": "obj-15",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [490, 290, 380, 20],
									"text": " "
								}
							},
							{
								"box": {
									"id": "obj-16",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [220, 330, 108, 22],
									"text": "note 60 96 0.5"
								}
							},
							{
								"box": {
									"id": "obj-17",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [330, 330, 115, 22],
									"text": "temperature 0.8"
								}
							},
							{
								"box": {
									"id": "obj-18",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [450, 330, 87, 22],
									"text": "temperature"
								}
							},
							{
								"box": {
									"id": "obj-19",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [550, 330, 73, 22],
									"text": "mode call"
								}
							},
							{
								"box": {
									"id": "obj-20",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [630, 330, 45, 22],
									"text": "panic"
								}
							},
							{
								"box": {
									"id": "obj-21",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [220, 356, 300, 20],
									"text": "click: you play, you turn, you ask"
								}
							},
							{
								"box": {
									"id": "obj-22",
									"maxclass": "newobj",
									"numinlets": 5,
									"numoutlets": 5,
									"outlettype": ["", "", "", "", ""],
									"patching_rect": [220, 440, 255, 22],
									"text": "route temperature mode status error"
								}
							},
							{
								"box": {
									"id": "obj-23",
									"maxclass": "flonum",
									"numinlets": 1,
									"numoutlets": 2,
									"outlettype": ["", "bang"],
									"patching_rect": [220, 470, 60, 20]
								}
							},
							{
								"box": {
									"id": "obj-24",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [300, 470, 90, 22],
									"text": " "
								}
							},
							{
								"box": {
									"id": "obj-25",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [300, 500, 87, 22],
									"text": "prepend set"
								}
							},
							{
								"box": {
									"id": "obj-26",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [430, 470, 87, 22],
									"text": "prepend set"
								}
							},
							{
								"box": {
									"id": "obj-27",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [430, 500, 420, 20],
									"text": " "
								}
							},
							{
								"box": {
									"id": "obj-28",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 3,
									"outlettype": ["int", "int", "int"],
									"patching_rect": [20, 480, 94, 22],
									"text": "unpack 0 0 0"
								}
							},
							{
								"box": {
									"id": "obj-29",
									"maxclass": "newobj",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [20, 510, 66, 22],
									"text": "pack 0 0"
								}
							},
							{
								"box": {
									"id": "obj-30",
									"maxclass": "newobj",
									"numinlets": 7,
									"numoutlets": 2,
									"outlettype": ["int", ""],
									"patching_rect": [20, 540, 80, 22],
									"text": "midiformat"
								}
							},
							{
								"box": {
									"id": "obj-31",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": ["int"],
									"patching_rect": [20, 570, 73, 22],
									"text": "midiflush"
								}
							},
							{
								"box": {
									"id": "obj-32",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 600, 59, 22],
									"text": "midiout"
								}
							},
							{
								"box": {
									"id": "obj-33",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 2,
									"outlettype": ["bang", "bang"],
									"patching_rect": [630, 360, 45, 22],
									"text": "t b b"
								}
							},
							{
								"box": {
									"id": "obj-34",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [100, 600, 300, 20],
									"text": "Double-click midiout and choose a synthesiser."
								}
							},
							{
								"box": {
									"id": "obj-35",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": ["bang"],
									"patching_rect": [700, 80, 66, 22],
									"text": "freebang"
								}
							},
							{
								"box": {
									"id": "obj-36",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [700, 110, 87, 22],
									"text": "subscribe 0"
								}
							},
							{
								"box": {
									"id": "obj-37",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [700, 140, 180, 34],
									"text": "the bridge is told when the patch is closed"
								}
							}
						],
						"classnamespace": "box",
						"default_fontname": "Arial",
						"default_fontsize": 12,
						"fileversion": 1,
						"lines": [
							{
								"patchline": {
									"destination": ["obj-4", 0],
									"source": ["obj-3", 0]
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
									"destination": ["obj-7", 0],
									"source": ["obj-6", 0]
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
									"destination": ["obj-8", 1],
									"source": ["obj-7", 1]
								}
							},
							{
								"patchline": {
									"destination": ["obj-7", 0],
									"source": ["obj-8", 2]
								}
							},
							{
								"patchline": {
									"destination": ["obj-11", 0],
									"source": ["obj-7", 2]
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
									"destination": ["obj-13", 0],
									"source": ["obj-11", 1]
								}
							},
							{
								"patchline": {
									"destination": ["obj-14", 0],
									"source": ["obj-11", 2]
								}
							},
							{
								"patchline": {
									"destination": ["obj-15", 0],
									"source": ["obj-11", 3]
								}
							},
							{
								"patchline": {
									"destination": ["obj-8", 0],
									"source": ["obj-16", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-8", 0],
									"source": ["obj-17", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-8", 0],
									"source": ["obj-18", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-8", 0],
									"source": ["obj-19", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-8", 0],
									"source": ["obj-20", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-22", 0],
									"source": ["obj-8", 2]
								}
							},
							{
								"patchline": {
									"destination": ["obj-23", 0],
									"source": ["obj-22", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-25", 0],
									"source": ["obj-22", 1]
								}
							},
							{
								"patchline": {
									"destination": ["obj-24", 0],
									"source": ["obj-25", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-26", 0],
									"source": ["obj-22", 3]
								}
							},
							{
								"patchline": {
									"destination": ["obj-27", 0],
									"source": ["obj-26", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-9", 0],
									"source": ["obj-8", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-9", 1],
									"source": ["obj-8", 1]
								}
							},
							{
								"patchline": {
									"destination": ["obj-28", 0],
									"source": ["obj-9", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-29", 0],
									"source": ["obj-28", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-29", 1],
									"source": ["obj-28", 1]
								}
							},
							{
								"patchline": {
									"destination": ["obj-30", 0],
									"source": ["obj-29", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-30", 6],
									"source": ["obj-28", 2]
								}
							},
							{
								"patchline": {
									"destination": ["obj-31", 0],
									"source": ["obj-30", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-32", 0],
									"source": ["obj-31", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-33", 0],
									"source": ["obj-20", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-9", 2],
									"source": ["obj-33", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-31", 0],
									"source": ["obj-33", 1]
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
									"destination": ["obj-8", 0],
									"source": ["obj-36", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-8", 2],
									"source": ["obj-7", 4]
								}
							}
						],
						"openinpresentation": 0,
						"rect": [80, 80, 900, 640],
						"showontab": 1
					},
					"patching_rect": [110, 20, 85, 22],
					"text": "p own patch"
				}
			},
			{
				"box": {
					"id": "obj-3",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 0,
					"patcher": {
						"appversion": {
							"architecture": "x64",
							"major": 8,
							"minor": 5,
							"modernui": 1,
							"revision": 0
						},
						"boxes": [
							{
								"box": {
									"fontface": 1,
									"fontsize": 20,
									"id": "obj-1",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 12, 500, 30],
									"text": "Every message"
								}
							},
							{
								"box": {
									"id": "obj-2",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 44, 820, 20],
									"text": "Click one; its answer stands in the box below. Made from the table the bridge itself reads by, so it is never out of date."
								}
							},
							{
								"box": {
									"bgmode": 0,
									"border": 1,
									"enablehscroll": 1,
									"enablevscroll": 1,
									"id": "obj-3",
									"maxclass": "bpatcher",
									"name": "ReponsMessages.maxpat",
									"numinlets": 0,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [20, 76, 1010, 500]
								}
							},
							{
								"box": {
									"id": "obj-4",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 600, 164, 22],
									"text": "udpsend 127.0.0.1 7400"
								}
							},
							{
								"box": {
									"id": "obj-5",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [240, 600, 115, 22],
									"text": "udpreceive 7464"
								}
							},
							{
								"box": {
									"id": "obj-6",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [240, 640, 178, 22],
									"text": "/repons/subscribe 1 7464"
								}
							},
							{
								"box": {
									"id": "obj-7",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [420, 600, 87, 22],
									"text": "prepend set"
								}
							},
							{
								"box": {
									"id": "obj-8",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [420, 640, 600, 22],
									"text": " "
								}
							},
							{
								"box": {
									"id": "obj-9",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [240, 666, 340, 20],
									"text": "click this first: answers then come to port 7464"
								}
							}
						],
						"classnamespace": "box",
						"default_fontname": "Arial",
						"default_fontsize": 12,
						"fileversion": 1,
						"lines": [
							{
								"patchline": {
									"destination": ["obj-4", 0],
									"source": ["obj-3", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-4", 0],
									"source": ["obj-6", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-7", 0],
									"source": ["obj-5", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-8", 0],
									"source": ["obj-7", 0]
								}
							}
						],
						"openinpresentation": 0,
						"rect": [80, 80, 1060, 760],
						"showontab": 1
					},
					"patching_rect": [220, 20, 78, 22],
					"text": "p messages"
				}
			},
			{
				"box": {
					"id": "obj-4",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 0,
					"patcher": {
						"appversion": {
							"architecture": "x64",
							"major": 8,
							"minor": 5,
							"modernui": 1,
							"revision": 0
						},
						"boxes": [
							{
								"box": {
									"fontface": 1,
									"fontsize": 20,
									"id": "obj-1",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 12, 500, 30],
									"text": "The same as a file"
								}
							},
							{
								"box": {
									"id": "obj-2",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 44, 820, 20],
									"text": "repons.messages.txt holds an example of each under its name, the way coll reads it."
								}
							},
							{
								"box": {
									"id": "obj-3",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [20, 80, 178, 22],
									"text": "read repons.messages.txt"
								}
							},
							{
								"box": {
									"id": "obj-4",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 4,
									"outlettype": ["", "", "", ""],
									"patching_rect": [20, 250, 122, 22],
									"saved_object_attributes": {
										"embed": 0,
										"precision": 6
									},
									"text": "coll ---messages"
								}
							},
							{
								"box": {
									"id": "obj-5",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 320, 164, 22],
									"text": "udpsend 127.0.0.1 7400"
								}
							},
							{
								"box": {
									"id": "obj-6",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [20, 140, 38, 22],
									"text": "note"
								}
							},
							{
								"box": {
									"id": "obj-7",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [20, 180, 66, 22],
									"text": "tosymbol"
								}
							},
							{
								"box": {
									"id": "obj-8",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [130, 140, 87, 22],
									"text": "temperature"
								}
							},
							{
								"box": {
									"id": "obj-9",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [130, 180, 66, 22],
									"text": "tosymbol"
								}
							},
							{
								"box": {
									"id": "obj-10",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [240, 140, 38, 22],
									"text": "mode"
								}
							},
							{
								"box": {
									"id": "obj-11",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [240, 180, 66, 22],
									"text": "tosymbol"
								}
							},
							{
								"box": {
									"id": "obj-12",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [350, 140, 52, 22],
									"text": "status"
								}
							},
							{
								"box": {
									"id": "obj-13",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [350, 180, 66, 22],
									"text": "tosymbol"
								}
							},
							{
								"box": {
									"id": "obj-14",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [460, 140, 52, 22],
									"text": "models"
								}
							},
							{
								"box": {
									"id": "obj-15",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [460, 180, 66, 22],
									"text": "tosymbol"
								}
							},
							{
								"box": {
									"id": "obj-16",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [570, 140, 45, 22],
									"text": "panic"
								}
							},
							{
								"box": {
									"id": "obj-17",
									"maxclass": "newobj",
									"numinlets": 1,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [570, 180, 66, 22],
									"text": "tosymbol"
								}
							},
							{
								"box": {
									"id": "obj-18",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [220, 80, 400, 20],
									"text": "1. read it   2. a name: its message goes out"
								}
							},
							{
								"box": {
									"id": "obj-19",
									"maxclass": "newobj",
									"numinlets": 2,
									"numoutlets": 2,
									"outlettype": ["", ""],
									"patching_rect": [20, 290, 94, 22],
									"text": "route symbol"
								}
							},
							{
								"box": {
									"id": "obj-20",
									"maxclass": "comment",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [150, 290, 300, 20],
									"text": "a single word comes out of coll as a symbol"
								}
							}
						],
						"classnamespace": "box",
						"default_fontname": "Arial",
						"default_fontsize": 12,
						"fileversion": 1,
						"lines": [
							{
								"patchline": {
									"destination": ["obj-4", 0],
									"source": ["obj-3", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-7", 0],
									"source": ["obj-6", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-4", 0],
									"source": ["obj-7", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-9", 0],
									"source": ["obj-8", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-4", 0],
									"source": ["obj-9", 0]
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
									"destination": ["obj-4", 0],
									"source": ["obj-11", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-13", 0],
									"source": ["obj-12", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-4", 0],
									"source": ["obj-13", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-15", 0],
									"source": ["obj-14", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-4", 0],
									"source": ["obj-15", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-17", 0],
									"source": ["obj-16", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-4", 0],
									"source": ["obj-17", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-19", 0],
									"source": ["obj-4", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-5", 0],
									"source": ["obj-19", 0]
								}
							},
							{
								"patchline": {
									"destination": ["obj-5", 0],
									"source": ["obj-19", 1]
								}
							}
						],
						"openinpresentation": 0,
						"rect": [80, 80, 900, 640],
						"showontab": 1
					},
					"patching_rect": [310, 20, 50, 22],
					"text": "p file"
				}
			}
		],
		"classnamespace": "box",
		"default_fontname": "Arial",
		"default_fontsize": 12,
		"fileversion": 1,
		"lines": [],
		"openinpresentation": 0,
		"rect": [80, 80, 900, 640],
		"showontab": 0,
		"showrootpatcherontab": 0
	}
}
