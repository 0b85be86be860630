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
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 8, 700, 20],
					"text": "Made by python -m bridge.clients.max from the table of addresses: change the table, not this patch."
				}
			},
			{
				"box": {
					"comment": "what to say to the bridge: temperature 0.8",
					"id": "obj-2",
					"index": 1,
					"maxclass": "inlet",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 34, 30, 30]
				}
			},
			{
				"box": {
					"comment": "port N: where its answers are heard",
					"id": "obj-3",
					"index": 2,
					"maxclass": "inlet",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1000, 34, 30, 30]
				}
			},
			{
				"box": {
					"comment": "host A, port N: where the bridge is",
					"id": "obj-4",
					"index": 3,
					"maxclass": "inlet",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1520, 34, 30, 30]
				}
			},
			{
				"box": {
					"id": "obj-5",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [780, 34, 164, 22],
					"text": "udpsend 127.0.0.1 7400"
				}
			},
			{
				"box": {
					"id": "obj-6",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 70, 402, 22],
					"text": "route note note_off mode turn model models agent dismiss"
				}
			},
			{
				"box": {
					"id": "obj-7",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 96, 150, 22],
					"text": "prepend /repons/note"
				}
			},
			{
				"box": {
					"id": "obj-8",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 122, 178, 22],
					"text": "prepend /repons/note_off"
				}
			},
			{
				"box": {
					"id": "obj-9",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 148, 150, 22],
					"text": "prepend /repons/mode"
				}
			},
			{
				"box": {
					"id": "obj-10",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 148, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-11",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 148, 94, 22],
					"text": "/repons/mode"
				}
			},
			{
				"box": {
					"id": "obj-12",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 174, 150, 22],
					"text": "prepend /repons/turn"
				}
			},
			{
				"box": {
					"id": "obj-13",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 200, 157, 22],
					"text": "prepend /repons/model"
				}
			},
			{
				"box": {
					"id": "obj-14",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 200, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-15",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 200, 101, 22],
					"text": "/repons/model"
				}
			},
			{
				"box": {
					"id": "obj-16",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 226, 164, 22],
					"text": "prepend /repons/models"
				}
			},
			{
				"box": {
					"id": "obj-17",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 226, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-18",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 226, 108, 22],
					"text": "/repons/models"
				}
			},
			{
				"box": {
					"id": "obj-19",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 252, 157, 22],
					"text": "prepend /repons/agent"
				}
			},
			{
				"box": {
					"id": "obj-20",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 252, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-21",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 252, 101, 22],
					"text": "/repons/agent"
				}
			},
			{
				"box": {
					"id": "obj-22",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 278, 171, 22],
					"text": "prepend /repons/dismiss"
				}
			},
			{
				"box": {
					"id": "obj-23",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 330, 388, 22],
					"text": "route channel start hold panic reset forget clock beat"
				}
			},
			{
				"box": {
					"id": "obj-24",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 356, 171, 22],
					"text": "prepend /repons/channel"
				}
			},
			{
				"box": {
					"id": "obj-25",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 356, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-26",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 356, 115, 22],
					"text": "/repons/channel"
				}
			},
			{
				"box": {
					"id": "obj-27",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 382, 157, 22],
					"text": "prepend /repons/start"
				}
			},
			{
				"box": {
					"id": "obj-28",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 382, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-29",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 382, 101, 22],
					"text": "/repons/start"
				}
			},
			{
				"box": {
					"id": "obj-30",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 408, 150, 22],
					"text": "prepend /repons/hold"
				}
			},
			{
				"box": {
					"id": "obj-31",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 408, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-32",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 408, 94, 22],
					"text": "/repons/hold"
				}
			},
			{
				"box": {
					"id": "obj-33",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 434, 157, 22],
					"text": "prepend /repons/panic"
				}
			},
			{
				"box": {
					"id": "obj-34",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 434, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-35",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 434, 101, 22],
					"text": "/repons/panic"
				}
			},
			{
				"box": {
					"id": "obj-36",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 460, 157, 22],
					"text": "prepend /repons/reset"
				}
			},
			{
				"box": {
					"id": "obj-37",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 460, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-38",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 460, 101, 22],
					"text": "/repons/reset"
				}
			},
			{
				"box": {
					"id": "obj-39",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 486, 164, 22],
					"text": "prepend /repons/forget"
				}
			},
			{
				"box": {
					"id": "obj-40",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 486, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-41",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 486, 108, 22],
					"text": "/repons/forget"
				}
			},
			{
				"box": {
					"id": "obj-42",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 512, 157, 22],
					"text": "prepend /repons/clock"
				}
			},
			{
				"box": {
					"id": "obj-43",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 512, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-44",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 512, 101, 22],
					"text": "/repons/clock"
				}
			},
			{
				"box": {
					"id": "obj-45",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 538, 150, 22],
					"text": "prepend /repons/beat"
				}
			},
			{
				"box": {
					"id": "obj-46",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 590, 381, 22],
					"text": "route ping status subscribe sync help mark next probs"
				}
			},
			{
				"box": {
					"id": "obj-47",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 616, 150, 22],
					"text": "prepend /repons/ping"
				}
			},
			{
				"box": {
					"id": "obj-48",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 616, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-49",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 616, 94, 22],
					"text": "/repons/ping"
				}
			},
			{
				"box": {
					"id": "obj-50",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 642, 164, 22],
					"text": "prepend /repons/status"
				}
			},
			{
				"box": {
					"id": "obj-51",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 642, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-52",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 642, 108, 22],
					"text": "/repons/status"
				}
			},
			{
				"box": {
					"id": "obj-53",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 668, 185, 22],
					"text": "prepend /repons/subscribe"
				}
			},
			{
				"box": {
					"id": "obj-54",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 668, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-55",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 668, 129, 22],
					"text": "/repons/subscribe"
				}
			},
			{
				"box": {
					"id": "obj-56",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 694, 150, 22],
					"text": "prepend /repons/sync"
				}
			},
			{
				"box": {
					"id": "obj-57",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 720, 150, 22],
					"text": "prepend /repons/help"
				}
			},
			{
				"box": {
					"id": "obj-58",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 720, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-59",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 720, 94, 22],
					"text": "/repons/help"
				}
			},
			{
				"box": {
					"id": "obj-60",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 746, 150, 22],
					"text": "prepend /repons/mark"
				}
			},
			{
				"box": {
					"id": "obj-61",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 772, 150, 22],
					"text": "prepend /repons/next"
				}
			},
			{
				"box": {
					"id": "obj-62",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 772, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-63",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 772, 94, 22],
					"text": "/repons/next"
				}
			},
			{
				"box": {
					"id": "obj-64",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 798, 157, 22],
					"text": "prepend /repons/probs"
				}
			},
			{
				"box": {
					"id": "obj-65",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 798, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-66",
<<<<<<< HEAD
					"maxclass": "newobj",
					"numinlets": 13,
					"numoutlets": 13,
					"outlettype": ["", "", "", "", "", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 798, 1144, 22],
					"text": "route clip/capture clip/begin clip/put clip/continue clip/infill clip/vary clip/accompany clip/generate clip/stop temperature temperature_pitch temperature_rhythm"
=======
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 798, 101, 22],
					"text": "/repons/probs"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-67",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 850, 850, 22],
					"text": "route clip/capture temperature temperature_pitch temperature_rhythm temperature_length temperature_velocity memory blend"
				}
			},
			{
				"box": {
					"id": "obj-68",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 850, 192, 22],
					"text": "prepend /repons/clip/begin"
=======
					"patching_rect": [120, 876, 206, 22],
					"text": "prepend /repons/clip/capture"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-69",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 876, 178, 22],
					"text": "prepend /repons/clip/put"
=======
					"patching_rect": [120, 902, 199, 22],
					"text": "prepend /repons/temperature"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-70",
<<<<<<< HEAD
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 876, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-71",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 876, 122, 22],
					"text": "/repons/clip/put"
				}
			},
			{
				"box": {
					"id": "obj-72",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 902, 213, 22],
					"text": "prepend /repons/clip/continue"
				}
			},
			{
				"box": {
					"id": "obj-73",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 928, 199, 22],
					"text": "prepend /repons/clip/infill"
				}
			},
			{
				"box": {
					"id": "obj-74",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 954, 185, 22],
					"text": "prepend /repons/clip/vary"
				}
			},
			{
				"box": {
					"id": "obj-75",
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 980, 220, 22],
					"text": "prepend /repons/clip/accompany"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-76",
=======
					"id": "obj-71",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 902, 143, 22],
					"text": "/repons/temperature"
				}
			},
			{
				"box": {
					"id": "obj-72",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 928, 241, 22],
					"text": "prepend /repons/temperature_pitch"
				}
			},
			{
				"box": {
					"id": "obj-73",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 928, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-74",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 928, 185, 22],
					"text": "/repons/temperature_pitch"
				}
			},
			{
				"box": {
					"id": "obj-75",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 954, 248, 22],
					"text": "prepend /repons/temperature_rhythm"
				}
			},
			{
				"box": {
					"id": "obj-76",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 954, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-77",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 954, 192, 22],
					"text": "/repons/temperature_rhythm"
				}
			},
			{
				"box": {
					"id": "obj-78",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 980, 248, 22],
					"text": "prepend /repons/temperature_length"
				}
			},
			{
				"box": {
					"id": "obj-79",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 980, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-77",
=======
					"id": "obj-80",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 980, 164, 22],
					"text": "/repons/clip/accompany"
=======
					"patching_rect": [420, 980, 192, 22],
					"text": "/repons/temperature_length"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-78",
=======
					"id": "obj-81",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1006, 213, 22],
					"text": "prepend /repons/clip/generate"
