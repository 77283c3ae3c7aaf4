import { describe, expect, test } from 'vitest';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import { languageSizes } from '../read/installed-languages.ts';
import { removeLanguage } from './change-languages.ts';
import { storedHashes } from '../stores/blob-store.ts';
import { wholeLanguages } from '../read/installed-languages.ts';

async function twoLanguages() {
	const publisher = await aPublisher();
	const articles = [aGuide({ lang: 'es', title: 'Oficiales' })];
	const languages = { en: { articles: [aGuide()] }, es: { articles } };
	const published = await publisher.publish({ languages });
	const db = await aPhone();
	await installed(db, publisher, published, ['en', 'es']);
	return { db, published };
}

describe('a language', () => {
	test('is listed with the bytes of its texts', async () => {
		const { db } = await twoLanguages();
		const sizes = await languageSizes(db);
		expect(sizes.map(({ lang }) => lang)).toEqual(['en', 'es']);
		for (const { bytes } of sizes) expect(bytes).toBeGreaterThan(500);
		expect(await languageSizes(await aPhone())).toEqual([]);
	});

	test('can be taken off the phone: its texts are gone, and the others whole', async () => {
		const { db, published } = await twoLanguages();
		await removeLanguage(db, 'es');
		expect(await wholeLanguages(db)).toEqual(['en']);
		const stored = await storedHashes(db);
		expect(stored.has(published.blobs.get('es guide/school-bus') ?? '')).toBe(false);
		expect(stored.has(published.blobs.get('en guide/school-bus') ?? '')).toBe(true);
		expect((await languageSizes(db)).map(({ lang }) => lang)).toEqual(['en']);
	});
});
