import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '#lib/edition/search-document.ts';
import type { SearchWords } from '#lib/edition/search-words.ts';
import { query } from './query.ts';
import { addToIndex, createIndex, NO_WORDS, type SearchIndex } from './search-index.ts';

type Parts = Partial<Omit<SearchDocument, 'id'>> & { typed?: string[] };

function indexOf(articles: Readonly<Record<string, Parts>>, words: Partial<SearchWords> = {}) {
	const index = createIndex({ ...NO_WORDS, lang: 'en', ...words });
	for (const [id, { typed = [], ...parts }] of Object.entries(articles)) {
		const empty = { title: '', summary: '', steps: [], rest: [], english: new Set<string>() };
		addToIndex(index, { id, ...empty, ...parts }, typed);
	}
	return index;
}

/** So many articles that differ in nothing. */
const alike = (count: number, parts: Parts): Record<string, Parts> =>
	Object.fromEntries(Array.from({ length: count }, (_, at) => [`guide/${at}`, parts] as const));

const ids = (index: SearchIndex, text: string): string[] =>
	query(index, text).hits.map(({ id }) => id);
const shown = (pieces: readonly { text: string; isMatch: boolean }[] | undefined): string =>
	pieces?.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('') ?? '';

describe('what is found', () => {
	test('is best where the title says it, then where readers type it, then in steps, then elsewhere', () => {
		const index = indexOf({
			'guide/rest': { rest: ['The door is open.'] },
			'guide/steps': { steps: ['Keep the door closed.'] },
			'guide/typed': { typed: ['door'] },
			'guide/title': { title: 'The door' }
		});
		expect(ids(index, 'door')).toEqual(['guide/title', 'guide/typed', 'guide/steps', 'guide/rest']);
	});

	test('is what to do before what the rule is, unless the rule says it better', () => {
		const index = indexOf({
			'directive/bus': { title: 'School bus crews' },
			'guide/bus': { title: 'Officers on the bus' },
			'guide/other': { rest: ['Not on a bus.'] }
		});
		expect(ids(index, 'bus')).toEqual(['guide/bus', 'directive/bus', 'guide/other']);
	});

	test('has every word first, and some words behind', () => {
		const index = indexOf({
			'guide/some': { title: 'A warrant' },
			'guide/all': { steps: ['Ask the officer for a warrant.'] },
			'guide/other': { title: 'An officer' },
			'guide/none': { title: 'A bus' }
		});
		const [first, ...rest] = ids(index, 'officer warrant');
		expect(first).toBe('guide/all');
		expect(rest.sort()).toEqual(['guide/other', 'guide/some']);
	});

	test('is what a text begins with that is as long as a book', () => {
		const index = indexOf({
			'guide/bus': { title: 'On the bus' },
			'guide/door': { title: 'A door' }
		});
		expect(ids(index, `bus ${'x'.repeat(1_000_000)} door`)).toEqual(['guide/bus']);
	});

	test('is no tail of articles that only have the commonest word', () => {
		const index = indexOf({
			...alike(60, { rest: ['ICE is here.'] }),
			'guide/bus': { title: 'ICE and the bus' }
		});
		expect(ids(index, 'ice bus')).toEqual(['guide/bus']);
		expect(ids(index, 'ice').length).toBeLessThan(30);
	});

	test('is found by a beginning, in spite of slips, and by another form', () => {
		const index = indexOf({
			'guide/detainer': { title: 'The detainer law' },
			'guide/door': { title: 'A judge’s warrant' }
		});
		expect(ids(index, 'detai')).toEqual(['guide/detainer']);
		expect(ids(index, 'warrent')).toEqual(['guide/door']);
		expect(ids(index, 'wararnt')).toEqual(['guide/door']);
		expect(ids(index, 'detaineering')).toEqual(['guide/detainer']);
		expect(ids(index, 'zzzz')).toEqual([]);
		expect(ids(index, ' ')).toEqual([]);
	});

	test('is found where two words are written as one, and one as two', () => {
		const index = indexOf({
			'guide/car': { title: 'Officers stop your car' },
			'guide/bus': { title: 'A bus', typed: ['dropoff'] },
			'guide/carton': { title: 'A carton' },
			'guide/stop': { title: 'A stop' },
			'guide/cars': { title: 'The cars at the top' }
		});
		expect(ids(index, 'carstop')[0]).toBe('guide/car');
		expect(ids(index, 'drop off')).toEqual(['guide/bus']);
		expect(ids(index, 'zzzstop')).toEqual([]);
	});

	test('is the nearest word, where a slip could be of several', () => {
		const index = indexOf({
			'guide/lawyer': { title: 'A lawyer' },
			'guide/layers': { title: 'Two layers' }
		});
		expect(ids(index, 'lawyr')).toEqual(['guide/lawyer']);
		// two slips in a short word leave its first letter
		expect(ids(index, 'cayyer')).toEqual([]);
	});

	test('is no beginning once a space is behind it', () => {
		const index = indexOf({ 'guide/car': { title: 'A car' }, 'guide/card': { title: 'A card' } });
		expect(ids(index, 'car')).toEqual(['guide/car', 'guide/card']);
		expect(ids(index, 'car ')).toEqual(['guide/car']);
	});

	test('is found by a word that means the same, and by several only where all are asked', () => {
		const same = [
			['work', 'job'],
			['ice', 'immigration police']
		];
		const index = indexOf(
			{ 'guide/work': { title: 'At work' }, 'guide/ice': { title: 'ICE' } },
			{ same }
		);
		expect(ids(index, 'job')).toEqual(['guide/work']);
		expect(ids(index, 'immigration police')).toEqual(['guide/ice']);
		expect(ids(index, 'police')).toEqual([]);
	});

	test('is what a question is about, not its small words', () => {
		const ignored = ['what', 'do', 'i', 'to', 'say'];
		const index = indexOf(
			{ 'guide/ice': { title: 'ICE' }, 'guide/do': { rest: ['What to do and say.'] } },
			{ ignored }
		);
		expect(ids(index, 'what do I say to ICE')).toEqual(['guide/ice']);
		// a small word that is all there is may be the beginning of another
		expect(ids(indexOf({ 'guide/door': { title: 'Door' } }, { ignored }), 'do')).toEqual([
			'guide/door'
		]);
	});

	test('is any word of a text, however many articles are more about it', () => {
		const index = indexOf(
			{ ...alike(30, { title: 'The lawyer' }), 'directive/x': { rest: ['The Attorney General.'] } },
			{ same: [['lawyer', 'attorney']] }
		);
		expect(ids(index, 'attorney')).toContain('directive/x');
	});

	test('is found in Korean and Chinese with what is written right behind the word', () => {
		const index = indexOf({ 'guide/a': { title: '경찰' }, 'guide/b': { title: '警察' } });
		expect(ids(index, '경찰이')).toEqual(['guide/a']);
		expect(ids(index, '警察局')).toEqual(['guide/b']);
	});
});

