import { expect, test } from 'vitest';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import { readBlobs } from './blob-store.ts';
import { readInstalledListing } from './listing-store.ts';
import { readProof } from './proof-store.ts';

test('what is stored as something else than a text is not here', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await installed(db, publisher, await publisher.publish());
	const listing = await readInstalledListing(db, 'en');
	const sha256 = listing?.row.entries[0]?.sha256 ?? '';
	expect(await readBlobs(db, [sha256])).toEqual([expect.any(String)]);
	// @ts-expect-error as another program may leave it
	await db.put('blobs', { text: 'Open the door.' }, sha256);
	// @ts-expect-error the same
	await db.put('proof', 1, 'head.json');
	expect(await readBlobs(db, [sha256])).toEqual([undefined]);
	expect(await (await readInstalledListing(db, 'en'))?.text(sha256)).toBeUndefined();
	expect(await readProof(db, 'head.json')).toBeUndefined();
});
