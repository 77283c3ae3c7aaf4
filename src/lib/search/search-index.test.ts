import { expect, test } from 'vitest';
import type { SearchDocument } from '#lib/edition/search-document.ts';
import { buildIndex, query } from './search-index.ts';

const aDocument = (id: string, title: string, search = '', summary = ''): SearchDocument => ({
	id,
	title,
	summary,
	search
});
const documents = [
	aDocument(
		'directive/school-bus-training',
		'Officers come to the school bus',
		'Keep the doors closed.'
	),
	aDocument('guide/school-bus', 'Officers come to the school bus', 'Keep the doors closed.'),
	aDocument('guide/home-door', 'Officers come to the door', 'Ask for a judge’s warrant.'),
	aDocument('directive/detainer-law', 'The detainer law', 'A hold request is not a warrant.')
];
const ids = async (text: string): Promise<string[]> =>
	query(await buildIndex(documents, 'en'), text).map(({ id }) => id);

test('finds a word of the title before one of the steps', async () => {
	const both = [aDocument('guide/a', 'A', 'door'), aDocument('guide/b', 'The door', 'B')];
	const hits = query(await buildIndex(both, 'en'), 'door');
	expect(hits.map(({ id }) => id)).toEqual(['guide/b', 'guide/a']);
});

test('finds a word by its beginning and in spite of a slip', async () => {
	expect(await ids('detai')).toEqual(['directive/detainer-law']);
	expect(await ids('warrent')).toEqual(['guide/home-door', 'directive/detainer-law']);
});

test('gives guides before directives, even before one that has the word more often', async () => {
	const rule = aDocument('directive/bus', 'Bus, bus, bus', 'bus bus');
	const index = await buildIndex([rule, aDocument('guide/door', 'Door', 'bus')], 'en');
	expect(query(index, 'bus').map(({ id }) => id)).toEqual(['guide/door', 'directive/bus']);
	expect(await ids('school bus')).toEqual(['guide/school-bus', 'directive/school-bus-training']);
});

test('gives articles with every word, and those with some only where there are none', async () => {
	expect(await ids('officers warrant')).toEqual(['guide/home-door']);
	expect(await ids('detainer bus')).toHaveLength(3);
	expect(await ids('zzzz')).toEqual([]);
	expect(await ids('')).toEqual([]);
});

test('tells which words matched, folded', async () => {
	const index = await buildIndex([aDocument('guide/a', 'La policía llega')], 'es');
	expect(query(index, 'POLICIA')).toEqual([{ id: 'guide/a', terms: ['policia'] }]);
});

test('indexes a thousand articles, all of them', async () => {
	const many = Array.from({ length: 1000 }, (_, index) =>
		aDocument(`guide/${index}`, `w${index}x`)
	);
	const index = await buildIndex(many, 'en');
	expect(query(index, 'w999x')[0]?.id).toBe('guide/999');
	expect(index.documentCount).toBe(1000);
});