=======
					"patching_rect": [120, 1006, 262, 22],
					"text": "prepend /repons/temperature_velocity"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-79",
=======
					"id": "obj-82",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1006, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-83",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1006, 206, 22],
					"text": "/repons/temperature_velocity"
				}
			},
			{
				"box": {
					"id": "obj-84",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1032, 185, 22],
					"text": "prepend /repons/clip/stop"
=======
					"patching_rect": [120, 1032, 164, 22],
					"text": "prepend /repons/memory"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-80",
=======
					"id": "obj-85",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1032, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-81",
=======
					"id": "obj-86",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1032, 129, 22],
					"text": "/repons/clip/stop"
=======
					"patching_rect": [420, 1032, 108, 22],
					"text": "/repons/memory"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-82",
=======
					"id": "obj-87",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1058, 199, 22],
					"text": "prepend /repons/temperature"
=======
					"patching_rect": [120, 1058, 157, 22],
					"text": "prepend /repons/blend"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-83",
=======
					"id": "obj-88",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1058, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-84",
=======
					"id": "obj-89",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1058, 143, 22],
					"text": "/repons/temperature"
=======
					"patching_rect": [420, 1058, 101, 22],
					"text": "/repons/blend"
				}
			},
			{
				"box": {
					"id": "obj-90",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 1110, 451, 22],
					"text": "route range scale key avoid density space polyphony originality"
				}
			},
			{
				"box": {
					"id": "obj-91",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1136, 157, 22],
					"text": "prepend /repons/range"
				}
			},
			{
				"box": {
					"id": "obj-92",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1136, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-93",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1136, 101, 22],
					"text": "/repons/range"
				}
			},
			{
				"box": {
					"id": "obj-94",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1162, 157, 22],
					"text": "prepend /repons/scale"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-85",
					"maxclass": "newobj",
<<<<<<< HEAD
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1084, 241, 22],
					"text": "prepend /repons/temperature_pitch"
=======
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1162, 80, 22],
					"text": "route bang"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-86",
					"maxclass": "newobj",
=======
					"id": "obj-96",
					"maxclass": "message",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1162, 101, 22],
					"text": "/repons/scale"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-87",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1084, 185, 22],
					"text": "/repons/temperature_pitch"
=======
					"id": "obj-97",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1188, 143, 22],
					"text": "prepend /repons/key"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-88",
					"maxclass": "newobj",
<<<<<<< HEAD
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1110, 248, 22],
					"text": "prepend /repons/temperature_rhythm"
				}
			},
			{
				"box": {
					"id": "obj-89",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1110, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-90",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1110, 192, 22],
					"text": "/repons/temperature_rhythm"
				}
			},
			{
				"box": {
					"id": "obj-91",
					"maxclass": "newobj",
					"numinlets": 13,
					"numoutlets": 13,
					"outlettype": ["", "", "", "", "", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 1162, 822, 22],
					"text": "route temperature_length temperature_velocity memory blend range scale key avoid density space polyphony originality"
				}
			},
			{
				"box": {
					"id": "obj-92",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1188, 248, 22],
					"text": "prepend /repons/temperature_length"
				}
			},
			{
				"box": {
					"id": "obj-93",
					"maxclass": "newobj",
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1188, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-94",
=======
					"id": "obj-99",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1188, 192, 22],
					"text": "/repons/temperature_length"
=======
					"patching_rect": [420, 1188, 87, 22],
					"text": "/repons/key"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-95",
=======
					"id": "obj-100",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1214, 262, 22],
					"text": "prepend /repons/temperature_velocity"
=======
					"patching_rect": [120, 1214, 157, 22],
					"text": "prepend /repons/avoid"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-96",
=======
					"id": "obj-101",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1214, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-97",
=======
					"id": "obj-102",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1214, 206, 22],
					"text": "/repons/temperature_velocity"
=======
					"patching_rect": [420, 1214, 101, 22],
					"text": "/repons/avoid"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-98",
=======
					"id": "obj-103",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1240, 164, 22],
					"text": "prepend /repons/memory"
=======
					"patching_rect": [120, 1240, 171, 22],
					"text": "prepend /repons/density"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-99",
=======
					"id": "obj-104",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1240, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-100",
=======
					"id": "obj-105",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1240, 108, 22],
					"text": "/repons/memory"
=======
					"patching_rect": [420, 1240, 115, 22],
					"text": "/repons/density"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-101",
=======
					"id": "obj-106",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1266, 157, 22],
					"text": "prepend /repons/blend"
=======
					"patching_rect": [120, 1266, 157, 22],
					"text": "prepend /repons/space"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-102",
=======
					"id": "obj-107",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1266, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-103",
=======
					"id": "obj-108",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1266, 101, 22],
<<<<<<< HEAD
					"text": "/repons/blend"
=======
					"text": "/repons/space"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-104",
=======
					"id": "obj-109",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1292, 157, 22],
					"text": "prepend /repons/range"
=======
					"patching_rect": [120, 1292, 185, 22],
					"text": "prepend /repons/polyphony"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-105",
