/** Soft parts are filled, lines are not, and dots are drawn with a thick round pen. */
type Part = readonly ['soft' | 'line' | 'dot', string];

/**
 * What a step or a row is about, drawn for Handrail on a grid of 48, round strokes of 2.5. Each has one
 * meaning. No uniforms, cuffs, flags or seals, and no faces with feelings.
 */
export const drawings = {
	door: [
		['line', 'M9 42V6h30v36M4 42h40'],
		['soft', 'M14 42V11h20v31z'],
		['dot', 'M29 27v.01']
	],
	ask: [
		['soft', 'M8 7h32a3 3 0 0 1 3 3v20a3 3 0 0 1-3 3H23l-9 9v-9H8a3 3 0 0 1-3-3V10a3 3 0 0 1 3-3z'],
		['line', 'M20 16a4.2 4.2 0 1 1 6 3.8c-1.4.7-2 1.5-2 3.2M24 27v.01']
	],
	speech: [
		['soft', 'M8 7h32a3 3 0 0 1 3 3v20a3 3 0 0 1-3 3H23l-9 9v-9H8a3 3 0 0 1-3-3V10a3 3 0 0 1 3-3z'],
		['line', 'M13 16h22M13 24h14']
	],
	silence: [
		['soft', 'M7 22a17 17 0 1 0 34 0a17 17 0 1 0 -34 0z'],
		['dot', 'M17 18v.01M31 18v.01'],
		['line', 'M15 29h6M27 29h6'],
		['soft', 'M21 44V26a3 3 0 0 1 6 0v18']
	],
	paper: [
		['soft', 'M11 5h18l8 8v30H11z'],
		['line', 'M29 5v8h8M17 21h14M17 28h14M17 35h8']
	],
	under: [
		['line', 'M4 31h40'],
		['soft', 'M12 31V5h24v26z'],
		['dot', 'M31 18v.01'],
		['soft', 'M16 27h16l4 16H12z'],
		['line', 'M19 33h10M18 38h12']
	],
	look: [
		['soft', 'M8 5h18l7 7v31H8z'],
		['line', 'M14 15h10M14 22h5M38 38l6 6'],
		['soft', 'M22 31a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z'],
		['line', 'M27 31l3 3 5-6']
	],
	judge: [
		['soft', 'M6 5h15l7 7v31H6z'],
		['line', 'M12 17h9M12 24h5M12 37h10M34 30l10 11'],
		['soft', 'M40 25 34 18.5 22 30l6 6.5z']
	],
	phone: [
		['soft', 'M12 7h7l4 9-5 4c2 4 5 7 9 9l4-5 10 4v7c0 3-2 5-5 5C20 40 8 28 7 12c0-3 2-5 5-5z'],
		['line', 'M29 6c7 1 12 6 13 13M29 13c3 .5 5.5 3 6 6']
	],
	pen: [
		['soft', 'm33 5 8 8-23 23-10 2 2-10z'],
		['line', 'm28 10 8 8M8 43h32']
	],
	camera: [
		['soft', 'M5 14h9l4-6h12l4 6h9v27H5z'],
		['soft', 'M16 26a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z'],
		['dot', 'M37 20v.01']
	],
	child: [
		['soft', 'M9 43c0-10 5-17 15-17s15 7 15 17z'],
		['soft', 'M14 15a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z'],
		['line', 'M17 28v15M31 28v15M20 18c2 2.5 6 2.5 8 0']
	],
	bus: [
		['soft', 'M4 36V12a4 4 0 0 1 4-4h25a4 4 0 0 1 4 4v8h4a3 3 0 0 1 3 3v13z'],
		['line', 'M4 20h33M15 8v12M26 8v12M31 28h13'],
		['soft', 'M8.5 37a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z'],
		['soft', 'M30.5 37a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z']
	],
	wait: [
		[
			'soft',
			'M14 44C9 38 5 33 5 28c0-3 4-3 6 0l3 4V11a3 3 0 0 1 6 0v11V7a3 3 0 0 1 6 0v15V9a3 3 0 0 1 6 0v14V14a3 3 0 0 1 6 0v16c0 6-2 10-6 14z'
		]
	],
	walk: [
		['soft', 'M22.5 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z'],
		['line', 'M25 17l-4 13 8 6 2 9M21 30l-3 8-5 7M25 17l-8 4-3 8M25 17l4 8 8 3']
	],
	car: [
		['soft', 'M9 36h7v6H9zM32 36h7v6h-7z'],
		['soft', 'M5 36V25l6-14h26l6 14v11z'],
		['line', 'M5 25h38M19 31h10'],
		['dot', 'M12 31v.01M36 31v.01']
	],
	bed: [
		['soft', 'M21 33V20h18a5 5 0 0 1 5 5v8z'],
		['line', 'M4 9v32M4 33h40v8'],
		['soft', 'M8 25a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z']
	],
	hospital: [
		['soft', 'M8 42V7h32v35z'],
		['line', 'M4 42h40M24 13v12M18 19h12M20 42v-9h8v9']
	],
	school: [
		['soft', 'M4 42V21h10L24 9l10 12h10v21z'],
		['line', 'M2 42h44M17 42V31h14v11M24 31v11M8 28v4M40 28v4'],
		['soft', 'M20.5 21.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z']
	],
	principal: [
		['soft', 'M4 42V21h10L24 9l10 12h10v21z'],
		['line', 'M2 42h44M15 42c0-6 4-9 9-9s9 3 9 9'],
		['soft', 'M19.5 25a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z']
	],
	office: [
		['soft', 'M10 42V5h28v37z'],
		['line', 'M4 42h40M18 13h3M27 13h3M18 21h3M27 21h3M20 42V31h8v11']
	],
	work: [
		['soft', 'M5 15h38v26H5z'],
		['line', 'M17 15V8h14v7M5 26h14M29 26h14M19 23h10v7H19z']
	],
	court: [
		['soft', 'M5 18 24 6l19 12z'],
		['line', 'M5 42h38M11 18v19M20 18v19M28 18v19M37 18v19M8 37h32']
	],
	family: [
		['soft', 'M4 42c0-9 4-15 12-15s12 6 12 15z'],
		['soft', 'M8 15a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z'],
		['soft', 'M27 42c0-6 3-10 8.5-10S44 36 44 42z'],
		['soft', 'M30 24a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z']
	],
	police: [
		['soft', 'M24 5c5 4 10 5 16 5 0 16-3 26-16 33C11 36 8 26 8 10c6 0 11-1 16-5z'],
		['line', 'M17 20h14M19 28h10']
	]
} as const satisfies Record<string, readonly Part[]>;

export type DrawingName = keyof typeof drawings;

/** Editors may name one that this release does not have yet: it is left out then. */
export const isDrawing = (name: string): name is DrawingName => Object.hasOwn(drawings, name);
