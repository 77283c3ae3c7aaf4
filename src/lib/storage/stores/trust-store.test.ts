import { expect, test } from 'vitest';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import { readInstalledEdition } from './edition-store.ts';
import { readInstalledListing, readListings } from './listing-store.ts';
import { readOnScreen, readTrust } from './trust-store.ts';

async function aReadingPhone() {
	const db = await aPhone();
	const publisher = await aPublisher();
	await installed(db, publisher, await publisher.publish());
	return db;
}

test('what another release wrote beside it takes no text away', async () => {
	const db = await aReadingPhone();
	const trust = await readTrust(db);
	// @ts-expect-error as a release to come may write it
	await db.put('trust', { ...trust, root: { version: 'two' }, previous: 'none' }, 'state');
	expect(await readTrust(db)).toBeUndefined();
	expect(await readOnScreen(db.transaction('trust'))).toEqual({
		installed: { version: 1, sha256: trust?.installed?.sha256 }
	});
	expect(await readInstalledListing(db, 'en')).toMatchObject({ version: 1 });
});

test('a damaged listing is told from one that is not here', async () => {
	const db = await aReadingPhone();
	expect(await readInstalledListing(db, 'es')).toBeUndefined();
	// @ts-expect-error as rot leaves it
	await db.put('listings', { lang: 'en', cards: [] }, [1, 'en']);
	await expect(readInstalledListing(db, 'en')).rejects.toThrow('Damaged row');
	expect(await readListings(db.transaction('listings'), 1)).toEqual([]);
});

test('a damaged edition is no edition, and is reported', async () => {
	const db = await aReadingPhone();
	expect(await readInstalledEdition(db)).toMatchObject({ version: 1 });
	let reports = 0;
	// @ts-expect-error as rot leaves it
	await db.put('editions', { version: 1, languages: 'en' });
	expect(await readInstalledEdition(db, () => (reports += 1))).toBeUndefined();
	expect(reports).toBe(1);
});