=======
					"id": "obj-110",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1292, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-106",
=======
					"id": "obj-111",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1292, 101, 22],
					"text": "/repons/range"
=======
					"patching_rect": [420, 1292, 129, 22],
					"text": "/repons/polyphony"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-107",
=======
					"id": "obj-112",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1318, 157, 22],
					"text": "prepend /repons/scale"
=======
					"patching_rect": [120, 1318, 199, 22],
					"text": "prepend /repons/originality"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-108",
=======
					"id": "obj-113",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1318, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-109",
=======
					"id": "obj-114",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1318, 101, 22],
					"text": "/repons/scale"
=======
					"patching_rect": [420, 1318, 143, 22],
					"text": "/repons/originality"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-110",
=======
					"id": "obj-115",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 1370, 437, 22],
					"text": "route velocity follow quantise groove learn preset seed tempo"
				}
			},
			{
				"box": {
					"id": "obj-116",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1344, 143, 22],
					"text": "prepend /repons/key"
=======
					"patching_rect": [120, 1396, 178, 22],
					"text": "prepend /repons/velocity"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-111",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1344, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-112",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1344, 87, 22],
					"text": "/repons/key"
				}
			},
			{
				"box": {
					"id": "obj-113",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1370, 157, 22],
					"text": "prepend /repons/avoid"
				}
			},
			{
				"box": {
					"id": "obj-114",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1370, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-115",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1370, 101, 22],
					"text": "/repons/avoid"
				}
			},
			{
				"box": {
					"id": "obj-116",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1396, 171, 22],
					"text": "prepend /repons/density"
				}
			},
			{
				"box": {
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"id": "obj-117",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1396, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-118",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1396, 115, 22],
					"text": "/repons/density"
=======
					"patching_rect": [420, 1396, 122, 22],
					"text": "/repons/velocity"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-119",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1422, 157, 22],
					"text": "prepend /repons/space"
=======
					"patching_rect": [120, 1422, 164, 22],
					"text": "prepend /repons/follow"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-120",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1422, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-121",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1422, 101, 22],
					"text": "/repons/space"
=======
					"patching_rect": [420, 1422, 108, 22],
					"text": "/repons/follow"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-122",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1448, 185, 22],
					"text": "prepend /repons/polyphony"
=======
					"patching_rect": [120, 1448, 178, 22],
					"text": "prepend /repons/quantise"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-123",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1448, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-124",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1448, 129, 22],
					"text": "/repons/polyphony"
=======
					"patching_rect": [420, 1448, 122, 22],
					"text": "/repons/quantise"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-125",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1474, 199, 22],
					"text": "prepend /repons/originality"
=======
					"patching_rect": [120, 1474, 164, 22],
					"text": "prepend /repons/groove"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-126",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1474, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-127",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1474, 143, 22],
					"text": "/repons/originality"
=======
					"patching_rect": [420, 1474, 108, 22],
					"text": "/repons/groove"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-128",
<<<<<<< HEAD
					"maxclass": "newobj",
					"numinlets": 13,
					"numoutlets": 13,
					"outlettype": ["", "", "", "", "", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 1526, 633, 22],
					"text": "route velocity follow quantise groove learn preset seed tempo metre commit turn_key trade"
				}
			},
			{
				"box": {
					"id": "obj-129",
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1552, 178, 22],
					"text": "prepend /repons/velocity"
=======
					"patching_rect": [120, 1500, 157, 22],
					"text": "prepend /repons/learn"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-130",
=======
					"id": "obj-129",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1500, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-130",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1500, 101, 22],
					"text": "/repons/learn"
				}
			},
			{
				"box": {
					"id": "obj-131",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1526, 164, 22],
					"text": "prepend /repons/preset"
				}
			},
			{
				"box": {
					"id": "obj-132",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1526, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-133",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1526, 108, 22],
					"text": "/repons/preset"
				}
			},
			{
				"box": {
					"id": "obj-134",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1552, 150, 22],
					"text": "prepend /repons/seed"
				}
			},
			{
				"box": {
					"id": "obj-135",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1552, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-131",
=======
					"id": "obj-136",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1552, 122, 22],
					"text": "/repons/velocity"
=======
					"patching_rect": [420, 1552, 94, 22],
					"text": "/repons/seed"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-132",
=======
					"id": "obj-137",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1578, 164, 22],
					"text": "prepend /repons/follow"
=======
					"patching_rect": [120, 1578, 157, 22],
					"text": "prepend /repons/tempo"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-133",
=======
					"id": "obj-138",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1578, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-134",
=======
					"id": "obj-139",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1578, 108, 22],
					"text": "/repons/follow"
=======
					"patching_rect": [420, 1578, 101, 22],
					"text": "/repons/tempo"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-135",
=======
					"id": "obj-140",
					"maxclass": "newobj",
					"numinlets": 7,
					"numoutlets": 7,
					"outlettype": ["", "", "", "", "", "", ""],
					"patching_rect": [20, 1630, 339, 22],
					"text": "route metre commit turn_key trade handover rest"
				}
			},
			{
				"box": {
					"id": "obj-141",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1604, 178, 22],
					"text": "prepend /repons/quantise"
=======
					"patching_rect": [120, 1656, 157, 22],
					"text": "prepend /repons/metre"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-136",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1604, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-137",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1604, 122, 22],
					"text": "/repons/quantise"
				}
			},
			{
				"box": {
					"id": "obj-138",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1630, 164, 22],
					"text": "prepend /repons/groove"
				}
			},
			{
				"box": {
					"id": "obj-139",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1630, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-140",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1630, 108, 22],
					"text": "/repons/groove"
				}
			},
			{
				"box": {
					"id": "obj-141",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1656, 157, 22],
					"text": "prepend /repons/learn"
				}
			},
			{
				"box": {
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"id": "obj-142",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1656, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-143",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1656, 101, 22],
<<<<<<< HEAD
					"text": "/repons/learn"
=======
					"text": "/repons/metre"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-144",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1682, 164, 22],
					"text": "prepend /repons/preset"
=======
					"patching_rect": [120, 1682, 164, 22],
					"text": "prepend /repons/commit"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-145",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1682, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-146",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1682, 108, 22],
<<<<<<< HEAD
					"text": "/repons/preset"
=======
					"text": "/repons/commit"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-147",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1708, 150, 22],
					"text": "prepend /repons/seed"
=======
					"patching_rect": [120, 1708, 178, 22],
					"text": "prepend /repons/turn_key"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-148",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1708, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-149",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1708, 94, 22],
					"text": "/repons/seed"
=======
					"patching_rect": [420, 1708, 122, 22],
					"text": "/repons/turn_key"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-150",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1734, 157, 22],
					"text": "prepend /repons/tempo"
=======
					"patching_rect": [120, 1734, 157, 22],
					"text": "prepend /repons/trade"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-151",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1734, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-152",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1734, 101, 22],
<<<<<<< HEAD
					"text": "/repons/tempo"
=======
					"text": "/repons/trade"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-153",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1760, 157, 22],
					"text": "prepend /repons/metre"
=======
					"patching_rect": [120, 1760, 178, 22],
					"text": "prepend /repons/handover"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-154",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1760, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-155",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [420, 1760, 101, 22],
					"text": "/repons/metre"
=======
					"patching_rect": [420, 1760, 122, 22],
					"text": "/repons/handover"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-156",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [200, 1786, 164, 22],
					"text": "prepend /repons/commit"
