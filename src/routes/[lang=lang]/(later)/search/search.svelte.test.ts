import { describe, expect, test } from 'vitest';
import type { SearchHit } from '#lib/reader/state/app-state.svelte.ts';
import { Search } from './search.svelte.ts';

const hit = (slug: string): SearchHit => ({
	id: `guide/${slug}`,
	title: [],
	note: [],
	isWhole: true
});

describe('Search', () => {
	test('an answer that comes after a newer question is dropped', async () => {
		const answers: ((hits: SearchHit[]) => void)[] = [];
		const search = new Search(() => new Promise((resolve) => answers.push(resolve)));

		search.setText('d');
		search.setText('do');
		answers[1]?.([hit('door')]);
		answers[0]?.([hit('dispatch')]);
		await Promise.resolve();
		await Promise.resolve();

		expect(search.hits?.map(({ id }) => id)).toEqual(['guide/door']);
	});

	test('an empty field asks nothing, and forgets what was found', async () => {
		const asked: string[] = [];
		const search = new Search((text) => {
			asked.push(text);
			return Promise.resolve([hit('door')]);
		});

		search.setText('door');
		await Promise.resolve();
		await Promise.resolve();
		search.setText(' ');

		expect(asked).toEqual(['door']);
		expect(search.hits).toBeUndefined();
	});

	test('what could not be asked is not "nothing found", until it can be', async () => {
		const answers = [undefined, [hit('door')]];
		const search = new Search(() => Promise.resolve(answers.shift()));

		search.setText('d');
		await Promise.resolve();
		await Promise.resolve();
		expect([search.hits, search.hasFailed]).toEqual([undefined, true]);
		search.setText('do');
		await Promise.resolve();
		await Promise.resolve();
		expect([search.hits?.length, search.hasFailed]).toEqual([1, false]);
	});

	test('who comes back finds what was asked, and all that was found', () => {
		const hits = Array.from({ length: 20 }, (_, at) => hit(`door-${at}`));
		const search = new Search(() => Promise.resolve([]), { text: 'door', hits });
		expect([search.text, search.drawn?.length]).toEqual(['door', 20]);
	});
});
