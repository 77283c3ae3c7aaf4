import { expect, test, vi } from 'vitest';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher, today } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed, staged } from '#tests/support/phone/stored-edition.ts';
import { prepareListing } from './prepare-listing.ts';

const ports = { now: today, pause: () => Promise.resolve() };

test('makes a card of each article, sorted by slug', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const articles = [aGuide({ slug: 'zebra' }), aDirective({ slug: 'apple' })];
	const edition = await staged(
		db,
		publisher,
		await publisher.publish({ languages: { en: { articles } } })
	);
	const [listing] = edition.listings;
	expect(listing?.cards.map(({ id }) => id)).toEqual(['directive/apple', 'guide/zebra']);
	expect(listing?.checkedAt).toBe(today().toISOString());
});

test('reads no text of an article that the edition on screen shares', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const articles = [aGuide(), aDirective()];
	await installed(db, publisher, await publisher.publish({ languages: { en: { articles } } }));
	const row = await db.get('listings', [1, 'en']);
	if (!row) throw new Error('nothing is installed');

	await db.clear('blobs');
	const again = await prepareListing(db, row, ports);
	expect(again).toMatchObject({ ok: true, value: { cards: row.cards } });
});

test('says so where a text is missing, and where one cannot be read', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const edition = await staged(db, publisher, await publisher.publish());
	const row = edition.listings[0];
	const guide = row?.entries.find(({ id }) => id === 'guide/school-bus')?.sha256 ?? '';
	if (!row) throw new Error('nothing was staged');

	await db.put('blobs', '{"kind":"guide"}', guide);
	expect(await prepareListing(db, row, ports)).toMatchObject({ code: 'malformed' });
	await db.delete('blobs', guide);
	expect(await prepareListing(db, row, ports)).toMatchObject({ code: 'incomplete' });
});

test('lets the page answer between slices of a long listing', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const articles = Array.from({ length: 20 }, (_, index) => aGuide({ slug: `guide-${index}` }));
	const edition = await staged(
		db,
		publisher,
		await publisher.publish({ languages: { en: { articles } } })
	);
	const row = edition.listings[0];
	if (!row) throw new Error('nothing was staged');
	const pause = vi.fn(() => Promise.resolve());
	await prepareListing(db, row, { ...ports, pause });
	expect(pause).toHaveBeenCalledTimes(2);
});