=======
					"patching_rect": [120, 1786, 150, 22],
					"text": "prepend /repons/rest"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-157",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1786, 80, 22],
					"text": "route bang"
<<<<<<< HEAD
				}
			},
			{
				"box": {
					"id": "obj-158",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1786, 108, 22],
					"text": "/repons/commit"
				}
			},
			{
				"box": {
					"id": "obj-159",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1812, 178, 22],
					"text": "prepend /repons/turn_key"
				}
			},
			{
				"box": {
					"id": "obj-160",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1812, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-161",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1812, 122, 22],
					"text": "/repons/turn_key"
				}
			},
			{
				"box": {
					"id": "obj-162",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1838, 157, 22],
					"text": "prepend /repons/trade"
				}
			},
			{
				"box": {
					"id": "obj-163",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1838, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-164",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1838, 101, 22],
					"text": "/repons/trade"
				}
			},
			{
				"box": {
					"id": "obj-165",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 3,
					"outlettype": ["", "", ""],
					"patching_rect": [20, 1890, 143, 22],
					"text": "route handover rest"
				}
			},
			{
				"box": {
					"id": "obj-166",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1916, 178, 22],
					"text": "prepend /repons/handover"
				}
			},
			{
				"box": {
					"id": "obj-167",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1916, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-168",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1916, 122, 22],
					"text": "/repons/handover"
				}
			},
			{
				"box": {
					"id": "obj-169",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [200, 1942, 150, 22],
					"text": "prepend /repons/rest"
				}
			},
			{
				"box": {
					"id": "obj-170",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1942, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-171",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1942, 94, 22],
					"text": "/repons/rest"
				}
			},
			{
				"box": {
					"id": "obj-172",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [640, 70, 115, 22],
					"text": "udpreceive 7401"
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-173",
=======
					"id": "obj-158",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1786, 94, 22],
					"text": "/repons/rest"
				}
			},
			{
				"box": {
					"id": "obj-159",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1000, 70, 115, 22],
					"text": "udpreceive 7401"
				}
			},
			{
				"box": {
					"id": "obj-160",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 3,
					"outlettype": ["", "", ""],
					"patching_rect": [1000, 96, 248, 22],
					"text": "route /repons/out /repons/note_off"
				}
			},
			{
				"box": {
					"comment": "/repons/out: its notes",
<<<<<<< HEAD
					"id": "obj-174",
=======
					"id": "obj-161",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"index": 1,
					"maxclass": "outlet",
					"numinlets": 1,
					"numoutlets": 0,
<<<<<<< HEAD
					"patching_rect": [640, 1968, 30, 30]
=======
					"patching_rect": [1000, 2072, 30, 30]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"comment": "/repons/note_off",
<<<<<<< HEAD
					"id": "obj-175",
=======
					"id": "obj-162",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"index": 2,
					"maxclass": "outlet",
					"numinlets": 1,
					"numoutlets": 0,
<<<<<<< HEAD
					"patching_rect": [760, 1968, 30, 30]
=======
					"patching_rect": [1120, 2072, 30, 30]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"comment": "everything else, by name",
<<<<<<< HEAD
					"id": "obj-176",
=======
					"id": "obj-163",
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"index": 3,
					"maxclass": "outlet",
					"numinlets": 1,
					"numoutlets": 0,
<<<<<<< HEAD
					"patching_rect": [880, 1968, 30, 30]
				}
			},
			{
				"box": {
					"id": "obj-177",
					"maxclass": "newobj",
					"numinlets": 13,
					"numoutlets": 13,
					"outlettype": ["", "", "", "", "", "", "", "", "", "", "", "", ""],
					"patching_rect": [640, 148, 1207, 22],
					"text": "route /repons/status /repons/agent /repons/model /repons/models /repons/clock /repons/beat /repons/key /repons/learn /repons/preset /repons/help /repons/next /repons/probs"
				}
			},
			{
				"box": {
					"id": "obj-178",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [880, 174, 108, 22],
					"text": "prepend status"
=======
					"patching_rect": [1240, 2072, 30, 30]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-179",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 148, 822, 22],
					"text": "route /repons/status /repons/agent /repons/model /repons/models /repons/clock /repons/beat /repons/key /repons/learn"
				}
			},
			{
				"box": {
					"id": "obj-180",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 174, 108, 22],
					"text": "prepend status"
				}
			},
			{
				"box": {
					"id": "obj-181",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 200, 101, 22],
					"text": "prepend agent"
				}
			},
			{
				"box": {
					"id": "obj-182",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 226, 101, 22],
					"text": "prepend model"
				}
			},
			{
				"box": {
					"id": "obj-183",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 252, 108, 22],
					"text": "prepend models"
				}
			},
			{
				"box": {
					"id": "obj-184",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 278, 101, 22],
					"text": "prepend clock"
				}
			},
			{
				"box": {
					"id": "obj-185",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 304, 94, 22],
					"text": "prepend beat"
				}
			},
			{
				"box": {
					"id": "obj-186",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 330, 87, 22],
					"text": "prepend key"
				}
			},
			{
				"box": {
					"id": "obj-187",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 356, 101, 22],
					"text": "prepend learn"
				}
			},
			{
				"box": {
					"id": "obj-188",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 408, 899, 22],
					"text": "route /repons/preset /repons/help /repons/next /repons/probs /repons/subscribe /repons/mode /repons/channel /repons/temperature"
				}
			},
			{
				"box": {
					"id": "obj-189",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 434, 108, 22],
					"text": "prepend preset"
				}
			},
			{
				"box": {
					"id": "obj-190",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 460, 94, 22],
					"text": "prepend help"
				}
			},
			{
				"box": {
					"id": "obj-191",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 486, 94, 22],
					"text": "prepend next"
				}
			},
			{
				"box": {
					"id": "obj-192",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 512, 101, 22],
					"text": "prepend probs"
				}
			},
			{
				"box": {
					"id": "obj-193",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 538, 129, 22],
					"text": "prepend subscribe"
				}
			},
			{
				"box": {
					"id": "obj-194",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 564, 94, 22],
					"text": "prepend mode"
				}
			},
			{
				"box": {
					"id": "obj-195",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 590, 115, 22],
					"text": "prepend channel"
				}
			},
			{
				"box": {
					"id": "obj-196",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 616, 143, 22],
					"text": "prepend temperature"
				}
			},
			{
				"box": {
					"id": "obj-197",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 668, 1207, 22],
					"text": "route /repons/temperature_pitch /repons/temperature_rhythm /repons/temperature_length /repons/temperature_velocity /repons/memory /repons/blend /repons/range /repons/scale"
				}
			},
			{
				"box": {
					"id": "obj-198",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 694, 185, 22],
					"text": "prepend temperature_pitch"
				}
			},
			{
				"box": {
					"id": "obj-199",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 720, 192, 22],
					"text": "prepend temperature_rhythm"
				}
			},
			{
				"box": {
					"id": "obj-200",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 746, 192, 22],
					"text": "prepend temperature_length"
				}
			},
			{
				"box": {
					"id": "obj-201",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 772, 206, 22],
					"text": "prepend temperature_velocity"
				}
			},
			{
				"box": {
					"id": "obj-202",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 798, 108, 22],
					"text": "prepend memory"
				}
			},
			{
				"box": {
					"id": "obj-203",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 824, 101, 22],
					"text": "prepend blend"
				}
			},
			{
				"box": {
					"id": "obj-204",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 850, 101, 22],
					"text": "prepend range"
				}
			},
			{
				"box": {
					"id": "obj-205",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 876, 101, 22],
					"text": "prepend scale"
				}
			},
			{
				"box": {
					"id": "obj-206",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 928, 962, 22],
					"text": "route /repons/avoid /repons/density /repons/space /repons/polyphony /repons/originality /repons/velocity /repons/follow /repons/quantise"
				}
			},
			{
				"box": {
					"id": "obj-207",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 954, 101, 22],
					"text": "prepend avoid"
				}
			},
			{
				"box": {
					"id": "obj-208",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 980, 115, 22],
					"text": "prepend density"
				}
			},
			{
				"box": {
					"id": "obj-209",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1006, 101, 22],
					"text": "prepend space"
				}
			},
			{
				"box": {
					"id": "obj-210",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1032, 129, 22],
					"text": "prepend polyphony"
				}
			},
			{
				"box": {
					"id": "obj-211",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1058, 143, 22],
					"text": "prepend originality"
				}
			},
			{
				"box": {
					"id": "obj-212",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1084, 122, 22],
					"text": "prepend velocity"
				}
			},
			{
				"box": {
					"id": "obj-213",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1110, 108, 22],
					"text": "prepend follow"
				}
			},
			{
				"box": {
					"id": "obj-214",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1136, 122, 22],
					"text": "prepend quantise"
				}
			},
			{
				"box": {
					"id": "obj-215",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 1188, 878, 22],
					"text": "route /repons/groove /repons/seed /repons/tempo /repons/metre /repons/commit /repons/turn_key /repons/trade /repons/handover"
				}
			},
			{
				"box": {
					"id": "obj-216",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1214, 108, 22],
					"text": "prepend groove"
				}
			},
			{
				"box": {
					"id": "obj-217",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1240, 94, 22],
					"text": "prepend seed"
				}
			},
			{
				"box": {
					"id": "obj-218",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1266, 101, 22],
					"text": "prepend tempo"
				}
			},
			{
				"box": {
					"id": "obj-219",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1292, 101, 22],
					"text": "prepend metre"
				}
			},
			{
				"box": {
					"id": "obj-220",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1318, 108, 22],
					"text": "prepend commit"
				}
			},
			{
				"box": {
					"id": "obj-221",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1344, 122, 22],
					"text": "prepend turn_key"
				}
			},
			{
				"box": {
					"id": "obj-222",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1370, 101, 22],
					"text": "prepend trade"
				}
			},
			{
				"box": {
					"id": "obj-223",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1396, 122, 22],
					"text": "prepend handover"
				}
			},
			{
				"box": {
					"id": "obj-224",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 1448, 941, 22],
					"text": "route /repons/rest /repons/pong /repons/synced /repons/shared /repons/plan /repons/plan/gone /repons/clip/notes /repons/clip/captured"
				}
			},
			{
				"box": {
					"id": "obj-225",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1474, 94, 22],
					"text": "prepend rest"
				}
			},
			{
				"box": {
					"id": "obj-226",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1500, 94, 22],
					"text": "prepend pong"
				}
			},
			{
				"box": {
					"id": "obj-227",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1526, 108, 22],
					"text": "prepend synced"
				}
			},
			{
				"box": {
					"id": "obj-228",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1552, 108, 22],
					"text": "prepend shared"
				}
			},
			{
				"box": {
					"id": "obj-229",
					"maxclass": "newobj",
<<<<<<< HEAD
					"numinlets": 7,
					"numoutlets": 7,
					"outlettype": ["", "", "", "", "", "", ""],
					"patching_rect": [640, 1604, 710, 22],
					"text": "route /repons/alive /repons/clip/progress /repons/clip/made /repons/event /repons/done /repons/error"
=======
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1578, 94, 22],
					"text": "prepend plan"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-230",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1604, 129, 22],
					"text": "prepend plan/gone"
				}
			},
			{
				"box": {
					"id": "obj-231",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [880, 1656, 157, 22],
					"text": "prepend clip/progress"
=======
					"patching_rect": [1240, 1630, 136, 22],
					"text": "prepend clip/notes"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-232",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
<<<<<<< HEAD
					"patching_rect": [880, 1682, 129, 22],
					"text": "prepend clip/made"
=======
					"patching_rect": [1240, 1656, 157, 22],
					"text": "prepend clip/captured"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
					"id": "obj-233",
					"maxclass": "newobj",
<<<<<<< HEAD
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [880, 1708, 101, 22],
					"text": "prepend event"
				}
			},
			{
				"box": {
					"id": "obj-234",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [880, 1734, 94, 22],
					"text": "prepend done"
				}
			},
			{
				"box": {
					"id": "obj-235",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [880, 1760, 101, 22],
					"text": "prepend error"
=======
					"numinlets": 5,
					"numoutlets": 5,
					"outlettype": ["", "", "", "", ""],
					"patching_rect": [1000, 1708, 430, 22],
					"text": "route /repons/alive /repons/event /repons/done /repons/error"
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"box": {
<<<<<<< HEAD
					"id": "obj-236",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 2020, 620, 20],
=======
					"id": "obj-219",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1734, 101, 22],
					"text": "prepend alive"
				}
			},
			{
				"box": {
					"id": "obj-220",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1760, 101, 22],
					"text": "prepend event"
				}
			},
			{
				"box": {
					"id": "obj-221",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1786, 94, 22],
					"text": "prepend done"
				}
			},
			{
				"box": {
					"id": "obj-222",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1812, 101, 22],
					"text": "prepend error"
				}
			},
			{
				"box": {
					"id": "obj-223",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 2124, 620, 20],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"text": "The bridge listens to port 7400; its answers come to the port that was subscribed."
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
					"destination": ["obj-5", 0],
					"source": ["obj-4", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-6", 0],
					"source": ["obj-2", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-7", 0]
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
					"destination": ["obj-5", 0],
					"source": ["obj-8", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-8", 0],
					"source": ["obj-6", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-9", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-10", 0],
					"source": ["obj-6", 2]
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
					"destination": ["obj-9", 0],
					"source": ["obj-10", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-11", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-12", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-12", 0],
					"source": ["obj-6", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-13", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-14", 0],
					"source": ["obj-6", 4]
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
					"destination": ["obj-13", 0],
					"source": ["obj-14", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-15", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-16", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-17", 0],
					"source": ["obj-6", 5]
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
					"destination": ["obj-16", 0],
					"source": ["obj-17", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-18", 0]
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
					"destination": ["obj-20", 0],
					"source": ["obj-6", 6]
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
					"destination": ["obj-19", 0],
					"source": ["obj-20", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-21", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-22", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-22", 0],
					"source": ["obj-6", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-23", 0],
					"source": ["obj-6", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-24", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-25", 0],
					"source": ["obj-23", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-26", 0],
					"source": ["obj-25", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-24", 0],
					"source": ["obj-25", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-26", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-27", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-28", 0],
					"source": ["obj-23", 1]
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
					"destination": ["obj-27", 0],
					"source": ["obj-28", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-29", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-30", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-31", 0],
					"source": ["obj-23", 2]
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
					"destination": ["obj-30", 0],
					"source": ["obj-31", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-32", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-33", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-34", 0],
					"source": ["obj-23", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-35", 0],
					"source": ["obj-34", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-33", 0],
					"source": ["obj-34", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-35", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-36", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-37", 0],
					"source": ["obj-23", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-38", 0],
					"source": ["obj-37", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-36", 0],
					"source": ["obj-37", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-38", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-39", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-40", 0],
					"source": ["obj-23", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-41", 0],
					"source": ["obj-40", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-39", 0],
					"source": ["obj-40", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-41", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-42", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-43", 0],
					"source": ["obj-23", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-44", 0],
					"source": ["obj-43", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-42", 0],
					"source": ["obj-43", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-44", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-45", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-45", 0],
					"source": ["obj-23", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-46", 0],
					"source": ["obj-23", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-47", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-48", 0],
					"source": ["obj-46", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-49", 0],
					"source": ["obj-48", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-47", 0],
					"source": ["obj-48", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-49", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-50", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-51", 0],
					"source": ["obj-46", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-52", 0],
					"source": ["obj-51", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-50", 0],
					"source": ["obj-51", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-52", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-53", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-54", 0],
					"source": ["obj-46", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-55", 0],
					"source": ["obj-54", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-53", 0],
					"source": ["obj-54", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-55", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-56", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-56", 0],
					"source": ["obj-46", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-57", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-58", 0],
					"source": ["obj-46", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-59", 0],
					"source": ["obj-58", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-57", 0],
					"source": ["obj-58", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-59", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-60", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-60", 0],
					"source": ["obj-46", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-61", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-62", 0],
					"source": ["obj-46", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-63", 0],
					"source": ["obj-62", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-61", 0],
					"source": ["obj-62", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-63", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-64", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-65", 0],
					"source": ["obj-46", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-65", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-64", 0],
					"source": ["obj-65", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-66", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-67", 0],
					"source": ["obj-46", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-68", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-68", 0],
<<<<<<< HEAD
					"source": ["obj-66", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-69", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-70", 0],
					"source": ["obj-66", 2]
=======
					"source": ["obj-67", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
=======
					"destination": ["obj-5", 0],
					"source": ["obj-69", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-70", 0],
					"source": ["obj-67", 1]
				}
			},
			{
				"patchline": {
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"destination": ["obj-71", 0],
					"source": ["obj-70", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-69", 0],
					"source": ["obj-70", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-71", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-72", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-72", 0],
					"source": ["obj-66", 3]
=======
					"destination": ["obj-73", 0],
					"source": ["obj-67", 2]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-74", 0],
					"source": ["obj-73", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-73", 0],
					"source": ["obj-66", 4]
=======
					"destination": ["obj-72", 0],
					"source": ["obj-73", 1]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-74", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-74", 0],
					"source": ["obj-66", 5]
=======
					"destination": ["obj-5", 0],
					"source": ["obj-75", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-76", 0],
					"source": ["obj-67", 3]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
					"source": ["obj-75", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-76", 0],
					"source": ["obj-66", 6]
				}
			},
			{
				"patchline": {
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"destination": ["obj-77", 0],
					"source": ["obj-76", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-75", 0],
					"source": ["obj-76", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-77", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-78", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-78", 0],
					"source": ["obj-66", 7]
=======
					"destination": ["obj-79", 0],
					"source": ["obj-67", 4]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-80", 0],
					"source": ["obj-79", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-80", 0],
					"source": ["obj-66", 8]
=======
					"destination": ["obj-78", 0],
					"source": ["obj-79", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-80", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-81", 0],
					"source": ["obj-80", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-79", 0],
					"source": ["obj-80", 1]
				}
			},
			{
				"patchline": {
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"destination": ["obj-5", 0],
					"source": ["obj-81", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
=======
					"destination": ["obj-82", 0],
					"source": ["obj-67", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-83", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-82", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-83", 0],
					"source": ["obj-66", 9]
=======
					"destination": ["obj-81", 0],
					"source": ["obj-82", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-83", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-84", 0],
					"source": ["obj-83", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-82", 0],
					"source": ["obj-83", 1]
				}
			},
			{
				"patchline": {
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"destination": ["obj-5", 0],
					"source": ["obj-84", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
=======
					"destination": ["obj-85", 0],
					"source": ["obj-67", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-86", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-85", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-86", 0],
					"source": ["obj-66", 10]
=======
					"destination": ["obj-84", 0],
					"source": ["obj-85", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-86", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-87", 0],
					"source": ["obj-86", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-85", 0],
					"source": ["obj-86", 1]
				}
			},
			{
				"patchline": {
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"destination": ["obj-5", 0],
					"source": ["obj-87", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
=======
					"destination": ["obj-88", 0],
					"source": ["obj-67", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-89", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-88", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-89", 0],
					"source": ["obj-66", 11]
=======
					"destination": ["obj-87", 0],
					"source": ["obj-88", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-89", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-90", 0],
<<<<<<< HEAD
					"source": ["obj-89", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-88", 0],
					"source": ["obj-89", 1]
=======
					"source": ["obj-67", 8]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-90", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-91", 0],
					"source": ["obj-66", 12]
				}
			},
			{
				"patchline": {
					"destination": ["obj-92", 0],
					"source": ["obj-90", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-93", 0],
<<<<<<< HEAD
					"source": ["obj-91", 0]
=======
					"source": ["obj-92", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-91", 0],
					"source": ["obj-92", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-93", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-94", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-95", 0],
					"source": ["obj-90", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-96", 0],
<<<<<<< HEAD
					"source": ["obj-91", 1]
=======
					"source": ["obj-95", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-94", 0],
					"source": ["obj-95", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-96", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-97", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-98", 0],
					"source": ["obj-90", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-99", 0],
<<<<<<< HEAD
					"source": ["obj-91", 2]
=======
					"source": ["obj-98", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-97", 0],
					"source": ["obj-98", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-99", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-100", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
					"source": ["obj-101", 0]
=======
					"destination": ["obj-101", 0],
					"source": ["obj-90", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-102", 0],
					"source": ["obj-101", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-100", 0],
					"source": ["obj-101", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-102", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-102", 0],
					"source": ["obj-91", 3]
=======
					"destination": ["obj-5", 0],
					"source": ["obj-103", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-103", 0],
					"source": ["obj-102", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-101", 0],
					"source": ["obj-102", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-103", 0]
=======
					"destination": ["obj-104", 0],
					"source": ["obj-90", 4]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-105", 0],
					"source": ["obj-104", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-105", 0],
					"source": ["obj-91", 4]
=======
					"destination": ["obj-103", 0],
					"source": ["obj-104", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-105", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-106", 0],
					"source": ["obj-105", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-104", 0],
					"source": ["obj-105", 1]
				}
			},
			{
				"patchline": {
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"destination": ["obj-5", 0],
					"source": ["obj-106", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
=======
					"destination": ["obj-107", 0],
					"source": ["obj-90", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-108", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-107", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-108", 0],
					"source": ["obj-91", 5]
=======
					"destination": ["obj-106", 0],
					"source": ["obj-107", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-108", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-109", 0],
					"source": ["obj-108", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-107", 0],
					"source": ["obj-108", 1]
				}
			},
			{
				"patchline": {
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"destination": ["obj-5", 0],
					"source": ["obj-109", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
=======
					"destination": ["obj-110", 0],
					"source": ["obj-90", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-111", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-110", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-111", 0],
					"source": ["obj-91", 6]
=======
					"destination": ["obj-109", 0],
					"source": ["obj-110", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-111", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-112", 0],
					"source": ["obj-111", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-110", 0],
					"source": ["obj-111", 1]
				}
			},
			{
				"patchline": {
=======
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"destination": ["obj-5", 0],
					"source": ["obj-112", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
=======
					"destination": ["obj-113", 0],
					"source": ["obj-90", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-114", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-113", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-114", 0],
					"source": ["obj-91", 7]
=======
					"destination": ["obj-112", 0],
					"source": ["obj-113", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-114", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-115", 0],
<<<<<<< HEAD
					"source": ["obj-114", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-113", 0],
					"source": ["obj-114", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-115", 0]
=======
					"source": ["obj-90", 8]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-116", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-117", 0],
<<<<<<< HEAD
					"source": ["obj-91", 8]
=======
					"source": ["obj-115", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-118", 0],
					"source": ["obj-117", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-116", 0],
					"source": ["obj-117", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-118", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-119", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-120", 0],
<<<<<<< HEAD
					"source": ["obj-91", 9]
=======
					"source": ["obj-115", 1]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-121", 0],
					"source": ["obj-120", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-119", 0],
					"source": ["obj-120", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-121", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-122", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-123", 0],
<<<<<<< HEAD
					"source": ["obj-91", 10]
=======
					"source": ["obj-115", 2]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-124", 0],
					"source": ["obj-123", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-122", 0],
					"source": ["obj-123", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-124", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-125", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-126", 0],
<<<<<<< HEAD
					"source": ["obj-91", 11]
=======
					"source": ["obj-115", 3]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-127", 0],
					"source": ["obj-126", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-125", 0],
					"source": ["obj-126", 1]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
=======
					"destination": ["obj-5", 0],
					"source": ["obj-127", 0]
				}
			},
			{
				"patchline": {
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"destination": ["obj-5", 0],
					"source": ["obj-127", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-128", 0],
					"source": ["obj-91", 12]
				}
			},
			{
				"patchline": {
					"destination": ["obj-129", 0],
					"source": ["obj-115", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-130", 0],
<<<<<<< HEAD
					"source": ["obj-128", 0]
=======
					"source": ["obj-129", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-128", 0],
					"source": ["obj-129", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-130", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-131", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-132", 0],
					"source": ["obj-115", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-133", 0],
<<<<<<< HEAD
					"source": ["obj-128", 1]
=======
					"source": ["obj-132", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-131", 0],
					"source": ["obj-132", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-133", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-134", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-135", 0],
					"source": ["obj-115", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-136", 0],
<<<<<<< HEAD
					"source": ["obj-128", 2]
=======
					"source": ["obj-135", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-134", 0],
					"source": ["obj-135", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-136", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-137", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
					"source": ["obj-138", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-139", 0],
					"source": ["obj-128", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-140", 0],
=======
					"destination": ["obj-138", 0],
					"source": ["obj-115", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-139", 0],
					"source": ["obj-138", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-137", 0],
					"source": ["obj-138", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-139", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-138", 0],
					"source": ["obj-139", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-140", 0]
=======
					"destination": ["obj-140", 0],
					"source": ["obj-115", 8]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-141", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-142", 0],
<<<<<<< HEAD
					"source": ["obj-128", 4]
=======
					"source": ["obj-140", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-143", 0],
					"source": ["obj-142", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-141", 0],
					"source": ["obj-142", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-143", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-144", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-145", 0],
<<<<<<< HEAD
					"source": ["obj-128", 5]
=======
					"source": ["obj-140", 1]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-146", 0],
					"source": ["obj-145", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-144", 0],
					"source": ["obj-145", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-146", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-147", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-148", 0],
<<<<<<< HEAD
					"source": ["obj-128", 6]
=======
					"source": ["obj-140", 2]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-149", 0],
					"source": ["obj-148", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-147", 0],
					"source": ["obj-148", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-149", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-150", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-151", 0],
<<<<<<< HEAD
					"source": ["obj-128", 7]
=======
					"source": ["obj-140", 3]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-152", 0],
					"source": ["obj-151", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-150", 0],
					"source": ["obj-151", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-152", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-153", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-154", 0],
<<<<<<< HEAD
					"source": ["obj-128", 8]
=======
					"source": ["obj-140", 4]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-155", 0],
					"source": ["obj-154", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-153", 0],
					"source": ["obj-154", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-155", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-156", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-157", 0],
<<<<<<< HEAD
					"source": ["obj-128", 9]
=======
					"source": ["obj-140", 5]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-158", 0],
					"source": ["obj-157", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-156", 0],
					"source": ["obj-157", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-158", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
<<<<<<< HEAD
					"source": ["obj-159", 0]
=======
					"source": ["obj-140", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-159", 0],
					"source": ["obj-3", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-160", 0],
<<<<<<< HEAD
					"source": ["obj-128", 10]
=======
					"source": ["obj-159", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-161", 0],
					"source": ["obj-160", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-161", 0],
					"source": ["obj-160", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-159", 0],
					"source": ["obj-160", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-161", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-162", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
					"source": ["obj-128", 11]
=======
					"destination": ["obj-162", 0],
					"source": ["obj-160", 1]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-164", 0],
<<<<<<< HEAD
					"source": ["obj-163", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-162", 0],
					"source": ["obj-163", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-164", 0]
=======
					"source": ["obj-160", 2]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-165", 0],
<<<<<<< HEAD
					"source": ["obj-128", 12]
=======
					"source": ["obj-164", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
=======
					"destination": ["obj-163", 0],
					"source": ["obj-165", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-166", 0],
					"source": ["obj-164", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-166", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-167", 0],
<<<<<<< HEAD
					"source": ["obj-165", 0]
=======
					"source": ["obj-164", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
					"source": ["obj-167", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-168", 0],
<<<<<<< HEAD
					"source": ["obj-167", 0]
=======
					"source": ["obj-164", 3]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-166", 0],
					"source": ["obj-167", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-168", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
=======
					"destination": ["obj-169", 0],
					"source": ["obj-164", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-169", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-170", 0],
<<<<<<< HEAD
					"source": ["obj-165", 1]
=======
					"source": ["obj-164", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
					"source": ["obj-170", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-171", 0],
<<<<<<< HEAD
					"source": ["obj-170", 0]
=======
					"source": ["obj-164", 6]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-169", 0],
					"source": ["obj-170", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-171", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-5", 0],
					"source": ["obj-165", 2]
=======
					"destination": ["obj-172", 0],
					"source": ["obj-164", 7]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-172", 0],
					"source": ["obj-3", 0]
=======
					"destination": ["obj-163", 0],
					"source": ["obj-172", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-173", 0],
<<<<<<< HEAD
					"source": ["obj-172", 0]
=======
					"source": ["obj-164", 8]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-174", 0],
					"source": ["obj-173", 0]
<<<<<<< HEAD
=======
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
					"source": ["obj-174", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-175", 0],
					"source": ["obj-173", 1]
<<<<<<< HEAD
=======
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
					"source": ["obj-175", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-173", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
					"source": ["obj-176", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-177", 0],
<<<<<<< HEAD
					"source": ["obj-173", 2]
=======
					"source": ["obj-173", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
					"source": ["obj-177", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-178", 0],
<<<<<<< HEAD
					"source": ["obj-177", 0]
=======
					"source": ["obj-173", 4]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-178", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-179", 0],
<<<<<<< HEAD
					"source": ["obj-177", 1]
=======
					"source": ["obj-173", 5]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-179", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-180", 0],
<<<<<<< HEAD
					"source": ["obj-177", 2]
=======
					"source": ["obj-173", 6]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-180", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-181", 0],
<<<<<<< HEAD
					"source": ["obj-177", 3]
=======
					"source": ["obj-173", 7]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-181", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-182", 0],
<<<<<<< HEAD
					"source": ["obj-177", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-182", 0]
=======
					"source": ["obj-173", 8]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-183", 0],
<<<<<<< HEAD
					"source": ["obj-177", 5]
=======
					"source": ["obj-182", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-183", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
<<<<<<< HEAD
					"source": ["obj-177", 6]
=======
					"source": ["obj-182", 1]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-184", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-185", 0],
<<<<<<< HEAD
					"source": ["obj-177", 7]
=======
					"source": ["obj-182", 2]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-185", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-186", 0],
<<<<<<< HEAD
					"source": ["obj-177", 8]
=======
					"source": ["obj-182", 3]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-186", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-187", 0],
<<<<<<< HEAD
					"source": ["obj-177", 9]
=======
					"source": ["obj-182", 4]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-187", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-188", 0],
<<<<<<< HEAD
					"source": ["obj-177", 10]
=======
					"source": ["obj-182", 5]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-188", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-189", 0],
<<<<<<< HEAD
					"source": ["obj-177", 11]
=======
					"source": ["obj-182", 6]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-189", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-190", 0],
<<<<<<< HEAD
					"source": ["obj-177", 12]
=======
					"source": ["obj-182", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
					"source": ["obj-190", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-191", 0],
<<<<<<< HEAD
					"source": ["obj-190", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-191", 0]
=======
					"source": ["obj-182", 8]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-192", 0],
<<<<<<< HEAD
					"source": ["obj-190", 1]
=======
					"source": ["obj-191", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-192", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-193", 0],
<<<<<<< HEAD
					"source": ["obj-190", 2]
=======
					"source": ["obj-191", 1]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-193", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-194", 0],
<<<<<<< HEAD
					"source": ["obj-190", 3]
=======
					"source": ["obj-191", 2]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-194", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-195", 0],
<<<<<<< HEAD
					"source": ["obj-190", 4]
=======
					"source": ["obj-191", 3]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-195", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-196", 0],
<<<<<<< HEAD
					"source": ["obj-190", 5]
=======
					"source": ["obj-191", 4]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-196", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-197", 0],
<<<<<<< HEAD
					"source": ["obj-190", 6]
=======
					"source": ["obj-191", 5]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-197", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-198", 0],
<<<<<<< HEAD
					"source": ["obj-190", 7]
=======
					"source": ["obj-191", 6]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-198", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-199", 0],
<<<<<<< HEAD
					"source": ["obj-190", 8]
=======
					"source": ["obj-191", 7]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-199", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-200", 0],
<<<<<<< HEAD
					"source": ["obj-190", 9]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-200", 0]
=======
					"source": ["obj-191", 8]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-201", 0],
<<<<<<< HEAD
					"source": ["obj-190", 10]
=======
					"source": ["obj-200", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-201", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-202", 0],
<<<<<<< HEAD
					"source": ["obj-190", 11]
=======
					"source": ["obj-200", 1]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-202", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-203", 0],
<<<<<<< HEAD
					"source": ["obj-190", 12]
=======
					"source": ["obj-200", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
					"source": ["obj-203", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-204", 0],
<<<<<<< HEAD
					"source": ["obj-203", 0]
=======
					"source": ["obj-200", 3]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-204", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-205", 0],
<<<<<<< HEAD
					"source": ["obj-203", 1]
=======
					"source": ["obj-200", 4]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-205", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-206", 0],
<<<<<<< HEAD
					"source": ["obj-203", 2]
=======
					"source": ["obj-200", 5]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-206", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-207", 0],
<<<<<<< HEAD
					"source": ["obj-203", 3]
=======
					"source": ["obj-200", 6]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-207", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-208", 0],
<<<<<<< HEAD
					"source": ["obj-203", 4]
=======
					"source": ["obj-200", 7]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-208", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-209", 0],
<<<<<<< HEAD
					"source": ["obj-203", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-209", 0]
=======
					"source": ["obj-200", 8]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-210", 0],
<<<<<<< HEAD
					"source": ["obj-203", 6]
=======
					"source": ["obj-209", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-210", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-211", 0],
<<<<<<< HEAD
					"source": ["obj-203", 7]
=======
					"source": ["obj-209", 1]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-211", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-212", 0],
<<<<<<< HEAD
					"source": ["obj-203", 8]
=======
					"source": ["obj-209", 2]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-212", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-213", 0],
<<<<<<< HEAD
					"source": ["obj-203", 9]
=======
					"source": ["obj-209", 3]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-213", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-214", 0],
<<<<<<< HEAD
					"source": ["obj-203", 10]
=======
					"source": ["obj-209", 4]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-214", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-215", 0],
<<<<<<< HEAD
					"source": ["obj-203", 11]
=======
					"source": ["obj-209", 5]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-215", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-216", 0],
<<<<<<< HEAD
					"source": ["obj-203", 12]
=======
					"source": ["obj-209", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-163", 0],
					"source": ["obj-216", 0]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
					"destination": ["obj-217", 0],
<<<<<<< HEAD
					"source": ["obj-216", 0]
=======
					"source": ["obj-209", 7]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-217", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-218", 0],
<<<<<<< HEAD
					"source": ["obj-216", 1]
=======
					"source": ["obj-209", 8]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-219", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-218", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-219", 0],
					"source": ["obj-216", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-219", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-220", 0],
<<<<<<< HEAD
					"source": ["obj-216", 3]
=======
					"source": ["obj-218", 1]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-220", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-221", 0],
<<<<<<< HEAD
					"source": ["obj-216", 4]
=======
					"source": ["obj-218", 2]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-221", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-222", 0],
<<<<<<< HEAD
					"source": ["obj-216", 5]
=======
					"source": ["obj-218", 3]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-176", 0],
=======
					"destination": ["obj-163", 0],
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
					"source": ["obj-222", 0]
				}
			},
			{
				"patchline": {
<<<<<<< HEAD
					"destination": ["obj-223", 0],
					"source": ["obj-216", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-223", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-224", 0],
					"source": ["obj-216", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-224", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-225", 0],
					"source": ["obj-216", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-225", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-226", 0],
					"source": ["obj-216", 9]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-226", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-227", 0],
					"source": ["obj-216", 10]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-227", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-228", 0],
					"source": ["obj-216", 11]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-228", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-229", 0],
					"source": ["obj-216", 12]
				}
			},
			{
				"patchline": {
					"destination": ["obj-230", 0],
					"source": ["obj-229", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-230", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-231", 0],
					"source": ["obj-229", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-231", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-232", 0],
					"source": ["obj-229", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-232", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-233", 0],
					"source": ["obj-229", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-233", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-234", 0],
					"source": ["obj-229", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-234", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-235", 0],
					"source": ["obj-229", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-235", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-229", 6]
=======
					"destination": ["obj-163", 0],
					"source": ["obj-218", 4]
>>>>>>> df5bb1f (Let nothing hide where a patch is wired, and show what changed in a device)
				}
			}
		],
		"openinpresentation": 0,
		"rect": [80, 80, 1640, 900]
	}
}
