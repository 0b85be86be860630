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
					"patching_rect": [20, 10, 780, 20],
					"text": "Plays what the bridge says: waits delay_ms, ends each note when its time is over, and sooner where the bridge says so."
				}
			},
			{
				"box": {
					"comment": "values of /repons/out",
					"id": "obj-2",
					"index": 1,
					"maxclass": "inlet",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 50, 30, 30]
				}
			},
			{
				"box": {
					"comment": "values of /repons/note_off",
					"id": "obj-3",
					"index": 2,
					"maxclass": "inlet",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [560, 50, 30, 30]
				}
			},
			{
				"box": {
					"comment": "bang: forget what is waiting",
					"id": "obj-4",
					"index": 3,
					"maxclass": "inlet",
					"numinlets": 0,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [760, 50, 30, 30]
				}
			},
			{
				"box": {
					"id": "obj-5",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 7,
					"outlettype": ["int", "int", "int", "float", "int", "float", "float"],
					"patching_rect": [20, 100, 171, 22],
					"text": "unpack 0 0 0 0. 0 0. 0."
				}
			},
			{
				"box": {
					"id": "obj-6",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [200, 100, 300, 20],
					"text": "seq pitch velocity dur chan probability delay_ms"
				}
			},
			{
				"box": {
					"id": "obj-7",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 5,
					"outlettype": ["", "", "", "", ""],
					"patching_rect": [20, 140, 136, 22],
					"text": "pipe 0 0 0 0. 0 0."
				}
			},
			{
				"box": {
					"id": "obj-8",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [180, 140, 380, 20],
					"text": "Max heeds no dates of OSC bundles: the wait for the note's moment is here."
				}
			},
			{
				"box": {
					"id": "obj-9",
					"maxclass": "newobj",
					"numinlets": 5,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 180, 115, 22],
					"text": "pack 0 0 0 0. 0"
				}
			},
			{
				"box": {
					"id": "obj-10",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 4,
					"outlettype": ["", "", "", "int"],
					"patching_rect": [20, 220, 73, 22],
					"text": "t l l l i"
				}
			},
			{
				"box": {
					"id": "obj-11",
					"maxclass": "newobj",
					"numinlets": 5,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [380, 260, 122, 22],
					"text": "expr $i2+128*$i5"
				}
			},
			{
				"box": {
					"id": "obj-12",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [380, 300, 66, 22],
					"text": "pack 0 0"
				}
			},
			{
				"box": {
					"id": "obj-13",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 4,
					"outlettype": ["", "", "", ""],
					"patching_rect": [380, 460, 122, 22],
					"saved_object_attributes": {
						"embed": 0,
						"precision": 6
					},
					"text": "coll ---sounding"
				}
			},
			{
				"box": {
					"id": "obj-14",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [560, 296, 270, 48],
					"text": "Which note (its seq) sounds on which key (pitch + 128 x channel). An end is played only where its own note still sounds there."
				}
			},
			{
				"box": {
					"id": "obj-15",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [120, 260, 45, 22],
					"text": "t l l"
				}
			},
			{
				"box": {
					"id": "obj-16",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 300, 66, 22],
					"text": "$1 $2 $5"
				}
			},
			{
				"box": {
					"id": "obj-17",
					"maxclass": "newobj",
					"numinlets": 4,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [220, 300, 108, 22],
					"text": "expr $f4*1000."
				}
			},
			{
				"box": {
					"id": "obj-18",
					"maxclass": "newobj",
					"numinlets": 4,
					"numoutlets": 3,
					"outlettype": ["", "", ""],
					"patching_rect": [120, 340, 101, 22],
					"text": "pipe 0 0 0 0."
				}
			},
			{
				"box": {
					"id": "obj-19",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 380, 80, 22],
					"text": "pack 0 0 0"
				}
			},
			{
				"box": {
					"id": "obj-20",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 4,
					"outlettype": ["", "", "int", "int"],
					"patching_rect": [120, 420, 73, 22],
					"text": "t l l 0 i"
				}
			},
			{
				"box": {
					"id": "obj-21",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [240, 460, 122, 22],
					"text": "expr $i2+128*$i3"
				}
			},
			{
				"box": {
					"id": "obj-22",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": ["int"],
					"patching_rect": [380, 500, 38, 22],
					"text": "== 0"
				}
			},
			{
				"box": {
					"id": "obj-23",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 540, 38, 22],
					"text": "gate"
				}
			},
			{
				"box": {
					"id": "obj-24",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [120, 580, 59, 22],
					"text": "$2 0 $3"
				}
			},
			{
				"box": {
					"id": "obj-25",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [20, 580, 66, 22],
					"text": "$2 $3 $5"
				}
			},
			{
				"box": {
					"comment": "pitch velocity channel; velocity 0 ends",
					"id": "obj-26",
					"index": 1,
					"maxclass": "outlet",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [20, 640, 30, 30]
				}
			},
			{
				"box": {
					"id": "obj-27",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 3,
					"outlettype": ["int", "int", "float"],
					"patching_rect": [560, 100, 101, 22],
					"text": "unpack 0 0 0."
				}
			},
			{
				"box": {
					"id": "obj-28",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [560, 140, 87, 22],
					"text": "pipe 0 0 0."
				}
			},
			{
				"box": {
					"id": "obj-29",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [560, 180, 66, 22],
					"text": "pack 0 0"
				}
			},
			{
				"box": {
					"id": "obj-30",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"outlettype": ["", ""],
					"patching_rect": [560, 220, 45, 22],
					"text": "t l l"
				}
			},
			{
				"box": {
					"id": "obj-31",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [600, 360, 122, 22],
					"text": "expr $i1+128*$i2"
				}
			},
			{
				"box": {
					"id": "obj-32",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [600, 400, 38, 22],
					"text": "$1 0"
				}
			},
			{
				"box": {
					"id": "obj-33",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [560, 580, 59, 22],
					"text": "$1 0 $2"
				}
			},
			{
				"box": {
					"id": "obj-34",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"outlettype": [""],
					"patching_rect": [760, 100, 45, 22],
					"text": "clear"
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
					"source": ["obj-2", 0]
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
					"destination": ["obj-7", 1],
					"source": ["obj-5", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-7", 2],
					"source": ["obj-5", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-7", 3],
					"source": ["obj-5", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-7", 4],
					"source": ["obj-5", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-7", 5],
					"source": ["obj-5", 6]
				}
			},
			{
				"patchline": {
					"destination": ["obj-9", 0],
					"source": ["obj-7", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-9", 1],
					"source": ["obj-7", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-9", 2],
					"source": ["obj-7", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-9", 3],
					"source": ["obj-7", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-9", 4],
					"source": ["obj-7", 4]
				}
			},
			{
				"patchline": {
					"destination": ["obj-10", 0],
					"source": ["obj-9", 0]
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
					"destination": ["obj-12", 1],
					"source": ["obj-10", 3]
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
					"source": ["obj-12", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-15", 0],
					"source": ["obj-10", 1]
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
					"source": ["obj-15", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-18", 0],
					"source": ["obj-16", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-18", 3],
					"source": ["obj-17", 0]
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
					"destination": ["obj-19", 1],
					"source": ["obj-18", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-19", 2],
					"source": ["obj-18", 2]
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
					"destination": ["obj-22", 1],
					"source": ["obj-20", 3]
				}
			},
			{
				"patchline": {
					"destination": ["obj-23", 0],
					"source": ["obj-20", 2]
				}
			},
			{
				"patchline": {
					"destination": ["obj-21", 0],
					"source": ["obj-20", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-13", 0],
					"source": ["obj-21", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-22", 0],
					"source": ["obj-13", 0]
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
					"destination": ["obj-23", 1],
					"source": ["obj-20", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-24", 0],
					"source": ["obj-23", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-26", 0],
					"source": ["obj-24", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-25", 0],
					"source": ["obj-10", 0]
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
					"destination": ["obj-27", 0],
					"source": ["obj-3", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-28", 0],
					"source": ["obj-27", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-28", 1],
					"source": ["obj-27", 1]
				}
			},
			{
				"patchline": {
					"destination": ["obj-28", 2],
					"source": ["obj-27", 2]
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
					"destination": ["obj-31", 0],
					"source": ["obj-30", 1]
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
					"destination": ["obj-13", 0],
					"source": ["obj-32", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-33", 0],
					"source": ["obj-30", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-26", 0],
					"source": ["obj-33", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-34", 0],
					"source": ["obj-4", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-7", 0],
					"source": ["obj-34", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-18", 0],
					"source": ["obj-34", 0]
				}
			},
			{
				"patchline": {
					"destination": ["obj-28", 0],
					"source": ["obj-34", 0]
				}
			}
		],
		"openinpresentation": 0,
		"rect": [80, 80, 860, 640]
	}
}
