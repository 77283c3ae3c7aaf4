import type { Edition } from '#lib/edition/edition.ts';

const FILE = { sha256: 'a'.repeat(64), length: 10 };

/** An edition for tests that need none of the files that it names. */
export function anEdition(overrides: Partial<Edition> = {}): Edition {
	return {
		schema: 1,
		minApp: 1,
		version: 3,
		root: 1,
		issued: '2026-11-24T09:00:00.000Z',
		expires: '2027-02-22T09:00:00.000Z',
		publisher: {
			name: 'A publisher',
			address: 'https://handrail.example',
			licence: 'CC-BY-4.0',
			isDemo: false
		},
		languages: [{ lang: 'en', listing: FILE, pack: FILE, count: 2 }],
		changes: [],
		withdrawn: [],
		mirrors: [],
		...overrides
	};
}
