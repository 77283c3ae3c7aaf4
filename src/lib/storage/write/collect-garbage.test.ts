import { expect, test } from 'vitest';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher, type Published, type Publisher } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import { collectGarbage } from './collect-garbage.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readChanges } from '../read/read-changes.ts';
import { storedHashes } from '../stores/blob-store.ts';
import { stage } from './stage.ts';

/** Publishes and installs an edition whose one guide has this title. */
async function titled(
	db: HandrailDatabase,
	publisher: Publisher,
	title: string
): Promise<Published> {
	const published = await publisher.publish({
		languages: { en: { articles: [aGuide({ title })] } }
	});
	await installed(db, publisher, published);
	return published;
}

const guideOf = ({ blobs }: Published): string => blobs.get('en guide/school-bus') ?? '';

test('keeps the edition on screen and the one before it, whole, and nothing older', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const editions = [];
	for (const title of ['One', 'Two', 'Three']) editions.push(await titled(db, publisher, title));
	await db.put('settings', 3, 'acknowledgedVersion');
	await collectGarbage(db, new Set());

	const stored = await storedHashes(db);
	expect(editions.map((it) => stored.has(guideOf(it)))).toEqual([false, true, true]);
	expect(await db.getAllKeys('editions')).toEqual([2, 3]);
	expect(await db.getAllKeys('listings')).toEqual([
		[2, 'en'],
		[3, 'en']
	]);
});

test('deletes what an earlier release kept for search', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await titled(db, publisher, 'One');
	await db.put('search', [], [1, 'en']);
	await collectGarbage(db, new Set());
	expect(await db.count('search')).toBe(0);
});

test('keeps shards, so that an update can reuse them', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await titled(db, publisher, 'One');
	await collectGarbage(db, new Set());
	const row = await db.get('listings', [1, 'en']);
	expect(row?.shards).toHaveLength(1);
	expect((await storedHashes(db)).has(row?.shards[0] ?? '')).toBe(true);
});

test('keeps what a sync that was cut has got so far', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await titled(db, publisher, 'One');
	const texts = new Map([
		['staged', 'text'],
		['forgotten', 'text']
	]);
	await stage(db, { texts });
	await collectGarbage(db, new Set(['staged']));
	const stored = await storedHashes(db);
	expect([stored.has('staged'), stored.has('forgotten')]).toEqual([true, false]);
});

test('can still tell what changed since an edition acknowledged long ago', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	for (const title of ['One', 'Two', 'Two', 'Two']) await titled(db, publisher, title);
	await collectGarbage(db, new Set());
	expect(await readChanges(db, 'en')).toMatchObject([{ id: 'guide/school-bus', state: 'changed' }]);
	await db.put('settings', 4, 'acknowledgedVersion');
	expect(await readChanges(db, 'en')).toEqual([]);
});

test('can still tell what changed since the list was last opened, and what was acknowledged before', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	for (const title of ['One', 'Two', 'Two', 'Two', 'Three']) await titled(db, publisher, title);
	await db.put('settings', 2, 'seenVersion');
	await collectGarbage(db, new Set());
	expect(await db.getAllKeys('editions')).toEqual([1, 2, 4, 5]);
	expect(await readChanges(db, 'en')).toMatchObject([{ id: 'guide/school-bus', state: 'changed' }]);
	await db.put('settings', 5, 'seenVersion');
	expect(await readChanges(db, 'en')).toEqual([]);
});
