/** Drawn for Handrail on a grid of 24, round strokes of 2. One path each. */
export const icons = {
	rail: 'M4 5v15M4 8c6 0 10 3 16 9',
	globe:
		'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3.5 3.5 3.5 14.5 0 18M12 3c-3.5 3.5-3.5 14.5 0 18',
	text: 'M4 18 9 6l5 12M5.7 14h6.6M15 18l3-8 3 8M16 15.5h4',
	search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM20 20l-4.5-4.5',
	home: 'm4 11 8-7 8 7v9H4zM10 20v-6h4v6',
	bus: 'M6 4h12a2 2 0 0 1 2 2v11H4V6a2 2 0 0 1 2-2zM4 11h16M8 20v-3M16 20v-3',
	school: 'M12 8V3h5M4 20v-9l8-4 8 4v9zM10 20v-5h4v5',
	car: 'M4 17v-5l2.5-6h11l2.5 6v5zM4 12h16M7 20v-3M17 20v-3',
	work: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16',
	scale: 'M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z',
	building: 'M6 20V4h12v16M3 20h18M10 8h.01M14 8h.01M10 12h.01M14 12h.01M11 20v-4h2v4',
	state: 'M3 20h18M5 17V10M10 17V10M14 17V10M19 17V10M3 10h18l-9-6z',
	people:
		'M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 6a2.5 2.5 0 1 1 0 5M17.5 14.5c2.3.6 3.5 2.5 3.5 5.5',
	child: 'M12 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM7 20v-3c0-2.5 2-4 5-4s5 1.5 5 4v3',
	paper: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h5',
	shield: 'm12 3 7 3v6c0 4-3 7-7 9-4-2-7-5-7-9V6z',
	ear: 'M4 10v4h4l5 4V6L8 10zM17 9c1.5 1.5 1.5 4.5 0 6',
	health: 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5z',
	list: 'm4 6 1.5 1.5L8 5M4 12.5 5.5 14 8 11.5M4 19l1.5 1.5L8 18M12 6.5h8M12 13h8M12 19.5h8',
	phone: 'M6 3h4l2 5-3 2c1 2 3 4 5 5l2-3 5 2v4c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2z',
	clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
	check: 'm5 12 5 5 9-10',
	no: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12',
	half: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 8h4.5M12 12h5M12 16h4.5',
	go: 'm9 5 7 7-7 7',
	back: 'm15 5-7 7 7 7',
	down: 'm6 9 6 6 6-6',
	help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 .9-1 1.7M12 17h.01',
	warn: 'M12 4 2.5 20h19zM12 10v4M12 17h.01',
	info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8h.01',
	swap: 'M4 9h14l-4-4M20 15H6l4 4',
	close: 'm6 6 12 12M18 6 6 18',
	out: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
	save: 'M12 4v11M7 11l5 5 5-5M4 20h16',
	share: 'M12 15V4M8 8l4-4 4 4M5 12v8h14v-8',
	print: 'M7 8V3h10v5M5 17H3V8h18v9h-2M7 14h10v7H7z',
	key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 12l8-8M16 7l3 3'
} as const;

export type IconName = keyof typeof icons;
