import { expect, test } from 'vitest';
import type { ChangeNote } from '#lib/edition/article.ts';
import type { Audience } from '#lib/edition/vocabulary.ts';
import { groupNotes, type GroupedNotes } from './group-notes.ts';

const note = (slug: string, ...audiences: Audience[]): ChangeNote => ({
	...{ slug, lang: 'en', date: '2026-11-29', importance: 'major', articles: [], audiences },
	...{ what: 'A change.', why: 'It is so.', doNow: 'Read it.', before: 'Nothing.', sources: [] }
});
const notes = [
	note('police', 'police', 'city-staff'),
	note('package', 'family', 'school-desk', 'police'),
	note('student', 'principal', 'teacher'),
	note('all')
];
const told = (groups: readonly GroupedNotes[]) =>
	groups.map(({ group, notes, also }) => [
		group,
		notes.map(({ slug }) => slug),
		also.map(({ slug }) => slug)
	]);

test('without a role each note stands once, and every group that it names leads to it', () => {
	expect(told(groupNotes(notes, undefined))).toEqual([
		['everyone', ['all'], []],
		['family', ['package'], []],
		['schools', ['student'], ['package']],
		['city-staff', [], ['police']],
		['police', ['police'], ['package']]
	]);
});

test('with a role what concerns it stands under its name, and nothing else', () => {
	expect(told(groupNotes(notes, 'police'))).toEqual([['police', ['police', 'package', 'all'], []]]);
	expect(told(groupNotes([note('police', 'police')], 'family'))).toEqual([]);
});

test('every role of a school gets what concerns any of them, in one group', () => {
	const both = [['schools', ['package', 'student', 'all'], []]];
	for (const role of ['school-desk', 'principal', 'teacher'] as const) {
		expect(told(groupNotes(notes, role))).toEqual(both);
	}
});
