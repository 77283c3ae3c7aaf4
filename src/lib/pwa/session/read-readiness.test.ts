import { describe, expect, test } from 'vitest';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone } from '#tests/support/phone/syncing-phone.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';
import { dropDamaged, readReadiness } from './read-readiness.ts';

async function aReadyPhone() {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	const articles = [aGuide(), aDirective()];
	const { blobs } = await publisher.publish({ languages: { en: { articles } } });
	await phone.sync();
	return { phone, db: await phone.open(), guide: blobs.get('en guide/school-bus') ?? '', blobs };
}
const later = (): Date => new Date('2026-12-01T08:00:00.000Z');

test('counts articles, and says when every hash was last compared', async () => {
	const { db } = await aReadyPhone();
	expect(await readReadiness(db, 'en')).toEqual({
		ready: true,
		whole: 2,
		total: 2,
		damaged: [],
		isDamaged: false,
		checkedAt: '2026-11-24T12:00:00.000Z'
	});
	expect(await dropDamaged(db, 'en', later)).toMatchObject({
		ready: true,
		checkedAt: '2026-12-01T08:00:00.000Z'
	});
	const again = await readReadiness(db, 'en');
	expect(again.checkedAt).toBe('2026-12-01T08:00:00.000Z');
});

test('finds what is missing by counting, and what is damaged only by comparing', async () => {
	const { db, guide, blobs } = await aReadyPhone();
	await db.put('blobs', 'damaged', guide);
	expect(await readReadiness(db, 'en')).toMatchObject({ ready: true });
	const deep = await dropDamaged(db, 'en');
	expect(deep).toMatchObject({ ready: false, whole: 1, total: 2, damaged: [guide] });

	await db.delete('blobs', blobs.get('en contacts') ?? '');
	expect(await readReadiness(db, 'en')).toMatchObject({ ready: false, whole: 1 });
});

test('deletes what is damaged, so that the next sync brings it back', async () => {
	const { phone, db, guide } = await aReadyPhone();
	await db.put('blobs', 'damaged', guide);
	await dropDamaged(db, 'en');
	expect(await db.getKey('blobs', guide)).toBeUndefined();
	expect(await phone.sync()).toMatchObject({ status: 'switched' });
	expect(await dropDamaged(db, 'en')).toMatchObject({ ready: true, whole: 2 });
});

test('is not ready in a language that is not here', async () => {
	const { db } = await aReadyPhone();
	expect(await dropDamaged(db, 'es')).toMatchObject({ ready: false, total: 0 });
});

describe('a row that was damaged', () => {
	const key = [1, 'en'] as const;
	const rows: [string, (db: HandrailDatabase) => Promise<unknown>][] = [
		['the listing', (db) => db.put('listings', 'rotten' as never, [...key])],
		['its entries', (db) => db.put('listings', { cards: [] } as never, [...key])],
		['the edition', (db) => db.put('editions', { version: 1 } as never)],
		['all of a store', (db) => db.clear('listings')]
	];
	test.each(rows)('is found and made anew, with no text fetched again: %s', async (_, damage) => {
		const { phone, db } = await aReadyPhone();
		await damage(db);
		await dropDamaged(db, 'en');
		phone.host.forgetRequests();
		expect(await phone.sync()).toMatchObject({ status: 'switched', version: 1 });
		expect(await dropDamaged(db, 'en')).toMatchObject({ ready: true, whole: 2 });
		expect(await db.get('editions', 1)).toMatchObject({ version: 1, schema: 1 });
		expect(phone.host.requests.filter((path) => /^(blob|pack)/.test(path))).toEqual([]);
	});
});
