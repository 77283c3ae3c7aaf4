import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { goodSources, parsed } from '#tests/support/publisher/content-fixture.ts';
import { compileSearch } from './compile-search.ts';

describe('the words that readers type', () => {
	const wordsOf = (lang: LanguageTag, sources = goodSources()) =>
		compileSearch(lang, parsed(sources));

	test('are of their language, and each a word of its own', () => {
		expect(wordsOf('en')).toEqual({
			lang: 'en',
			ignored: ['what', 'do', 'i', 'the'],
			beginnings: [],
			endings: ['s', 'ing'],
			letters: [],
			same: [['door', 'gate', 'puerta']],
			articles: [{ id: 'guide/front-door', words: ['knock', '311'] }]
		});
	});

	test('are in another language with the English ones, and with English titles', () => {
		const spanish = wordsOf('es');
		expect(spanish).toMatchObject({
			lang: 'es',
			ignored: ['que', 'hago', 'what', 'do', 'i', 'the']
		});
		// English endings are none of Spanish, and of Arabic no word but English ones has them
		expect(spanish?.endings).toEqual([]);
		expect(wordsOf('ar')?.endings).toEqual(['s', 'ing']);
		expect(spanish?.same).toEqual(wordsOf('en')?.same);
		const door = spanish?.articles.find(({ id }) => id === 'guide/front-door');
		// English ones in a line, each once
		expect(door?.words).toEqual(['tocan', 'Somebody is at your door', 'knock 311']);
		// what is not translated has its English title on its page
		expect(wordsOf('ar')?.articles).toEqual([{ id: 'guide/front-door', words: ['knock 311'] }]);
	});

	test('are sent without the small words in them, and once', () => {
		const sources = goodSources().map((source) =>
			source.path === 'search/en.yaml'
				? { ...source, text: source.text.replace('[knock, 311]', '[What do I knock, the knock]') }
				: source
		);
		const [door] = wordsOf('en', sources)?.articles ?? [];
		expect(door?.words).toEqual(['knock']);
	});

	test('are no member where editors wrote none down', () => {
		const without = goodSources().filter(({ path }) => !path.startsWith('search/'));
		expect(wordsOf('en', without)).toBeUndefined();
	});
});
