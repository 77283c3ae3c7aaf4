import { describe, expect, test } from 'vitest';
import type { SearchAnswer, SearchHit } from '#lib/reader/state/app-state.svelte.ts';
import { Search } from './search.svelte.ts';

const hit = (slug: string): SearchHit => ({
	id: `guide/${slug}`,
	title: [],
	note: [],
	isNoteEnglish: false
});
const found = (...hits: SearchHit[]): SearchAnswer => ({ hits, isUnderstood: true });

describe('Search', () => {
	test('an answer that comes after a newer question is dropped', async () => {
		const answers: ((answer: SearchAnswer) => void)[] = [];
		const search = new Search(() => new Promise((resolve) => answers.push(resolve)));

		search.setText('d');
		search.setText('do');
		answers[1]?.(found(hit('door')));
		answers[0]?.(found(hit('dispatch')));
		await Promise.resolve();
		await Promise.resolve();

		expect(search.answer?.hits.map(({ id }) => id)).toEqual(['guide/door']);
	});

	test('an empty field asks nothing, and forgets what was found', async () => {
		const asked: string[] = [];
		const search = new Search((text) => {
			asked.push(text);
			return Promise.resolve(found(hit('door')));
		});

		search.setText('door');
		await Promise.resolve();
		await Promise.resolve();
		search.setText(' ');

		expect(asked).toEqual(['door']);
		expect(search.answer).toBeUndefined();
	});

	test('what could not be asked is not "nothing found", until it can be', async () => {
		const answers = [undefined, found(hit('door'))];
		const search = new Search(() => Promise.resolve(answers.shift()));

		search.setText('d');
		await Promise.resolve();
		await Promise.resolve();
		expect([search.answer, search.hasFailed]).toEqual([undefined, true]);
		search.setText('do');
		await Promise.resolve();
		await Promise.resolve();
		expect([search.answer?.hits.length, search.hasFailed]).toEqual([1, false]);
	});

	test('who comes back finds what was asked, and all that was found', () => {
		const hits = Array.from({ length: 20 }, (_, at) => hit(`door-${at}`));
		const search = new Search(() => Promise.resolve(found()), {
			...{ text: 'door', isLiteral: false, answer: found(...hits) }
		});
		expect([search.text, search.drawn.length]).toEqual(['door', 20]);
	});

	test('what was typed is asked as it stands once, and the next key forgives again', async () => {
		const asked: [string, boolean][] = [];
		const search = new Search((...question) => {
			asked.push(question);
			return Promise.resolve(found());
		});
		search.setText('warrent');
		search.setText('warrent', { isLiteral: true });
		search.setText('warrents');
		await Promise.resolve();
		expect(asked).toEqual([
			['warrent', false],
			['warrent', true],
			['warrents', false]
		]);
	});
});