describe('what is shown of it', () => {
	test('is the sentence that says most of what was asked, with the words marked', () => {
		const index = indexOf(
			{
				'guide/a': {
					title: 'Stops',
					summary: 'What a driver does.',
					steps: ['Pull over.', 'Driver: show your license.'],
					rest: ['A license may be lost.']
				}
			},
			{ endings: ['s'] }
		);
		const [hit] = query(index, 'drivers license').hits;
		expect(shown(hit?.note)).toBe('[Driver]: show your [license].');
		expect(shown(hit?.title)).toBe('Stops');
	});

	test('is the summary where only title or typed words have it', () => {
		const index = indexOf({
			'guide/a': { title: 'At work', summary: 'What to do.', typed: ['factory'] }
		});
		expect(shown(query(index, 'factory').hits[0]?.note)).toBe('What to do.');
		expect(shown(query(index, 'works').hits[0]?.title)).toBe('At [work]');
	});
});

describe('a word that was taken for a slip', () => {
	const index = indexOf(
		{
			'guide/paper': { title: 'Is this Warrant signed by a judge?' },
			'guide/court': { title: 'A day in court' }
		},
		{ endings: ['s'] }
	);

	test('is said, as texts write the other one', () => {
		expect(shown(query(index, 'judge warrents').instead)).toBe('judge [warrant]');
		expect(query(index, 'judge warrants').instead).toBeUndefined();
		expect(query(index, 'zzzz judge').instead).toBeUndefined();
	});

	test('is none where the reader wants it as typed', () => {
		expect(ids(index, 'warrent')).toEqual(['guide/paper']);
		expect(query(index, 'warrent', true)).toMatchObject({ hits: [], instead: undefined });
	});

	test('and one that nothing has, are not understood', () => {
		expect(query(index, 'judge').isUnderstood).toBe(true);
		expect(query(index, 'warrent').isUnderstood).toBe(false);
		expect(query(index, 'judge zzzz').isUnderstood).toBe(false);
	});
});

test('a word typed in another alphabet is found by its sound', () => {
	const index = indexOf({ 'guide/lawyer': { title: 'محامي' }, 'guide/door': { title: 'باب' } });
	expect(ids(index, 'mohami')).toEqual(['guide/lawyer']);
	expect(ids(index, 'mohami bab').sort()).toEqual(['guide/door', 'guide/lawyer']);
});

test('a long question is answered by what has most of it', () => {
	const index = indexOf({
		'guide/all': { rest: ['A cousin at work.', 'This morning.', 'They took it.'] },
		'guide/most': { typed: ['they took my cousin from work'] }
	});
	expect(ids(index, 'cousin took work morning')[0]).toBe('guide/most');
});

test('an English sentence in an article of another language is known as one', () => {
	const english = new Set(['Officers may enter.']);
	const index = indexOf({
		'directive/door': { rest: ['Officers may enter.', 'Esperen.'], english }
	});
	const isEnglish = (text: string) => query(index, text).hits.map((it) => it.isNoteEnglish);
	expect([isEnglish('officers enter'), isEnglish('esperen')]).toEqual([[true], [false]]);
});
