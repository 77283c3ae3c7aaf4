import { expect, test } from 'vitest';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { createSearch } from './create-search.ts';

const plainText = (html: string): string => html;
const standIn = (): Promise<undefined> => Promise.resolve(undefined);
const pause = (): Promise<void> => Promise.resolve();
const anArticle = (id: string, title: string) => ({
	id,
	text: JSON.stringify({ title, summary: '' })
});

const TITLES: Partial<Record<LanguageTag, string>> = { en: 'At the door', bn: 'দরজায়' };

function aSearch(languages: LanguageTag[]) {
	const read: LanguageTag[] = [];
	const search = createSearch({
		read: (lang) => {
			read.push(lang);
			const articles = [anArticle('guide/home-door', TITLES[lang] ?? '')];
			return Promise.resolve({ words: undefined, articles });
		},
		standIn: (lang) => Promise.resolve(languages.includes(lang) ? undefined : 'en'),
		languages: () => Promise.resolve(languages),
		plainText,
		pause
	});
	return { search, read };
}

test('reads a language once, and again after another edition', async () => {
	const { search, read } = aSearch(['en']);
	await search.find('en', '');
	expect((await search.find('en', 'door')).hits.map(({ id }) => id)).toEqual(['guide/home-door']);
	expect(read).toEqual(['en']);
	search.forget();
	await search.find('en', 'door');
	expect(read).toEqual(['en', 'en']);
});

test('looks through what lists show in the place of a language that is not here', async () => {
	const { search, read } = aSearch(['en']);
	expect((await search.find('fr', 'door')).hits.map(({ id }) => id)).toEqual(['guide/home-door']);
	expect(read).toEqual(['en']);
});

test('asks storage nothing at a second key, until there is another edition', async () => {
	const asked: string[] = [];
	const search = createSearch({
		read: (lang) => {
			asked.push(`read ${lang}`);
			return Promise.resolve({ words: undefined, articles: [] });
		},
		standIn: () => {
			asked.push('stand-in');
			return Promise.resolve(undefined);
		},
		languages: () => {
			asked.push('languages');
			return Promise.resolve(['en']);
		},
		plainText,
		pause
	});
	await search.find('en', 'zzzz');
	const first = [...asked];
	await search.find('en', 'zzz');
	expect(asked).toEqual(first);
	search.forget();
	await search.find('en', 'zzzz');
	expect(asked).toEqual([...first, ...first]);
});

test('asked in another language that is here, it answers in the reader’s own', async () => {
	const { search } = aSearch(['bn', 'en']);
	const [hit] = (await search.find('bn', 'door')).hits;
	expect(hit).toMatchObject({ id: 'guide/home-door', title: [{ text: 'দরজায়' }] });
	const [other] = (await search.find('en', 'দরজায়')).hits;
	expect(other).toMatchObject({ id: 'guide/home-door', title: [{ text: 'At the door' }] });
	expect((await search.find('en', 'zzzz')).hits).toEqual([]);
});

test('what could not be read is asked for the next time, and is not "nothing found"', async () => {
	const answers = [Promise.reject(new Error('Damaged text')), undefined];
	const search = createSearch({
		read: () => answers.shift() ?? Promise.resolve({ words: undefined, articles: [] }),
		standIn,
		languages: () => Promise.resolve([]),
		plainText,
		pause
	});
	await expect(search.find('en', 'door')).rejects.toThrow('Damaged text');
	expect((await search.find('en', 'door')).hits).toEqual([]);
	await expect(
		createSearch({
			read: () =>
				Promise.resolve({ words: undefined, articles: [{ id: 'guide/a', text: 'rotten' }] }),
			standIn,
			languages: () => Promise.resolve([]),
			plainText,
			pause
		}).find('en', 'door')
	).rejects.toThrow();
});

test('pauses while it reads many articles, so that a key is answered', async () => {
	let pauses = 0;
	const articles = Array.from({ length: 100 }, (_, at) => anArticle(`guide/a${at}`, `w${at}x`));
	const search = createSearch({
		read: () => Promise.resolve({ words: undefined, articles }),
		standIn,
		languages: () => Promise.resolve([]),
		plainText,
		pause: () => {
			pauses += 1;
			return Promise.resolve();
		}
	});
	expect((await search.find('en', 'w99x')).hits[0]?.id).toBe('guide/a99');
	expect(pauses).toBeGreaterThan(5);
});
