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
					"patching_rect": [20, 10, 400, 20],
					"text": "1. The bridge: found by itself, whenever it is started."
				}
			},
			{
				"box": {
					"id": "obj-2",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": ["bang"],
					"patching_rect": [20, 40, 66, 22],
					"text": "loadbang"
				}
			},
			{
				"box": {
					"id": "obj-3",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["bang", "bang"],
					"patching_rect": [20, 70, 45, 22],
					"text": "t b b"
				}
			},
			{
				"box": {
					"id": "obj-4",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 100, 30, 22],
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
					"patching_rect": [20, 130, 80, 22],
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
					"patching_rect": [20, 160, 38, 22],
					"text": "tick"
				}
			},
			{
				"box": {
					"id": "obj-7",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [100, 160, 80, 22],
					"text": "r ---heard"
				}
			},
			{
				"box": {
					"id": "obj-8",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 5,
					"outlettype": ["", "", "", "", ""],
					"patching_rect": [20, 200, 150, 22],
					"text": "js repons.connect.js"
				}
			},
			{
				"box": {
					"id": "obj-9",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 230, 66, 22],
					"text": "r ---say"
				}
			},
			{
				"box": {
					"id": "obj-10",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 3,
					"outlettype": ["", "", ""],
					"patching_rect": [20, 300, 66, 22],
					"text": "ReponsIo"
				}
			},
			{
				"box": {
					"id": "obj-11",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [180, 340, 80, 22],
					"text": "s ---heard"
				}
			},
			{
				"box": {
					"id": "obj-12",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [200, 260, 80, 22],
					"text": "s ---found"
				}
			},
			{
				"box": {
					"id": "obj-13",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": ["bang"],
					"patching_rect": [260, 40, 66, 22],
					"text": "freebang"
				}
			},
			{
				"box": {
					"id": "obj-14",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["bang", "bang"],
					"patching_rect": [260, 70, 45, 22],
					"text": "t b b"
				}
			},
			{
				"box": {
					"id": "obj-15",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [260, 100, 87, 22],
					"text": "subscribe 0"
				}
			},
			{
				"box": {
					"id": "obj-16",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [260, 130, 66, 22],
					"text": "s ---say"
				}
			},
			{
				"box": {
					"id": "obj-17",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [380, 130, 94, 22],
					"text": "s ---silence"
				}
			},
			{
				"box": {
					"id": "obj-18",
					"maxclass": "newobj",
					"numinlets": 7,
					"numoutlets": 7,
					"outlettype": ["", "", "", "", "", "", ""],
					"patching_rect": [300, 200, 283, 22],
					"text": "route lamp state latency words key menu"
				}
			},
			{
				"box": {
					"fontface": 1,
					"fontsize": 18,
					"id": "obj-19",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [300, 170, 200, 26],
					"presentation": 1,
					"presentation_rect": [16, 10, 140, 26],
					"text": "Répons"
				}
			},
			{
				"box": {
					"id": "obj-20",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [300, 230, 16, 16],
					"presentation": 1,
					"presentation_rect": [16, 42, 14, 16],
					"text": "○",
					"textjustification": 0,
					"varname": "lamp"
				}
			},
			{
				"box": {
					"id": "obj-21",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [330, 230, 100, 16],
					"presentation": 1,
					"presentation_rect": [32, 42, 124, 16],
					"text": "looking",
					"textjustification": 0,
					"varname": "state"
				}
			},
			{
				"box": {
					"id": "obj-22",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [440, 230, 120, 16],
					"presentation": 1,
					"presentation_rect": [16, 58, 140, 16],
					"text": " ",
					"textjustification": 0,
					"varname": "latency"
				}
			},
			{
				"box": {
					"fontsize": 10,
					"id": "obj-23",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [570, 230, 140, 62],
					"presentation": 1,
					"presentation_rect": [16, 76, 140, 60],
					"text": "No bridge found. In a terminal, type: repons run. This patch then finds it within seconds.",
					"varname": "words"
				}
			},
			{
				"box": {
					"id": "obj-24",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [715, 230, 90, 16],
					"presentation": 1,
					"presentation_rect": [262, 116, 120, 16],
					"text": "no key yet",
					"textjustification": 0,
					"varname": "key_shown"
				}
			},
			{
				"box": {
					"annotation": "Which model plays; the list comes from the bridge.",
					"annotation_name": "Model",
					"fontsize": 10,
					"id": "obj-25",
					"items": "<empty>",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": ["int", "", ""],
					"patching_rect": [820, 230, 120, 18],
					"presentation": 1,
					"presentation_rect": [262, 64, 120, 18],
					"varname": "model_menu"
				}
			},
			{
				"box": {
					"id": "obj-26",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [820, 260, 101, 22],
					"text": "prepend model"
				}
			},
			{
				"box": {
					"id": "obj-27",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [820, 290, 66, 22],
					"text": "s ---say"
				}
			},
			{
				"box": {
					"id": "obj-28",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 390, 470, 20],
					"text": "2. What you play: keys on the screen, let go after 0.4 seconds, or a MIDI keyboard."
				}
			},
			{
				"box": {
					"hint": "You play here",
					"id": "obj-29",
					"maxclass": "kslider",
					"numinlets": 2,
					"numoutlets": 2,
					"offset": 36,
					"outlettype": ["int", "int"],
					"parameter_enable": 0,
					"patching_rect": [20, 420, 420, 44],
					"presentation": 1,
					"presentation_rect": [16, 196, 688, 44],
					"range": 61,
					"varname": "you"
				}
			},
			{
				"box": {
					"id": "obj-30",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 480, 80, 22],
					"text": "pack 60 96"
				}
			},
			{
				"box": {
					"id": "obj-31",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 505, 45, 22],
					"text": "t l l"
				}
			},
			{
				"box": {
					"id": "obj-32",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [140, 505, 108, 22],
					"text": "note $1 $2 0.4"
				}
			},
			{
				"box": {
					"id": "obj-33",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [140, 530, 66, 22],
					"text": "s ---say"
				}
			},
			{
				"box": {
					"id": "obj-34",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [20, 555, 115, 22],
					"text": "makenote 96 400"
				}
			},
			{
				"box": {
					"id": "obj-35",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 580, 66, 22],
					"text": "pack 0 0"
				}
			},
			{
				"box": {
					"id": "obj-36",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["int", "int"],
					"patching_rect": [20, 530, 80, 22],
					"text": "unpack 0 0"
				}
			},
			{
				"box": {
					"id": "obj-37",
					"maxclass": "newobj",
					"numinlets": 7,
					"numoutlets": 2,
					"outlettype": ["int", ""],
					"patching_rect": [20, 606, 80, 22],
					"text": "midiformat"
				}
			},
			{
				"box": {
					"id": "obj-38",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": ["int", "int", "int"],
					"patching_rect": [260, 480, 60, 22],
					"presentation": 1,
					"presentation_rect": [560, 134, 54, 22],
					"text": "notein",
					"varname": "midi_in"
				}
			},
			{
				"box": {
					"id": "obj-39",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [260, 510, 87, 22],
					"text": "pack 60 0 1"
				}
			},
			{
				"box": {
					"id": "obj-40",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [260, 540, 122, 22],
					"text": "note $1 $2 0. $3"
				}
			},
			{
				"box": {
					"id": "obj-41",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [260, 570, 66, 22],
					"text": "s ---say"
				}
			},
			{
				"box": {
					"id": "obj-42",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [340, 480, 140, 15],
					"presentation": 1,
					"presentation_rect": [420, 138, 136, 15],
					"text": "keyboard: double-click",
					"textjustification": 2
				}
			},
			{
				"box": {
					"id": "obj-43",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [500, 390, 520, 20],
					"text": "3. What the model plays: each note at its moment, ended when its time is over."
				}
			},
			{
				"box": {
					"id": "obj-44",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [500, 420, 80, 22],
					"text": "ReponsPlay"
				}
			},
			{
				"box": {
					"id": "obj-45",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [640, 420, 94, 22],
					"text": "r ---silence"
				}
			},
			{
				"box": {
					"id": "obj-46",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["bang", "bang"],
					"patching_rect": [640, 450, 45, 22],
					"text": "t b b"
				}
			},
			{
				"box": {
					"id": "obj-47",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": ["int", "int", "int"],
					"patching_rect": [500, 480, 94, 22],
					"text": "unpack 0 0 0"
				}
			},
			{
				"box": {
					"id": "obj-48",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [500, 510, 66, 22],
					"text": "pack 0 0"
				}
			},
			{
				"box": {
					"id": "obj-49",
					"maxclass": "newobj",
					"numinlets": 7,
					"numoutlets": 2,
					"outlettype": ["int", ""],
					"patching_rect": [500, 560, 80, 22],
					"text": "midiformat"
				}
			},
			{
				"box": {
					"id": "obj-50",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": ["int"],
					"patching_rect": [500, 600, 73, 22],
					"text": "midiflush"
				}
			},
			{
				"box": {
					"id": "obj-51",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [500, 640, 60, 22],
					"presentation": 1,
					"presentation_rect": [650, 134, 54, 22],
					"text": "midiout",
					"varname": "midi_out"
				}
			},
			{
				"box": {
					"id": "obj-52",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [560, 640, 30, 15],
					"presentation": 1,
					"presentation_rect": [618, 138, 28, 15],
					"text": "out",
					"textjustification": 2
				}
			},
			{
				"box": {
					"hint": "The model plays here",
					"id": "obj-53",
					"ignoreclick": 1,
					"maxclass": "kslider",
					"mode": 1,
					"numinlets": 2,
					"numoutlets": 2,
					"offset": 36,
					"outlettype": ["int", "int"],
					"parameter_enable": 0,
					"patching_rect": [600, 510, 160, 44],
					"presentation": 1,
					"presentation_rect": [16, 274, 688, 44],
					"range": 61,
					"varname": "model_plays"
				}
			},
			{
				"box": {
					"id": "obj-54",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 650, 60, 15],
					"presentation": 1,
					"presentation_rect": [16, 178, 60, 15],
					"text": "you",
					"textjustification": 0
				}
			},
			{
				"box": {
					"id": "obj-55",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [80, 650, 100, 15],
					"presentation": 1,
					"presentation_rect": [16, 256, 100, 15],
					"text": "the model",
					"textjustification": 0
				}
			},
			{
				"box": {
					"id": "obj-56",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 7,
					"outlettype": ["int", "int", "int", "float", "int", "float", "float"],
					"patching_rect": [760, 420, 171, 22],
					"text": "unpack 0 0 0 0. 0 0. 0."
				}
			},
			{
				"box": {
					"fontsize": 10,
					"format": 0,
					"id": "obj-57",
					"maxclass": "flonum",
					"numdecimalplaces": 2,
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "bang"],
					"parameter_enable": 0,
					"patching_rect": [900, 480, 50, 18],
					"presentation": 1,
					"presentation_rect": [654, 254, 50, 18],
					"varname": "likely"
				}
			},
			{
				"box": {
					"id": "obj-58",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [960, 480, 180, 15],
					"presentation": 1,
					"presentation_rect": [470, 256, 180, 15],
					"text": "how likely it found its last note",
					"textjustification": 2
				}
			},
			{
				"box": {
					"id": "obj-59",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [780, 540, 300, 20],
					"text": "4. The beat of Max's transport, where it runs."
				}
			},
			{
				"box": {
					"annotation": "The bridge follows Max's global transport while it runs.",
					"annotation_name": "Beat",
					"id": "obj-60",
					"maxclass": "live.text",
					"mode": 1,
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"parameter_enable": 1,
					"patching_rect": [780, 570, 120, 18],
					"presentation": 1,
					"presentation_rect": [262, 136, 120, 18],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_enum": ["off", "on"],
							"parameter_initial": [0],
							"parameter_initial_enable": 1,
							"parameter_invisible": 0,
							"parameter_longname": "Beat",
							"parameter_mmax": 1,
							"parameter_modmode": 0,
							"parameter_shortname": "Beat",
							"parameter_type": 2,
							"parameter_unitstyle": 1
						}
					},
					"text": "Tell Max's beat",
					"texton": "Max's beat is told",
					"varname": "tell_beat"
				}
			},
			{
				"box": {
					"id": "obj-61",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [780, 600, 80, 22],
					"text": "ReponsBeat"
				}
			},
			{
				"box": {
					"id": "obj-62",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [780, 630, 66, 22],
					"text": "s ---say"
				}
			},
			{
				"box": {
					"id": "obj-63",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 700, 600, 20],
					"text": "5. Knobs and buttons: said when moved, and again when the bridge has been found."
				}
			},
			{
				"box": {
					"id": "obj-64",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 730, 80, 22],
					"text": "r ---found"
				}
			},
			{
				"box": {
					"id": "obj-65",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 760, 87, 22],
					"text": "outputvalue"
				}
			},
			{
				"box": {
					"id": "obj-66",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 930, 66, 22],
					"text": "s ---say"
				}
			},
			{
				"box": {
					"annotation": "How adventurous the model is. temperature: 0 is the likeliest note, 1 as trained, above 1 wilder.",
					"annotation_name": "Temperature",
					"id": "obj-67",
					"maxclass": "live.dial",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "float"],
					"parameter_enable": 1,
					"patching_rect": [140, 800, 48, 48],
					"presentation": 1,
					"presentation_rect": [400, 14, 48, 48],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_exponent": 1,
							"parameter_initial": [1],
							"parameter_initial_enable": 1,
							"parameter_invisible": 0,
							"parameter_longname": "Temperature",
							"parameter_mmax": 2,
							"parameter_mmin": 0,
							"parameter_modmode": 0,
							"parameter_shortname": "Temp",
							"parameter_type": 0,
							"parameter_unitstyle": 1
						}
					},
					"varname": "temperature"
				}
			},
			{
				"box": {
					"id": "obj-68",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [140, 890, 143, 22],
					"text": "prepend temperature"
				}
			},
			{
				"box": {
					"id": "obj-69",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [140, 860, 87, 22],
					"text": "speedlim 30"
				}
			},
			{
				"box": {
					"annotation": "How many notes a beat the model plays, whatever you play. notes: notes a beat, held over some bars; 0 is off.",
					"annotation_name": "Density",
					"id": "obj-70",
					"maxclass": "live.dial",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "float"],
					"parameter_enable": 1,
					"patching_rect": [290, 800, 48, 48],
					"presentation": 1,
					"presentation_rect": [450, 14, 48, 48],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_exponent": 2,
							"parameter_initial": [0],
							"parameter_initial_enable": 1,
							"parameter_invisible": 0,
							"parameter_longname": "Density",
							"parameter_mmax": 8,
							"parameter_mmin": 0,
							"parameter_modmode": 0,
							"parameter_shortname": "Density",
							"parameter_type": 0,
							"parameter_unitstyle": 1
						}
					},
					"varname": "density"
				}
			},
			{
				"box": {
					"id": "obj-71",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [290, 890, 115, 22],
					"text": "prepend density"
				}
			},
			{
				"box": {
					"id": "obj-72",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [290, 860, 87, 22],
					"text": "speedlim 30"
				}
			},
			{
				"box": {
					"annotation": "How much the model goes by what it has heard tonight. share: 0 is the model as trained, 1 takes up all it has heard.",
					"annotation_name": "Memory",
					"id": "obj-73",
					"maxclass": "live.dial",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "float"],
					"parameter_enable": 1,
					"patching_rect": [440, 800, 48, 48],
					"presentation": 1,
					"presentation_rect": [500, 14, 48, 48],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_exponent": 1,
							"parameter_initial": [1],
							"parameter_initial_enable": 1,
							"parameter_invisible": 0,
							"parameter_longname": "Memory",
							"parameter_mmax": 1,
							"parameter_mmin": 0,
							"parameter_modmode": 0,
							"parameter_shortname": "Memory",
							"parameter_type": 0,
							"parameter_unitstyle": 1
						}
					},
					"varname": "memory"
				}
			},
			{
				"box": {
					"id": "obj-74",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [440, 890, 108, 22],
					"text": "prepend memory"
				}
			},
			{
				"box": {
					"id": "obj-75",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [440, 860, 87, 22],
					"text": "speedlim 30"
				}
			},
			{
				"box": {
					"annotation": "How much room the model leaves you: each note of yours counts as so much of one of its own. share: 0 plays on beside you; at 1 you share its density between you, and it plays in your rests.",
					"annotation_name": "Space",
					"id": "obj-76",
					"maxclass": "live.dial",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "float"],
					"parameter_enable": 1,
					"patching_rect": [590, 800, 48, 48],
					"presentation": 1,
					"presentation_rect": [550, 14, 48, 48],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_exponent": 1,
							"parameter_initial": [0],
							"parameter_initial_enable": 1,
							"parameter_invisible": 0,
							"parameter_longname": "Space",
							"parameter_mmax": 1,
							"parameter_mmin": 0,
							"parameter_modmode": 0,
							"parameter_shortname": "Space",
							"parameter_type": 0,
							"parameter_unitstyle": 1
						}
					},
					"varname": "space"
				}
			},
			{
				"box": {
					"id": "obj-77",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [590, 890, 101, 22],
					"text": "prepend space"
				}
			},
			{
				"box": {
					"id": "obj-78",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [590, 860, 87, 22],
					"text": "speedlim 30"
				}
			},
			{
				"box": {
					"annotation": "How much the model plays as loudly as you have just played. share: 0 goes its own way, at 1 it is on average as loud as you.",
					"annotation_name": "Follow loudness",
					"id": "obj-79",
					"maxclass": "live.dial",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "float"],
					"parameter_enable": 1,
					"patching_rect": [740, 800, 48, 48],
					"presentation": 1,
					"presentation_rect": [600, 14, 48, 48],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_exponent": 1,
							"parameter_initial": [0],
							"parameter_initial_enable": 1,
							"parameter_invisible": 0,
							"parameter_longname": "Follow loudness",
							"parameter_mmax": 1,
							"parameter_mmin": 0,
							"parameter_modmode": 0,
							"parameter_shortname": "Follow",
							"parameter_type": 0,
							"parameter_unitstyle": 1
						}
					},
					"varname": "follow"
				}
			},
			{
				"box": {
					"id": "obj-80",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [740, 890, 108, 22],
					"text": "prepend follow"
				}
			},
			{
				"box": {
					"id": "obj-81",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [740, 860, 87, 22],
					"text": "speedlim 30"
				}
			},
			{
				"box": {
					"annotation": "How many notes in a row the model may take from the music it learned from. notes: in a row, counted over both players, in any key and rhythm; 0 is off.",
					"annotation_name": "Originality",
					"id": "obj-82",
					"maxclass": "live.dial",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "float"],
					"parameter_enable": 1,
					"patching_rect": [890, 800, 48, 48],
					"presentation": 1,
					"presentation_rect": [650, 14, 48, 48],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_exponent": 1,
							"parameter_initial": [0],
							"parameter_initial_enable": 1,
							"parameter_invisible": 0,
							"parameter_longname": "Originality",
							"parameter_mmax": 128,
							"parameter_mmin": 0,
							"parameter_modmode": 0,
							"parameter_shortname": "Original",
							"parameter_type": 1,
							"parameter_unitstyle": 0
						}
					},
					"varname": "originality"
				}
			},
			{
				"box": {
					"id": "obj-83",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [890, 890, 143, 22],
					"text": "prepend originality"
				}
			},
			{
				"box": {
					"id": "obj-84",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [890, 860, 87, 22],
					"text": "speedlim 30"
				}
			},
			{
				"box": {
					"annotation": "next: Every note you play is answered at once by one likely to follow; with temperature 0, by the likeliest. · call: Play a phrase and rest: it answers as long as you played, and stops when you come in. · trade: You play four bars, it plays four, and so on, on the bar line; rest through yours to end it. · duet: It plays its own part beside you, in time, and thinks again at every note of yours. · accompany: It plays under your melody for as long as there is one, and comes to rest two bars after you do. · harmonise: Every key you strike is joined at once by notes of the same chord, held as long as you hold it. · continue: You hand over, by pedal, key or /repons/turn: it goes on from there until you take back. · listen: It hears and remembers everything and plays nothing. name: how the model plays.",
					"annotation_name": "Mode",
					"id": "obj-85",
					"maxclass": "live.menu",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": ["", "", "float"],
					"parameter_enable": 1,
					"patching_rect": [1040, 800, 120, 15],
					"presentation": 1,
					"presentation_rect": [262, 28, 120, 15],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_enum": ["next", "call", "trade", "duet", "accompany", "harmonise", "continue", "listen"],
							"parameter_initial": [3],
							"parameter_initial_enable": 1,
							"parameter_invisible": 0,
							"parameter_longname": "Mode",
							"parameter_mmax": 7,
							"parameter_modmode": 0,
							"parameter_shortname": "Mode",
							"parameter_type": 2,
							"parameter_unitstyle": 1
						}
					},
					"varname": "mode"
				}
			},
			{
				"box": {
					"id": "obj-86",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1040, 890, 94, 22],
					"text": "prepend mode"
				}
			},
			{
				"box": {
					"id": "obj-87",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [1190, 770, 60, 15],
					"presentation": 1,
					"presentation_rect": [262, 12, 120, 15],
					"text": "Mode",
					"textjustification": 0
				}
			},
			{
				"box": {
					"id": "obj-88",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [1260, 770, 60, 15],
					"presentation": 1,
					"presentation_rect": [262, 48, 120, 15],
					"text": "Model",
					"textjustification": 0
				}
			},
			{
				"box": {
					"annotation": "The model keeps to the key that is heard in what you play.",
					"annotation_name": "Scale",
					"id": "obj-89",
					"maxclass": "live.text",
					"mode": 1,
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"parameter_enable": 1,
					"patching_rect": [1190, 825, 120, 18],
					"presentation": 1,
					"presentation_rect": [262, 94, 120, 18],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_enum": ["any", "heard"],
							"parameter_initial": [0],
							"parameter_initial_enable": 1,
							"parameter_invisible": 0,
							"parameter_longname": "Keep to the key",
							"parameter_mmax": 1,
							"parameter_modmode": 0,
							"parameter_shortname": "Key",
							"parameter_type": 2,
							"parameter_unitstyle": 1
						}
					},
					"text": "Any scale",
					"texton": "The key you play in",
					"varname": "in_scale"
				}
			},
			{
				"box": {
					"id": "obj-90",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 3,
					"outlettype": ["bang", "bang", ""],
					"patching_rect": [1190, 860, 59, 22],
					"text": "sel 0 1"
				}
			},
			{
				"box": {
					"id": "obj-91",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1190, 890, 73, 22],
					"text": "scale off"
				}
			},
			{
				"box": {
					"id": "obj-92",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1270, 890, 80, 22],
					"text": "scale auto"
				}
			},
			{
				"box": {
					"annotation": "The model may play.",
					"annotation_name": "Play",
					"id": "obj-93",
					"maxclass": "live.text",
					"mode": 0,
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"parameter_enable": 1,
					"patching_rect": [1420, 740, 72, 30],
					"presentation": 1,
					"presentation_rect": [174, 12, 72, 42],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_enum": ["off", "on"],
							"parameter_invisible": 0,
							"parameter_longname": "Play",
							"parameter_mmax": 1,
							"parameter_modmode": 0,
							"parameter_shortname": "Play",
							"parameter_type": 2,
							"parameter_unitstyle": 1
						}
					},
					"text": "Play",
					"varname": "start_button"
				}
			},
			{
				"box": {
					"id": "obj-94",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1570, 740, 45, 22],
					"text": "start"
				}
			},
			{
				"box": {
					"annotation": "The model begins nothing more and keeps listening; what sounds rings out.",
					"annotation_name": "Hold",
					"id": "obj-95",
					"maxclass": "live.text",
					"mode": 0,
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"parameter_enable": 1,
					"patching_rect": [1420, 800, 72, 30],
					"presentation": 1,
					"presentation_rect": [174, 62, 72, 42],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_enum": ["off", "on"],
							"parameter_invisible": 0,
							"parameter_longname": "Hold",
							"parameter_mmax": 1,
							"parameter_modmode": 0,
							"parameter_shortname": "Hold",
							"parameter_type": 2,
							"parameter_unitstyle": 1
						}
					},
					"text": "Hold",
					"varname": "hold_button"
				}
			},
			{
				"box": {
					"id": "obj-96",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1570, 800, 38, 22],
					"text": "hold"
				}
			},
			{
				"box": {
					"annotation": "Every note ends now, and the model holds until Play.",
					"annotation_name": "Panic",
					"id": "obj-97",
					"maxclass": "live.text",
					"mode": 0,
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"parameter_enable": 1,
					"patching_rect": [1420, 860, 72, 30],
					"presentation": 1,
					"presentation_rect": [174, 112, 72, 42],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_enum": ["off", "on"],
							"parameter_invisible": 0,
							"parameter_longname": "Panic",
							"parameter_mmax": 1,
							"parameter_modmode": 0,
							"parameter_shortname": "Panic",
							"parameter_type": 2,
							"parameter_unitstyle": 1
						}
					},
					"text": "Panic",
					"varname": "panic_button"
				}
			},
			{
				"box": {
					"id": "obj-98",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [1570, 860, 45, 22],
					"text": "panic"
				}
			},
			{
				"box": {
					"id": "obj-99",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["bang", "bang"],
					"patching_rect": [1510, 890, 45, 22],
					"text": "t b b"
				}
			},
			{
				"box": {
					"id": "obj-100",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [1510, 920, 94, 22],
					"text": "s ---silence"
				}
			},
			{
				"box": {
					"id": "obj-101",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
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
									"patching_rect": [20, 10, 760, 20],
									"text": "Every message there is, to click. What the bridge answers stands in Repons.maxpat, or in your own patch behind ReponsIo."
								}
							},
							{
								"box": {
									"bgmode": 0,
									"border": 1,
									"enablehscroll": 1,
									"enablevscroll": 1,
									"id": "obj-2",
									"maxclass": "bpatcher",
									"name": "ReponsMessages.maxpat",
									"numinlets": 0,
									"numoutlets": 1,
									"outlettype": [""],
									"patching_rect": [20, 40, 1000, 680]
								}
							},
							{
								"box": {
									"comment": "to ReponsIo: with the whole address",
									"id": "obj-3",
									"index": 1,
									"maxclass": "outlet",
									"numinlets": 1,
									"numoutlets": 0,
									"patching_rect": [20, 730, 30, 30]
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
									"destination": ["obj-3", 0],
									"source": ["obj-2", 0]
								}
							}
						],
						"openinpresentation": 0,
						"rect": [80, 80, 1040, 760]
					},
					"patching_rect": [400, 300, 78, 22],
					"text": "p messages"
				}
			},
			{
				"box": {
					"id": "obj-102",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [400, 340, 66, 22],
					"text": "s ---say"
				}
			},
			{
				"box": {
					"id": "obj-103",
					"maxclass": "live.comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [660, 70, 50, 15],
					"presentation": 1,
					"presentation_rect": [16, 139, 60, 15],
					"text": "Port",
					"textjustification": 0
				}
			},
			{
				"box": {
					"id": "obj-104",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [520, 70, 87, 22],
					"text": "outputvalue"
				}
			},
			{
				"box": {
					"annotation": "The bridge's port, as repons run --port names it; 7400 again whenever this patch is opened.",
					"annotation_name": "Port",
					"id": "obj-105",
					"maxclass": "live.numbox",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "float"],
					"parameter_enable": 1,
					"patching_rect": [520, 105, 54, 15],
					"presentation": 1,
					"presentation_rect": [102, 139, 54, 15],
					"saved_attribute_attributes": {
						"valueof": {
							"parameter_initial": [7400],
							"parameter_initial_enable": 1,
							"parameter_invisible": 1,
							"parameter_longname": "Bridge port",
							"parameter_mmax": 65535,
							"parameter_mmin": 1024,
							"parameter_modmode": 0,
							"parameter_shortname": "Port",
							"parameter_type": 0,
							"parameter_unitstyle": 0
						}
					},
					"varname": "bridge_port"
				}
			},
			{
				"box": {
					"id": "obj-106",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [520, 130, 108, 22],
					"text": "prepend bridge"
				}
			},
			{
				"box": {
					"id": "obj-107",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", "bang"],
					"patching_rect": [120, 230, 45, 22],
					"text": "t l b"
				}
			},
			{
				"box": {
					"id": "obj-108",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [90, 260, 94, 22],
					"text": "s ---silence"
				}
			},
			{
				"box": {
					"id": "obj-109",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["bang", "int"],
					"patching_rect": [200, 230, 45, 22],
					"text": "t b 1"
				}
			},
			{
				"box": {
					"id": "obj-110",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 265, 38, 22],
					"text": "gate"
				}
			},
			{
				"box": {
					"id": "obj-111",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [120, 300, 240, 34],
					"text": "Shut until a bridge has been found: what Live restores while it loads is not for whoever listens on the usual port."
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
					"destination": ["obj-3", 0],
					"source": ["obj-2", 0]
				}
			},
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
					"destination": ["obj-8", 0],
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
					"destination": ["obj-10", 0],
					"source": ["obj-8", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-10", 1],
					"source": ["obj-8", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-110", 1],
					"source": ["obj-9", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-109", 0],
					"source": ["obj-8", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-11", 0],
					"source": ["obj-10", 2]
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
					"destination": ["obj-15", 0],
					"source": ["obj-14", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-16", 0],
					"source": ["obj-15", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-17", 0],
					"source": ["obj-14", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-18", 0],
					"source": ["obj-8", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-20", 0],
					"source": ["obj-18", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-21", 0],
					"source": ["obj-18", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-22", 0],
					"source": ["obj-18", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-23", 0],
					"source": ["obj-18", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-24", 0],
					"source": ["obj-18", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-25", 0],
					"source": ["obj-18", 5]
				}
			},
			{
				"patchline": {
					"destination": ["obj-26", 0],
					"source": ["obj-25", 1]
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
					"destination": ["obj-30", 0],
					"source": ["obj-29", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-30", 1],
					"source": ["obj-29", 1]
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
					"source": ["obj-31", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-33", 0],
					"source": ["obj-32", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-36", 0],
					"source": ["obj-31", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-34", 0],
					"source": ["obj-36", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-34", 1],
					"source": ["obj-36", 1]
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
					"destination": ["obj-35", 1],
					"source": ["obj-34", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-37", 0],
					"source": ["obj-35", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-39", 0],
					"source": ["obj-38", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-39", 1],
					"source": ["obj-38", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-39", 2],
					"source": ["obj-38", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-40", 0],
					"source": ["obj-39", 0]
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
					"destination": ["obj-44", 0],
					"source": ["obj-10", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-44", 1],
					"source": ["obj-10", 1]
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
					"destination": ["obj-44", 2],
					"source": ["obj-46", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-47", 0],
					"source": ["obj-44", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-48", 0],
					"source": ["obj-47", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-48", 1],
					"source": ["obj-47", 1]
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
					"destination": ["obj-49", 6],
					"source": ["obj-47", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-50", 0],
					"source": ["obj-49", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-50", 0],
					"source": ["obj-46", 0]
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
					"destination": ["obj-50", 0],
					"source": ["obj-37", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-53", 0],
					"source": ["obj-48", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-56", 0],
					"source": ["obj-10", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-57", 0],
					"source": ["obj-56", 5]
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
					"destination": ["obj-62", 0],
					"source": ["obj-61", 0]
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
					"destination": ["obj-69", 0],
					"source": ["obj-67", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-68", 0],
					"source": ["obj-69", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-68", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-67", 0],
					"source": ["obj-65", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-72", 0],
					"source": ["obj-70", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-71", 0],
					"source": ["obj-72", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-71", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-70", 0],
					"source": ["obj-65", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-75", 0],
					"source": ["obj-73", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-74", 0],
					"source": ["obj-75", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-74", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-73", 0],
					"source": ["obj-65", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-78", 0],
					"source": ["obj-76", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-77", 0],
					"source": ["obj-78", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-77", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-76", 0],
					"source": ["obj-65", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-81", 0],
					"source": ["obj-79", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-80", 0],
					"source": ["obj-81", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-80", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-79", 0],
					"source": ["obj-65", 0]
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
					"destination": ["obj-83", 0],
					"source": ["obj-84", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-83", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-82", 0],
					"source": ["obj-65", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-86", 0],
					"source": ["obj-85", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-86", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-85", 0],
					"source": ["obj-65", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-90", 0],
					"source": ["obj-89", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-91", 0],
					"source": ["obj-90", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-92", 0],
					"source": ["obj-90", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-91", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-92", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-89", 0],
					"source": ["obj-65", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-94", 0],
					"source": ["obj-93", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-94", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-96", 0],
					"source": ["obj-95", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-96", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-99", 0],
					"source": ["obj-97", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-98", 0],
					"source": ["obj-99", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-100", 0],
					"source": ["obj-99", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-66", 0],
					"source": ["obj-98", 0]
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
					"destination": ["obj-104", 0],
					"source": ["obj-3", 1]
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
					"destination": ["obj-106", 0],
					"source": ["obj-105", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-8", 0],
					"source": ["obj-106", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-107", 0],
					"source": ["obj-8", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-10", 2],
					"source": ["obj-107", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-108", 0],
					"source": ["obj-107", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-61", 1],
					"source": ["obj-64", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-12", 0],
					"source": ["obj-109", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-110", 0],
					"source": ["obj-109", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-10", 0],
					"source": ["obj-110", 0]
				}
			}
		],
		"openinpresentation": 1,
		"rect": [80, 80, 720, 340]
	}
}
