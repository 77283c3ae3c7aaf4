import { expect, test } from 'vitest';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import { createDatabaseOpener } from '../database/database-opener.ts';
import { deleteEverything } from '../write/delete-everything.ts';
import { languagesInUse } from '../read/installed-languages.ts';
import { readSettings, writeSetting } from './settings-store.ts';

test('reads what was chosen, and forgets what is taken back', async () => {
	const db = await aPhone();
	expect(await readSettings(db)).toEqual({});
	await writeSetting(db, 'look', 'contrast');
	await writeSetting(db, 'textSize', 130);
	await writeSetting(db, 'role', 'bus-crew');
	await writeSetting(db, 'role', undefined);
	expect(await readSettings(db)).toEqual({ look: 'contrast', textSize: 130 });
});

test('a choice that is made as the page is left stays', async () => {
	let leave = (): void => undefined;
	const open = createDatabaseOpener(`settings-${crypto.randomUUID()}`, (it) => (leave = it));
	const written = writeSetting(await open(), 'look', 'contrast');
	leave();
	await written;
	expect(await readSettings(await open())).toEqual({ look: 'contrast' });
});

test('leaves out one setting that another version wrote, and keeps the rest', async () => {
	const db = await aPhone();
	await writeSetting(db, 'lang', 'es');
	await db.put('settings', 'sepia', 'look');
	await db.put('settings', true, 'from-the-future');
	expect(await readSettings(db)).toEqual({ lang: 'es' });
});

test("names the reader's language first, then those that are here", async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	expect(await languagesInUse(db)).toEqual([]);
	await installed(db, publisher, await publisher.publish());
	await writeSetting(db, 'lang', 'es');
	expect(await languagesInUse(db)).toEqual(['es', 'en']);
});

test('deletes everything that is on the phone', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await installed(db, publisher, await publisher.publish());
	await writeSetting(db, 'lang', 'es');
	await deleteEverything(db);
	const counts = await Promise.all([...db.objectStoreNames].map((store) => db.count(store)));
	expect(counts).toEqual(counts.map(() => 0));
});
