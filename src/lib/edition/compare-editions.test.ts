import { expect, test } from 'vitest';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import type { Article } from './article.ts';
import { toCard, type Card } from './card.ts';
import { compareEditions, type Snapshot } from './compare-editions.ts';

type Note = Snapshot['edition']['changes'][number];

const aCard = (article: Article, sha256 = 'a'): Card => toCard(article, sha256.repeat(64));
const aNote = (overrides: Partial<Note> = {}): Note => ({
	slug: 'note',
	date: '2026-11-24',
	importance: 'major',
	notify: 'none',
	articles: ['guide/school-bus'],
	...overrides
});
const aSnapshot = (
	cards: readonly Card[] | undefined,
	edition: Partial<Snapshot['edition']> = {}
): Snapshot => ({ cards, edition: { changes: [], withdrawn: [], ...edition } });

const bus = aCard(aGuide());
const busEdited = aCard(aGuide({ title: 'Officers at the bus' }), 'b');
const law = aCard(aDirective());

test('finds nothing between an edition and itself', () => {
	const same = aSnapshot([bus, law], { changes: [aNote()] });
	expect(compareEditions(same, same)).toEqual([]);
});

test('names what is new, and takes it for news unless a note says otherwise', () => {
	expect(compareEditions(aSnapshot([bus]), aSnapshot([bus, law]))).toEqual([
		{
			id: 'directive/school-bus-training',
			slug: 'school-bus-training',
			kind: 'directive',
			title: law.title,
			importance: 'major',
			state: 'new'
		}
	]);
	const quiet = aNote({ importance: 'minor', articles: [law.id] });
	const after = aSnapshot([bus, law], { changes: [quiet] });
	expect(compareEditions(aSnapshot([bus]), after)).toMatchObject([{ importance: 'minor' }]);
});

test('an edit is minor unless a new note says that it is major, and then says why', () => {
	const before = aSnapshot([bus], { changes: [aNote({ slug: 'known' })] });
	expect(compareEditions(before, aSnapshot([busEdited]))).toMatchObject([
		{ state: 'changed', importance: 'minor', title: 'Officers at the bus' }
	]);
	const changes = [aNote({ slug: 'known' }), aNote({ slug: 'new' })];
	expect(compareEditions(before, aSnapshot([busEdited], { changes }))).toMatchObject([
		{ state: 'changed', importance: 'major', note: 'new' }
	]);
});

test('a note that names no article is about each one that changed, and no other', () => {
	const after = aSnapshot([busEdited, law], { changes: [aNote({ articles: [] })] });
	expect(compareEditions(aSnapshot([bus, law]), after)).toMatchObject([
		{ id: 'guide/school-bus', importance: 'major' }
	]);
});

test('of several notes, the newest that is as important gives the reason', () => {
	const changes = [
		aNote({ slug: 'older', date: '2026-11-20' }),
		aNote({ slug: 'newer', date: '2026-11-22' }),
		aNote({ slug: 'typo', date: '2026-11-23', importance: 'minor' })
	];
	expect(compareEditions(aSnapshot([bus]), aSnapshot([busEdited], { changes }))).toMatchObject([
		{ note: 'newer', importance: 'major' }
	]);
});

test('names what was taken back since, by the title that the reader knew', () => {
	const withdrawn = [
		{ id: 'guide/school-bus', on: '2026-11-24' },
		{ id: 'guide/long-gone', on: '2026-01-01' }
	];
	const before = aSnapshot([bus, law], { withdrawn: withdrawn.slice(1) });
	expect(compareEditions(before, aSnapshot([law], { withdrawn }))).toMatchObject([
		{ id: 'guide/school-bus', title: bus.title, state: 'withdrawn', importance: 'major' }
	]);
});

test('puts the important first', () => {
	const edited = aCard(aDirective({ summary: 'A comma, moved.' }), 'c');
	const after = aSnapshot([edited, busEdited], { changes: [aNote()] });
	const changes = compareEditions(aSnapshot([bus, law]), after);
	expect(changes.map(({ importance }) => importance)).toEqual(['major', 'minor']);
});

test('goes by new notes alone where the language was not here before', () => {
	const after = aSnapshot([busEdited, law], { changes: [aNote()] });
	expect(compareEditions(aSnapshot(undefined), after)).toMatchObject([
		{ id: 'guide/school-bus', state: 'changed' }
	]);
});
