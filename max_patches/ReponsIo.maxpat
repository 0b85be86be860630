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
					"patching_rect": [20, 330, 437, 22],
					"text": "route channel transpose program start hold panic reset forget"
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
					"patching_rect": [120, 382, 185, 22],
					"text": "prepend /repons/transpose"
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
					"patching_rect": [420, 382, 129, 22],
					"text": "/repons/transpose"
				}
			},
			{
				"box": {
					"id": "obj-30",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 408, 171, 22],
					"text": "prepend /repons/program"
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
					"patching_rect": [420, 408, 115, 22],
					"text": "/repons/program"
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
					"text": "prepend /repons/start"
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
					"text": "/repons/start"
				}
			},
			{
				"box": {
					"id": "obj-36",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 460, 150, 22],
					"text": "prepend /repons/hold"
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
					"patching_rect": [420, 460, 94, 22],
					"text": "/repons/hold"
				}
			},
			{
				"box": {
					"id": "obj-39",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 486, 157, 22],
					"text": "prepend /repons/panic"
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
					"patching_rect": [420, 486, 101, 22],
					"text": "/repons/panic"
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
					"text": "prepend /repons/reset"
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
					"text": "/repons/reset"
				}
			},
			{
				"box": {
					"id": "obj-45",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 538, 164, 22],
					"text": "prepend /repons/forget"
				}
			},
			{
				"box": {
					"id": "obj-46",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 538, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-47",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 538, 108, 22],
					"text": "/repons/forget"
				}
			},
			{
				"box": {
					"id": "obj-48",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 590, 381, 22],
					"text": "route clock beat ping status subscribe sync help mark"
				}
			},
			{
				"box": {
					"id": "obj-49",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 616, 157, 22],
					"text": "prepend /repons/clock"
				}
			},
			{
				"box": {
					"id": "obj-50",
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
					"id": "obj-51",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 616, 101, 22],
					"text": "/repons/clock"
				}
			},
			{
				"box": {
					"id": "obj-52",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 642, 150, 22],
					"text": "prepend /repons/beat"
				}
			},
			{
				"box": {
					"id": "obj-53",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 668, 150, 22],
					"text": "prepend /repons/ping"
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
					"patching_rect": [420, 668, 94, 22],
					"text": "/repons/ping"
				}
			},
			{
				"box": {
					"id": "obj-56",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 694, 164, 22],
					"text": "prepend /repons/status"
				}
			},
			{
				"box": {
					"id": "obj-57",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 694, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-58",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 694, 108, 22],
					"text": "/repons/status"
				}
			},
			{
				"box": {
					"id": "obj-59",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 720, 185, 22],
					"text": "prepend /repons/subscribe"
				}
			},
			{
				"box": {
					"id": "obj-60",
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
					"id": "obj-61",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 720, 129, 22],
					"text": "/repons/subscribe"
				}
			},
			{
				"box": {
					"id": "obj-62",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 746, 150, 22],
					"text": "prepend /repons/sync"
				}
			},
			{
				"box": {
					"id": "obj-63",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 772, 150, 22],
					"text": "prepend /repons/help"
				}
			},
			{
				"box": {
					"id": "obj-64",
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
					"id": "obj-65",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 772, 94, 22],
					"text": "/repons/help"
				}
			},
			{
				"box": {
					"id": "obj-66",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 798, 150, 22],
					"text": "prepend /repons/mark"
				}
			},
			{
				"box": {
					"id": "obj-67",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 850, 605, 22],
					"text": "route next probs clip/capture clip/begin clip/put clip/continue clip/infill clip/vary"
				}
			},
			{
				"box": {
					"id": "obj-68",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 876, 150, 22],
					"text": "prepend /repons/next"
				}
			},
			{
				"box": {
					"id": "obj-69",
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
					"id": "obj-70",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 876, 94, 22],
					"text": "/repons/next"
				}
			},
			{
				"box": {
					"id": "obj-71",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 902, 157, 22],
					"text": "prepend /repons/probs"
				}
			},
			{
				"box": {
					"id": "obj-72",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 902, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-73",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 902, 101, 22],
					"text": "/repons/probs"
				}
			},
			{
				"box": {
					"id": "obj-74",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 928, 206, 22],
					"text": "prepend /repons/clip/capture"
				}
			},
			{
				"box": {
					"id": "obj-75",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 954, 192, 22],
					"text": "prepend /repons/clip/begin"
				}
			},
			{
				"box": {
					"id": "obj-76",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 980, 178, 22],
					"text": "prepend /repons/clip/put"
				}
			},
			{
				"box": {
					"id": "obj-77",
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
					"id": "obj-78",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 980, 122, 22],
					"text": "/repons/clip/put"
				}
			},
			{
				"box": {
					"id": "obj-79",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1006, 213, 22],
					"text": "prepend /repons/clip/continue"
				}
			},
			{
				"box": {
					"id": "obj-80",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1032, 199, 22],
					"text": "prepend /repons/clip/infill"
				}
			},
			{
				"box": {
					"id": "obj-81",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1058, 185, 22],
					"text": "prepend /repons/clip/vary"
				}
			},
			{
				"box": {
					"id": "obj-82",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 1110, 941, 22],
					"text": "route clip/accompany clip/generate clip/stop temperature temperature_pitch temperature_rhythm temperature_length temperature_velocity"
				}
			},
			{
				"box": {
					"id": "obj-83",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1136, 220, 22],
					"text": "prepend /repons/clip/accompany"
				}
			},
			{
				"box": {
					"id": "obj-84",
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
					"id": "obj-85",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1136, 164, 22],
					"text": "/repons/clip/accompany"
				}
			},
			{
				"box": {
					"id": "obj-86",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1162, 213, 22],
					"text": "prepend /repons/clip/generate"
				}
			},
			{
				"box": {
					"id": "obj-87",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1188, 185, 22],
					"text": "prepend /repons/clip/stop"
				}
			},
			{
				"box": {
					"id": "obj-88",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1188, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-89",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1188, 129, 22],
					"text": "/repons/clip/stop"
				}
			},
			{
				"box": {
					"id": "obj-90",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1214, 199, 22],
					"text": "prepend /repons/temperature"
				}
			},
			{
				"box": {
					"id": "obj-91",
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
					"id": "obj-92",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1214, 143, 22],
					"text": "/repons/temperature"
				}
			},
			{
				"box": {
					"id": "obj-93",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1240, 241, 22],
					"text": "prepend /repons/temperature_pitch"
				}
			},
			{
				"box": {
					"id": "obj-94",
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
					"id": "obj-95",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1240, 185, 22],
					"text": "/repons/temperature_pitch"
				}
			},
			{
				"box": {
					"id": "obj-96",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1266, 248, 22],
					"text": "prepend /repons/temperature_rhythm"
				}
			},
			{
				"box": {
					"id": "obj-97",
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
					"id": "obj-98",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1266, 192, 22],
					"text": "/repons/temperature_rhythm"
				}
			},
			{
				"box": {
					"id": "obj-99",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1292, 248, 22],
					"text": "prepend /repons/temperature_length"
				}
			},
			{
				"box": {
					"id": "obj-100",
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
					"id": "obj-101",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1292, 192, 22],
					"text": "/repons/temperature_length"
				}
			},
			{
				"box": {
					"id": "obj-102",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1318, 262, 22],
					"text": "prepend /repons/temperature_velocity"
				}
			},
			{
				"box": {
					"id": "obj-103",
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
					"id": "obj-104",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1318, 206, 22],
					"text": "/repons/temperature_velocity"
				}
			},
			{
				"box": {
					"id": "obj-105",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 1370, 388, 22],
					"text": "route memory blend range scale key avoid density space"
				}
			},
			{
				"box": {
					"id": "obj-106",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1396, 164, 22],
					"text": "prepend /repons/memory"
				}
			},
			{
				"box": {
					"id": "obj-107",
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
					"id": "obj-108",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1396, 108, 22],
					"text": "/repons/memory"
				}
			},
			{
				"box": {
					"id": "obj-109",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1422, 157, 22],
					"text": "prepend /repons/blend"
				}
			},
			{
				"box": {
					"id": "obj-110",
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
					"id": "obj-111",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1422, 101, 22],
					"text": "/repons/blend"
				}
			},
			{
				"box": {
					"id": "obj-112",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1448, 157, 22],
					"text": "prepend /repons/range"
				}
			},
			{
				"box": {
					"id": "obj-113",
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
					"id": "obj-114",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1448, 101, 22],
					"text": "/repons/range"
				}
			},
			{
				"box": {
					"id": "obj-115",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1474, 157, 22],
					"text": "prepend /repons/scale"
				}
			},
			{
				"box": {
					"id": "obj-116",
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
					"id": "obj-117",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1474, 101, 22],
					"text": "/repons/scale"
				}
			},
			{
				"box": {
					"id": "obj-118",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1500, 143, 22],
					"text": "prepend /repons/key"
				}
			},
			{
				"box": {
					"id": "obj-119",
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
					"id": "obj-120",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1500, 87, 22],
					"text": "/repons/key"
				}
			},
			{
				"box": {
					"id": "obj-121",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1526, 157, 22],
					"text": "prepend /repons/avoid"
				}
			},
			{
				"box": {
					"id": "obj-122",
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
					"id": "obj-123",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1526, 101, 22],
					"text": "/repons/avoid"
				}
			},
			{
				"box": {
					"id": "obj-124",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1552, 171, 22],
					"text": "prepend /repons/density"
				}
			},
			{
				"box": {
					"id": "obj-125",
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
					"id": "obj-126",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1552, 115, 22],
					"text": "/repons/density"
				}
			},
			{
				"box": {
					"id": "obj-127",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1578, 157, 22],
					"text": "prepend /repons/space"
				}
			},
			{
				"box": {
					"id": "obj-128",
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
					"id": "obj-129",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1578, 101, 22],
					"text": "/repons/space"
				}
			},
			{
				"box": {
					"id": "obj-130",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 1630, 514, 22],
					"text": "route polyphony originality velocity follow quantise groove learn preset"
				}
			},
			{
				"box": {
					"id": "obj-131",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1656, 185, 22],
					"text": "prepend /repons/polyphony"
				}
			},
			{
				"box": {
					"id": "obj-132",
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
					"id": "obj-133",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1656, 129, 22],
					"text": "/repons/polyphony"
				}
			},
			{
				"box": {
					"id": "obj-134",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1682, 199, 22],
					"text": "prepend /repons/originality"
				}
			},
			{
				"box": {
					"id": "obj-135",
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
					"id": "obj-136",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1682, 143, 22],
					"text": "/repons/originality"
				}
			},
			{
				"box": {
					"id": "obj-137",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1708, 178, 22],
					"text": "prepend /repons/velocity"
				}
			},
			{
				"box": {
					"id": "obj-138",
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
					"id": "obj-139",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1708, 122, 22],
					"text": "/repons/velocity"
				}
			},
			{
				"box": {
					"id": "obj-140",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1734, 164, 22],
					"text": "prepend /repons/follow"
				}
			},
			{
				"box": {
					"id": "obj-141",
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
					"id": "obj-142",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1734, 108, 22],
					"text": "/repons/follow"
				}
			},
			{
				"box": {
					"id": "obj-143",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1760, 178, 22],
					"text": "prepend /repons/quantise"
				}
			},
			{
				"box": {
					"id": "obj-144",
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
					"id": "obj-145",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1760, 122, 22],
					"text": "/repons/quantise"
				}
			},
			{
				"box": {
					"id": "obj-146",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1786, 164, 22],
					"text": "prepend /repons/groove"
				}
			},
			{
				"box": {
					"id": "obj-147",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1786, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-148",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1786, 108, 22],
					"text": "/repons/groove"
				}
			},
			{
				"box": {
					"id": "obj-149",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1812, 157, 22],
					"text": "prepend /repons/learn"
				}
			},
			{
				"box": {
					"id": "obj-150",
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
					"id": "obj-151",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1812, 101, 22],
					"text": "/repons/learn"
				}
			},
			{
				"box": {
					"id": "obj-152",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1838, 164, 22],
					"text": "prepend /repons/preset"
				}
			},
			{
				"box": {
					"id": "obj-153",
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
					"id": "obj-154",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1838, 108, 22],
					"text": "/repons/preset"
				}
			},
			{
				"box": {
					"id": "obj-155",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [20, 1890, 416, 22],
					"text": "route seed tempo metre commit turn_key trade handover rest"
				}
			},
			{
				"box": {
					"id": "obj-156",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1916, 150, 22],
					"text": "prepend /repons/seed"
				}
			},
			{
				"box": {
					"id": "obj-157",
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
					"id": "obj-158",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1916, 94, 22],
					"text": "/repons/seed"
				}
			},
			{
				"box": {
					"id": "obj-159",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1942, 157, 22],
					"text": "prepend /repons/tempo"
				}
			},
			{
				"box": {
					"id": "obj-160",
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
					"id": "obj-161",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1942, 101, 22],
					"text": "/repons/tempo"
				}
			},
			{
				"box": {
					"id": "obj-162",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1968, 157, 22],
					"text": "prepend /repons/metre"
				}
			},
			{
				"box": {
					"id": "obj-163",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1968, 80, 22],
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
					"patching_rect": [420, 1968, 101, 22],
					"text": "/repons/metre"
				}
			},
			{
				"box": {
					"id": "obj-165",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 1994, 164, 22],
					"text": "prepend /repons/commit"
				}
			},
			{
				"box": {
					"id": "obj-166",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 1994, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-167",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 1994, 108, 22],
					"text": "/repons/commit"
				}
			},
			{
				"box": {
					"id": "obj-168",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 2020, 178, 22],
					"text": "prepend /repons/turn_key"
				}
			},
			{
				"box": {
					"id": "obj-169",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 2020, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-170",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 2020, 122, 22],
					"text": "/repons/turn_key"
				}
			},
			{
				"box": {
					"id": "obj-171",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 2046, 157, 22],
					"text": "prepend /repons/trade"
				}
			},
			{
				"box": {
					"id": "obj-172",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 2046, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-173",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 2046, 101, 22],
					"text": "/repons/trade"
				}
			},
			{
				"box": {
					"id": "obj-174",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 2072, 178, 22],
					"text": "prepend /repons/handover"
				}
			},
			{
				"box": {
					"id": "obj-175",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 2072, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-176",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 2072, 122, 22],
					"text": "/repons/handover"
				}
			},
			{
				"box": {
					"id": "obj-177",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 2098, 150, 22],
					"text": "prepend /repons/rest"
				}
			},
			{
				"box": {
					"id": "obj-178",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 2098, 80, 22],
					"text": "route bang"
				}
			},
			{
				"box": {
					"id": "obj-179",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [420, 2098, 94, 22],
					"text": "/repons/rest"
				}
			},
			{
				"box": {
					"id": "obj-180",
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
					"id": "obj-181",
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
					"id": "obj-182",
					"index": 1,
					"maxclass": "outlet",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [1000, 2280, 30, 30]
				}
			},
			{
				"box": {
					"comment": "/repons/note_off",
					"id": "obj-183",
					"index": 2,
					"maxclass": "outlet",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [1120, 2280, 30, 30]
				}
			},
			{
				"box": {
					"comment": "everything else, by name",
					"id": "obj-184",
					"index": 3,
					"maxclass": "outlet",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [1240, 2280, 30, 30]
				}
			},
			{
				"box": {
					"id": "obj-185",
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
					"id": "obj-186",
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
					"id": "obj-187",
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
					"id": "obj-188",
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
					"id": "obj-189",
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
					"id": "obj-190",
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
					"id": "obj-191",
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
					"id": "obj-192",
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
					"id": "obj-193",
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
					"id": "obj-194",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 408, 885, 22],
					"text": "route /repons/preset /repons/help /repons/next /repons/probs /repons/subscribe /repons/mode /repons/channel /repons/transpose"
				}
			},
			{
				"box": {
					"id": "obj-195",
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
					"id": "obj-196",
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
					"id": "obj-197",
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
					"id": "obj-198",
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
					"id": "obj-199",
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
					"id": "obj-200",
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
					"id": "obj-201",
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
					"id": "obj-202",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 616, 129, 22],
					"text": "prepend transpose"
				}
			},
			{
				"box": {
					"id": "obj-203",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 668, 1263, 22],
					"text": "route /repons/program /repons/temperature /repons/temperature_pitch /repons/temperature_rhythm /repons/temperature_length /repons/temperature_velocity /repons/memory /repons/blend"
				}
			},
			{
				"box": {
					"id": "obj-204",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 694, 115, 22],
					"text": "prepend program"
				}
			},
			{
				"box": {
					"id": "obj-205",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 720, 143, 22],
					"text": "prepend temperature"
				}
			},
			{
				"box": {
					"id": "obj-206",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 746, 185, 22],
					"text": "prepend temperature_pitch"
				}
			},
			{
				"box": {
					"id": "obj-207",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 772, 192, 22],
					"text": "prepend temperature_rhythm"
				}
			},
			{
				"box": {
					"id": "obj-208",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 798, 192, 22],
					"text": "prepend temperature_length"
				}
			},
			{
				"box": {
					"id": "obj-209",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 824, 206, 22],
					"text": "prepend temperature_velocity"
				}
			},
			{
				"box": {
					"id": "obj-210",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 850, 108, 22],
					"text": "prepend memory"
				}
			},
			{
				"box": {
					"id": "obj-211",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 876, 101, 22],
					"text": "prepend blend"
				}
			},
			{
				"box": {
					"id": "obj-212",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 928, 934, 22],
					"text": "route /repons/range /repons/scale /repons/avoid /repons/density /repons/space /repons/polyphony /repons/originality /repons/velocity"
				}
			},
			{
				"box": {
					"id": "obj-213",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 954, 101, 22],
					"text": "prepend range"
				}
			},
			{
				"box": {
					"id": "obj-214",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 980, 101, 22],
					"text": "prepend scale"
				}
			},
			{
				"box": {
					"id": "obj-215",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1006, 101, 22],
					"text": "prepend avoid"
				}
			},
			{
				"box": {
					"id": "obj-216",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1032, 115, 22],
					"text": "prepend density"
				}
			},
			{
				"box": {
					"id": "obj-217",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1058, 101, 22],
					"text": "prepend space"
				}
			},
			{
				"box": {
					"id": "obj-218",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1084, 129, 22],
					"text": "prepend polyphony"
				}
			},
			{
				"box": {
					"id": "obj-219",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1110, 143, 22],
					"text": "prepend originality"
				}
			},
			{
				"box": {
					"id": "obj-220",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1136, 122, 22],
					"text": "prepend velocity"
				}
			},
			{
				"box": {
					"id": "obj-221",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 1188, 885, 22],
					"text": "route /repons/follow /repons/quantise /repons/groove /repons/seed /repons/tempo /repons/metre /repons/commit /repons/turn_key"
				}
			},
			{
				"box": {
					"id": "obj-222",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1214, 108, 22],
					"text": "prepend follow"
				}
			},
			{
				"box": {
					"id": "obj-223",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1240, 122, 22],
					"text": "prepend quantise"
				}
			},
			{
				"box": {
					"id": "obj-224",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1266, 108, 22],
					"text": "prepend groove"
				}
			},
			{
				"box": {
					"id": "obj-225",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1292, 94, 22],
					"text": "prepend seed"
				}
			},
			{
				"box": {
					"id": "obj-226",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1318, 101, 22],
					"text": "prepend tempo"
				}
			},
			{
				"box": {
					"id": "obj-227",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1344, 101, 22],
					"text": "prepend metre"
				}
			},
			{
				"box": {
					"id": "obj-228",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1370, 108, 22],
					"text": "prepend commit"
				}
			},
			{
				"box": {
					"id": "obj-229",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1396, 122, 22],
					"text": "prepend turn_key"
				}
			},
			{
				"box": {
					"id": "obj-230",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 1448, 871, 22],
					"text": "route /repons/trade /repons/handover /repons/rest /repons/pong /repons/synced /repons/shared /repons/plan /repons/plan/gone"
				}
			},
			{
				"box": {
					"id": "obj-231",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1474, 101, 22],
					"text": "prepend trade"
				}
			},
			{
				"box": {
					"id": "obj-232",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1500, 122, 22],
					"text": "prepend handover"
				}
			},
			{
				"box": {
					"id": "obj-233",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1526, 94, 22],
					"text": "prepend rest"
				}
			},
			{
				"box": {
					"id": "obj-234",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1552, 94, 22],
					"text": "prepend pong"
				}
			},
			{
				"box": {
					"id": "obj-235",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1578, 108, 22],
					"text": "prepend synced"
				}
			},
			{
				"box": {
					"id": "obj-236",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1604, 108, 22],
					"text": "prepend shared"
				}
			},
			{
				"box": {
					"id": "obj-237",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1630, 94, 22],
					"text": "prepend plan"
				}
			},
			{
				"box": {
					"id": "obj-238",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1656, 129, 22],
					"text": "prepend plan/gone"
				}
			},
			{
				"box": {
					"id": "obj-239",
					"maxclass": "newobj",
					"numinlets": 9,
					"numoutlets": 9,
					"outlettype": ["", "", "", "", "", "", "", "", ""],
					"patching_rect": [1000, 1708, 1039, 22],
					"text": "route /repons/clip/notes /repons/clip/landed /repons/clip/captured /repons/alive /repons/clip/progress /repons/clip/made /repons/event /repons/done"
				}
			},
			{
				"box": {
					"id": "obj-240",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1734, 136, 22],
					"text": "prepend clip/notes"
				}
			},
			{
				"box": {
					"id": "obj-241",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1760, 143, 22],
					"text": "prepend clip/landed"
				}
			},
			{
				"box": {
					"id": "obj-242",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1786, 157, 22],
					"text": "prepend clip/captured"
				}
			},
			{
				"box": {
					"id": "obj-243",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1812, 101, 22],
					"text": "prepend alive"
				}
			},
			{
				"box": {
					"id": "obj-244",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1838, 157, 22],
					"text": "prepend clip/progress"
				}
			},
			{
				"box": {
					"id": "obj-245",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1864, 129, 22],
					"text": "prepend clip/made"
				}
			},
			{
				"box": {
					"id": "obj-246",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1890, 101, 22],
					"text": "prepend event"
				}
			},
			{
				"box": {
					"id": "obj-247",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1916, 94, 22],
					"text": "prepend done"
				}
			},
			{
				"box": {
					"id": "obj-248",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [1000, 1968, 143, 22],
					"text": "route /repons/error"
				}
			},
			{
				"box": {
					"id": "obj-249",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1240, 1994, 101, 22],
					"text": "prepend error"
				}
			},
			{
				"box": {
					"id": "obj-250",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 2332, 620, 20],
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
					"destination": ["obj-46", 0],
					"source": ["obj-23", 7]
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
					"destination": ["obj-45", 0],
					"source": ["obj-46", 1]
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
					"source": ["obj-23", 8]
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
					"destination": ["obj-50", 0],
					"source": ["obj-48", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-51", 0],
					"source": ["obj-50", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-49", 0],
					"source": ["obj-50", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-51", 0]
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
					"destination": ["obj-52", 0],
					"source": ["obj-48", 1]
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
					"source": ["obj-48", 2]
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
					"destination": ["obj-57", 0],
					"source": ["obj-48", 3]
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
					"destination": ["obj-56", 0],
					"source": ["obj-57", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-58", 0]
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
					"destination": ["obj-60", 0],
					"source": ["obj-48", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-61", 0],
					"source": ["obj-60", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-59", 0],
					"source": ["obj-60", 1]
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
					"destination": ["obj-5", 0],
					"source": ["obj-62", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-62", 0],
					"source": ["obj-48", 5]
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
					"destination": ["obj-64", 0],
					"source": ["obj-48", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-65", 0],
					"source": ["obj-64", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-63", 0],
					"source": ["obj-64", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-65", 0]
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
					"destination": ["obj-66", 0],
					"source": ["obj-48", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-67", 0],
					"source": ["obj-48", 8]
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
					"destination": ["obj-69", 0],
					"source": ["obj-67", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-70", 0],
					"source": ["obj-69", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-68", 0],
					"source": ["obj-69", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-70", 0]
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
					"destination": ["obj-72", 0],
					"source": ["obj-67", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-73", 0],
					"source": ["obj-72", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-71", 0],
					"source": ["obj-72", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-73", 0]
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
					"destination": ["obj-74", 0],
					"source": ["obj-67", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-75", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-75", 0],
					"source": ["obj-67", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-76", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-77", 0],
					"source": ["obj-67", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-78", 0],
					"source": ["obj-77", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-76", 0],
					"source": ["obj-77", 1]
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
					"destination": ["obj-5", 0],
					"source": ["obj-79", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-79", 0],
					"source": ["obj-67", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-80", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-80", 0],
					"source": ["obj-67", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-81", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-81", 0],
					"source": ["obj-67", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-82", 0],
					"source": ["obj-67", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-83", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-84", 0],
					"source": ["obj-82", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-85", 0],
					"source": ["obj-84", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-83", 0],
					"source": ["obj-84", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-85", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-86", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-86", 0],
					"source": ["obj-82", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-87", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-88", 0],
					"source": ["obj-82", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-89", 0],
					"source": ["obj-88", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-87", 0],
					"source": ["obj-88", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-89", 0]
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
					"source": ["obj-82", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-92", 0],
					"source": ["obj-91", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-90", 0],
					"source": ["obj-91", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-92", 0]
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
					"destination": ["obj-94", 0],
					"source": ["obj-82", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-95", 0],
					"source": ["obj-94", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-93", 0],
					"source": ["obj-94", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-95", 0]
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
					"destination": ["obj-97", 0],
					"source": ["obj-82", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-98", 0],
					"source": ["obj-97", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-96", 0],
					"source": ["obj-97", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-98", 0]
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
					"destination": ["obj-100", 0],
					"source": ["obj-82", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-101", 0],
					"source": ["obj-100", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-99", 0],
					"source": ["obj-100", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-101", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-102", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-103", 0],
					"source": ["obj-82", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-104", 0],
					"source": ["obj-103", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-102", 0],
					"source": ["obj-103", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-104", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-105", 0],
					"source": ["obj-82", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-106", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-107", 0],
					"source": ["obj-105", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-108", 0],
					"source": ["obj-107", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-106", 0],
					"source": ["obj-107", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-108", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-109", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-110", 0],
					"source": ["obj-105", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-111", 0],
					"source": ["obj-110", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-109", 0],
					"source": ["obj-110", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-111", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-112", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-113", 0],
					"source": ["obj-105", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-114", 0],
					"source": ["obj-113", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-112", 0],
					"source": ["obj-113", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-114", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-115", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-116", 0],
					"source": ["obj-105", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-117", 0],
					"source": ["obj-116", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-115", 0],
					"source": ["obj-116", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-117", 0]
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
					"destination": ["obj-119", 0],
					"source": ["obj-105", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-120", 0],
					"source": ["obj-119", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-118", 0],
					"source": ["obj-119", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-120", 0]
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
					"destination": ["obj-122", 0],
					"source": ["obj-105", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-123", 0],
					"source": ["obj-122", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-121", 0],
					"source": ["obj-122", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-123", 0]
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
					"destination": ["obj-125", 0],
					"source": ["obj-105", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-126", 0],
					"source": ["obj-125", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-124", 0],
					"source": ["obj-125", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-126", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-127", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-128", 0],
					"source": ["obj-105", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-129", 0],
					"source": ["obj-128", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-127", 0],
					"source": ["obj-128", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-129", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-130", 0],
					"source": ["obj-105", 8]
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
					"source": ["obj-130", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-133", 0],
					"source": ["obj-132", 0]
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
					"source": ["obj-130", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-136", 0],
					"source": ["obj-135", 0]
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
					"destination": ["obj-138", 0],
					"source": ["obj-130", 2]
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
					"source": ["obj-139", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-140", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-141", 0],
					"source": ["obj-130", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-142", 0],
					"source": ["obj-141", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-140", 0],
					"source": ["obj-141", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-142", 0]
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
					"destination": ["obj-144", 0],
					"source": ["obj-130", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-145", 0],
					"source": ["obj-144", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-143", 0],
					"source": ["obj-144", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-145", 0]
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
					"destination": ["obj-147", 0],
					"source": ["obj-130", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-148", 0],
					"source": ["obj-147", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-146", 0],
					"source": ["obj-147", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-148", 0]
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
					"destination": ["obj-150", 0],
					"source": ["obj-130", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-151", 0],
					"source": ["obj-150", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-149", 0],
					"source": ["obj-150", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-151", 0]
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
					"destination": ["obj-153", 0],
					"source": ["obj-130", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-154", 0],
					"source": ["obj-153", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-152", 0],
					"source": ["obj-153", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-154", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-155", 0],
					"source": ["obj-130", 8]
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
					"source": ["obj-155", 0]
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
					"source": ["obj-159", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-160", 0],
					"source": ["obj-155", 1]
				}
			},
			{
				"patchline": {
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
					"source": ["obj-155", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-164", 0],
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
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-165", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-166", 0],
					"source": ["obj-155", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-167", 0],
					"source": ["obj-166", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-165", 0],
					"source": ["obj-166", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-167", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-168", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-169", 0],
					"source": ["obj-155", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-170", 0],
					"source": ["obj-169", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-168", 0],
					"source": ["obj-169", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-170", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-171", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-172", 0],
					"source": ["obj-155", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-173", 0],
					"source": ["obj-172", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-171", 0],
					"source": ["obj-172", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-173", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-174", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-175", 0],
					"source": ["obj-155", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-176", 0],
					"source": ["obj-175", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-174", 0],
					"source": ["obj-175", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-176", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-177", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-178", 0],
					"source": ["obj-155", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-179", 0],
					"source": ["obj-178", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-177", 0],
					"source": ["obj-178", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-179", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-5", 0],
					"source": ["obj-155", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-180", 0],
					"source": ["obj-3", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-181", 0],
					"source": ["obj-180", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-182", 0],
					"source": ["obj-181", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-183", 0],
					"source": ["obj-181", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-185", 0],
					"source": ["obj-181", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-186", 0],
					"source": ["obj-185", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-186", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-187", 0],
					"source": ["obj-185", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-187", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-188", 0],
					"source": ["obj-185", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-188", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-189", 0],
					"source": ["obj-185", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-189", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-190", 0],
					"source": ["obj-185", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-190", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-191", 0],
					"source": ["obj-185", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-191", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-192", 0],
					"source": ["obj-185", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-192", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-193", 0],
					"source": ["obj-185", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-193", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-194", 0],
					"source": ["obj-185", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-195", 0],
					"source": ["obj-194", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-195", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-196", 0],
					"source": ["obj-194", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-196", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-197", 0],
					"source": ["obj-194", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-197", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-198", 0],
					"source": ["obj-194", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-198", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-199", 0],
					"source": ["obj-194", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-199", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-200", 0],
					"source": ["obj-194", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-200", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-201", 0],
					"source": ["obj-194", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-201", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-202", 0],
					"source": ["obj-194", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-202", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-203", 0],
					"source": ["obj-194", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-204", 0],
					"source": ["obj-203", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-204", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-205", 0],
					"source": ["obj-203", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-205", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-206", 0],
					"source": ["obj-203", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-206", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-207", 0],
					"source": ["obj-203", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-207", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-208", 0],
					"source": ["obj-203", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-208", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-209", 0],
					"source": ["obj-203", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-209", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-210", 0],
					"source": ["obj-203", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-210", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-211", 0],
					"source": ["obj-203", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-211", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-212", 0],
					"source": ["obj-203", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-213", 0],
					"source": ["obj-212", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-213", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-214", 0],
					"source": ["obj-212", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-214", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-215", 0],
					"source": ["obj-212", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-215", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-216", 0],
					"source": ["obj-212", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-216", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-217", 0],
					"source": ["obj-212", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-217", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-218", 0],
					"source": ["obj-212", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-218", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-219", 0],
					"source": ["obj-212", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-219", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-220", 0],
					"source": ["obj-212", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-220", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-221", 0],
					"source": ["obj-212", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-222", 0],
					"source": ["obj-221", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-222", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-223", 0],
					"source": ["obj-221", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-223", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-224", 0],
					"source": ["obj-221", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-224", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-225", 0],
					"source": ["obj-221", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-225", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-226", 0],
					"source": ["obj-221", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-226", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-227", 0],
					"source": ["obj-221", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-227", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-228", 0],
					"source": ["obj-221", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-228", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-229", 0],
					"source": ["obj-221", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-229", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-230", 0],
					"source": ["obj-221", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-231", 0],
					"source": ["obj-230", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-231", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-232", 0],
					"source": ["obj-230", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-232", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-233", 0],
					"source": ["obj-230", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-233", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-234", 0],
					"source": ["obj-230", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-234", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-235", 0],
					"source": ["obj-230", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-235", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-236", 0],
					"source": ["obj-230", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-236", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-237", 0],
					"source": ["obj-230", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-237", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-238", 0],
					"source": ["obj-230", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-238", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-239", 0],
					"source": ["obj-230", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-240", 0],
					"source": ["obj-239", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-240", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-241", 0],
					"source": ["obj-239", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-241", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-242", 0],
					"source": ["obj-239", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-242", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-243", 0],
					"source": ["obj-239", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-243", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-244", 0],
					"source": ["obj-239", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-244", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-245", 0],
					"source": ["obj-239", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-245", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-246", 0],
					"source": ["obj-239", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-246", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-247", 0],
					"source": ["obj-239", 7]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-247", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-248", 0],
					"source": ["obj-239", 8]
				}
			},
			{
				"patchline": {
					"destination": ["obj-249", 0],
					"source": ["obj-248", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-249", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-184", 0],
					"source": ["obj-248", 1]
				}
			}
		],
		"openinpresentation": 0,
		"rect": [80, 80, 1640, 900]
	}
}
