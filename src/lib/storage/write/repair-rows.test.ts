import { expect, test } from 'vitest';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import { readBlobs } from '../stores/blob-store.ts';
import { dropUnreadable, recordCheck } from './repair-rows.ts';

const checkedAt = '2026-11-30T09:00:00.000Z';

async function aReadingPhone() {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await installed(db, publisher, await publisher.publish());
	return db;
}

test('a comparison is noted with the listing, and what it found damaged is gone', async () => {
	const db = await aReadingPhone();
	const damaged = [(await db.get('listings', [1, 'en']))?.entries[0]?.sha256 ?? ''];
	await recordCheck(db, { version: 1, lang: 'en', checkedAt, damaged });
	expect(await db.get('listings', [1, 'en'])).toMatchObject({ checkedAt });
	expect(await readBlobs(db, damaged)).toEqual([undefined]);
});

test('a listing that cannot be read is not called compared, and is dropped', async () => {
	const db = await aReadingPhone();
	// @ts-expect-error as rot leaves it
	await db.put('listings', { lang: 'en' }, [1, 'en']);
	await recordCheck(db, { version: 1, lang: 'en', checkedAt, damaged: [] });
	expect(await db.get('listings', [1, 'en'])).toEqual({ lang: 'en' });
	await dropUnreadable(db, 'en');
	expect(await db.get('listings', [1, 'en'])).toBeUndefined();
	expect(await db.get('editions', 1)).toBeDefined();
});

test('an edition that cannot be read is dropped, and its listing stays', async () => {
	const db = await aReadingPhone();
	// @ts-expect-error as rot leaves it
	await db.put('editions', { version: 1 });
	await dropUnreadable(db, 'en');
	expect(await db.get('editions', 1)).toBeUndefined();
	expect(await db.get('listings', [1, 'en'])).toBeDefined();
});
