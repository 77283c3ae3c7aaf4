import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { isDemoEdition } from './is-demo-edition.ts';

async function aFolder(isDemo: boolean): Promise<string> {
	const own = await aPublisher();
	const publisher = { name: 'A test', address: 'https://a.example', licence: 'CC0', isDemo };
	await own.publish({ edition: { publisher } });
	const folder = aTemporaryFolder();
	for (const [path, bytes] of own.files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), bytes);
	}
	return folder;
}

test('an edition says itself whether demo keys signed it, whomever the app trusts', async () => {
	expect(isDemoEdition(await aFolder(true))).toBe(true);
	expect(isDemoEdition(await aFolder(false))).toBe(false);
});

test('a folder without an edition says nothing', () => {
	expect(isDemoEdition(aTemporaryFolder())).toBe(false);
});
