import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Coverage } from '#lib/edition/coverage.ts';
import { aContact, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher, type LanguageContent } from '#tests/support/publisher/publisher.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { readPublishedLibrary } from './published-library.ts';

async function aFolderWith(en: LanguageContent): Promise<string> {
	const publisher = await aPublisher();
	await publisher.publish({ languages: { en } });
	const folder = aTemporaryFolder();
	for (const [path, bytes] of publisher.files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), bytes);
	}
	return folder;
}

const coverage: Coverage = {
	lang: 'en',
	claims: [{ id: 'seed-01', text: 'A claim.', verdict: 'wrong', articles: ['guide/school-bus'] }]
};

test('reads articles, contacts and which claims were checked from the folder', async () => {
	const library = readPublishedLibrary(await aFolderWith({ articles: [aGuide()], coverage }));
	expect(await library.article('en', 'guide', 'school-bus')).toMatchObject({
		found: { article: aGuide(), cards: [{ id: 'guide/school-bus' }] }
	});
	expect(await library.contacts('en')).toEqual({ found: [aContact()] });
	expect(await library.coverage('en')).toEqual({ found: coverage });
});

test('says what an edition of before does not have', async () => {
	const library = readPublishedLibrary(await aFolderWith({ articles: [aGuide()] }));
	expect(await library.coverage('en')).toEqual({ absent: 'not-in-this-edition' });
	expect(await library.cards('es')).toEqual({ absent: 'not-in-this-edition' });
});

test('says how to make an edition where there is none', () => {
	expect(() => readPublishedLibrary(aTemporaryFolder())).toThrow('npm run edition:build');
});
