import { describe, expect, test } from 'vitest';
import { checkNotes, olderMessages, showOlder, withSources } from './message-sources.ts';

const ENGLISH = { home: 'Home', articles_one: '{{count}} text', articles_other: '{{count}} texts' };
const SPANISH = { home: 'Inicio', articles_one: '{{count}} texto', articles_other: 'textos' };

const catalogues = (english: Record<string, string> = ENGLISH) =>
	new Map([
		['en', english],
		['es', SPANISH],
		['ko', { home: '홈', articles_other: '글 {{count}}개' }]
	]);

/** All of it translated from this English. */
const sources = withSources(catalogues(), {}, () => true);
const changed = catalogues({ ...ENGLISH, home: 'Start', articles_one: '{{count}} guide' });

describe('a string', () => {
	test('is noted once for all languages, a plural as one', () => {
		expect(sources).toEqual({
			home: expect.stringMatching(/^[0-9a-f]{6}$/) as string,
			articles: expect.stringMatching(/^[0-9a-f]{6}$/) as string
		});
		expect(olderMessages(catalogues(), sources)).toEqual([]);
	});

	test('whose English has changed is older in each language', () => {
		expect(showOlder(olderMessages(changed, sources))).toEqual([
			'home (es, ko)',
			'articles (es, ko)'
		]);
	});

	test('that was translated anew is of today in that language, and in the end in all', () => {
		const spanish = withSources(
			changed,
			sources,
			({ key, lang }) => key === 'home' && lang === 'es'
		);
		expect(spanish).toMatchObject({ home: { ko: sources['home'] }, articles: sources['articles'] });
		expect(showOlder(olderMessages(changed, spanish))).toEqual(['home (ko)', 'articles (es, ko)']);
		const both = withSources(changed, spanish, ({ key }) => key === 'home');
		expect(both['home']).toMatch(/^[0-9a-f]{6}$/);
	});

	test('that is not translated is not older, and a new one is told apart', () => {
		const more = new Map([...catalogues({ ...ENGLISH, back: 'Back' })]);
		expect(olderMessages(more, sources)).toEqual([]);
		more.set('es', { ...SPANISH, back: 'Atrás' });
		expect(olderMessages(more, sources)).toEqual([{ key: 'back', lang: 'es', isNew: true }]);
	});
});

test('a note limits the length in every language, and is of some string', () => {
	const notes = {
		home: { about: 'A tab.', most: 5 },
		'articles_*': { about: 'A count.' },
		'tab_*': { about: 'Gone.' }
	};
	expect(checkNotes(catalogues(), notes, 'notes.json')).toEqual([
		'es.json: home: has more than 5 characters',
		'notes.json: tab_*: no string of en.json is called so'
	]);
});
