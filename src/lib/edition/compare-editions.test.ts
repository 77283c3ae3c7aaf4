import { expect, test } from 'vitest';
import type { Card } from './card.ts';
import { compareEditions, type Snapshot } from './compare-editions.ts';

const card = (slug: string, sha256: string): Card => ({
	id: `guide/${slug}`,
	kind: 'guide',
	slug,
	lang: 'en',
	title: slug,
	summary: '',
	level: 'city',
	audiences: ['family'],
	statusAsOf: '2026',
	reviewBy: '2026-12-24',
	changedOn: '2026-11-24',
	changes: [],
	isDraft: false,
	sha256
});
const note = (slug: string, importance: 'major' | 'minor', articles: string[] = []) =>
	({ slug, date: slug.slice(0, 10), importance, notify: 'none', articles }) as const;
const snapshot = (cards: Card[], edition: Partial<Snapshot['edition']> = {}): Snapshot => ({
	cards,
	edition: { changes: [], withdrawn: [], ...edition }
});

const before = snapshot([card('bus', 'a'), card('door', 'b')]);

test('an edition with the same articles changed nothing', () => {
	expect(compareEditions(before, before)).toEqual([]);
});

test('a change that a major note covers is major, and names the newest such note', () => {
	const changes = [
		note('2026-11-25-bus', 'minor', ['guide/bus']),
		note('2026-11-26-bus', 'major', ['guide/bus'])
	];
	const after = snapshot([card('bus', 'c'), card('door', 'b')], { changes });
	expect(compareEditions(before, after)).toEqual([
		{
			id: 'guide/bus',
			slug: 'bus',
			kind: 'guide',
			title: 'bus',
			importance: 'major',
			state: 'changed',
			note: '2026-11-26-bus'
		}
	]);
});

test('an edit without a note, or with one that was there before, is minor', () => {
	const changes = [note('2026-11-20-old', 'major', ['guide/bus'])];
	const old = snapshot([card('bus', 'a')], { changes });
	const after = snapshot([card('bus', 'c')], { changes });
	expect(compareEditions(old, after)).toMatchObject([{ importance: 'minor', state: 'changed' }]);
});

test('a note without articles is about every article that changed', () => {
	const after = snapshot([card('bus', 'c'), card('door', 'd')], {
		changes: [note('2026-11-25-all', 'major')]
	});
	expect(compareEditions(before, after).map(({ id }) => id)).toEqual(['guide/bus', 'guide/door']);
});

test('new and withdrawn articles are listed as such, before minor edits', () => {
	const after = snapshot([card('bus', 'c'), card('zoo', 'z')], {
		withdrawn: [{ id: 'guide/door', on: '2026-11-25' }]
	});
	expect(compareEditions(before, after).map(({ id, state }) => [id, state])).toEqual([
		['guide/door', 'withdrawn'],
		['guide/zoo', 'new'],
		['guide/bus', 'changed']
	]);
});

test('what had been withdrawn before is not told again', () => {
	const withdrawn = [{ id: 'guide/door', on: '2026-11-01' }];
	const old = snapshot([card('bus', 'a'), card('door', 'b')], { withdrawn });
	expect(compareEditions(old, snapshot([card('bus', 'a')], { withdrawn }))).toEqual([]);
});
