import { expect, test } from 'vitest';
import type { Edition } from '#lib/edition/edition.ts';
import { aPublisher, today } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import { readCritical } from './read-changes.ts';

type Note = Edition['changes'][number];
const aNote = (slug: string, date: string, notify: Note['notify'] = 'critical'): Note => {
	return { slug, date, importance: 'major', notify, articles: [] };
};

/** A phone on which the second edition brought these notes. */
async function aPhoneWith(...changes: Note[]) {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await installed(db, publisher, await publisher.publish());
	await installed(db, publisher, await publisher.publish({ edition: { changes } }));
	return db;
}

test('names critical notes until they are acknowledged, all together', async () => {
	const db = await aPhoneWith(
		aNote('new-court-order', '2026-11-24'),
		aNote('new-form', '2026-11-23'),
		aNote('a-phone-number', '2026-11-24', 'routine')
	);
	expect(await readCritical(db, today())).toEqual(['new-court-order', 'new-form']);
	// the list was opened, and nothing was acknowledged
	await db.put('settings', 2, 'seenVersion');
	expect(await readCritical(db, today())).toHaveLength(2);
	await db.put('settings', 2, 'acknowledgedVersion');
	expect(await readCritical(db, today())).toEqual([]);
});

test('lets go of them after 30 days', async () => {
	const db = await aPhoneWith(aNote('old', '2026-10-25'), aNote('newer', '2026-10-26'));
	expect(await readCritical(db, today())).toEqual(['newer']);
});

test('names them all again where the acknowledged edition is not known any more', async () => {
	const db = await aPhoneWith(aNote('new-court-order', '2026-11-24'));
	await db.put('settings', 99, 'acknowledgedVersion');
	expect(await readCritical(db, today())).toEqual(['new-court-order']);
});
