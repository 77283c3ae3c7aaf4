import { expect, test } from 'vitest';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import { readSearchTexts } from './read-search-texts.ts';

async function aStoredEdition() {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const articles = [aGuide({ title: 'On the bus' }), aDirective()];
	await installed(db, publisher, await publisher.publish({ languages: { en: { articles } } }));
	const cards = (await db.get('listings', [1, 'en']))?.cards ?? [];
	return { db, sha256: cards.find(({ kind }) => kind === 'guide')?.sha256 ?? '' };
}

test('gives every article of the edition on screen, whole', async () => {
	const { db } = await aStoredEdition();
	const { words, articles } = await readSearchTexts(db, 'en');
	expect(words).toBeUndefined();
	const titles = articles.map(({ text }) => (JSON.parse(text) as { title: string }).title);
	expect(titles).toEqual(['On the bus', 'What school bus crews were told']);
	expect(articles.map(({ id }) => id)).toEqual([
		'guide/school-bus',
		'directive/school-bus-training'
	]);
});

test('gives nothing of a language that is not here', async () => {
	const { db } = await aStoredEdition();
	expect(await readSearchTexts(db, 'es')).toEqual({ words: undefined, articles: [] });
});

test('throws where a text that should be here is not: "nothing found" would be untrue', async () => {
	const { db, sha256 } = await aStoredEdition();
	await db.delete('blobs', sha256);
	await expect(readSearchTexts(db, 'en')).rejects.toThrow('Damaged text');
});
