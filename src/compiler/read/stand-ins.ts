import type { Site } from '../../build/site/site-file.ts';
import type { Approvers } from './approvers.ts';
import type { Publisher } from './json-files.ts';
import type { Located } from './yaml/parse-yaml.ts';

/** Stands in for a publisher that could not be read, so that the rest can be checked. */
export const NOBODY: Located<Publisher> = {
	name: 'publisher.json',
	fields: {
		name: 'Nobody',
		address: 'http://localhost',
		languages: ['en'],
		drafts: 'on',
		licence: 'none',
		mirrors: [],
		withdrawn: []
	},
	lineOf: () => 1
};

/** Stands in for a list that could not be read: every proof is then wrong, and said to be. */
export const NO_APPROVERS: Located<Approvers> = {
	name: 'approvers.json',
	fields: { people: [] },
	lineOf: () => 1
};

/** Stands in for a site that could not be read. */
export const NOWHERE: Located<Site> = {
	name: 'site.json',
	fields: {
		name: 'Nameless',
		shortName: 'Nameless',
		neutralNames: { sheet: 'Notes', book: 'Guide' },
		about: 'Guides.',
		topic: 'nothing',
		timeZone: 'UTC',
		phone: { number: '112', display: '112' },
		emergency: { number: '112', display: '112' },
		jurisdictions: { city: 'City', school: 'City', state: 'State', federal: 'Federation' },
		place: {},
		texts: {},
		concepts: {},
		translatedNames: [],
		bans: {},
		registers: {}
	},
	lineOf: () => 1
};
