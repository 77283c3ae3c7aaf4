import { afterEach, expect, test, vi } from 'vitest';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher, type Publisher } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed, staged } from '#tests/support/phone/stored-edition.ts';
import { withRoot } from '#lib/trust/trust-state.ts';
import { addLanguage } from './change-languages.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readInstalledEdition } from '../stores/edition-store.ts';
import { toStorageCode } from '../database/storage-error.ts';
import { switchEdition } from './switch-edition.ts';
import { readTrust, updateTrust } from '../stores/trust-store.ts';

afterEach(() => {
	vi.restoreAllMocks();
});

const both = { en: { articles: [aGuide()] }, es: { articles: [aGuide({ lang: 'es' })] } };

async function rows(db: HandrailDatabase): Promise<string[]> {
	return (await db.getAllKeys('listings')).map((key) => key.join(' '));
}

async function rotate(db: HandrailDatabase, publisher: Publisher): Promise<void> {
	const root = await publisher.rotate({ edition: await keys(1) });
	await updateTrust(db, (state) => {
		if (!state) throw new Error('no trust yet');
		return withRoot(state, { root, sha256: 'c'.repeat(64) });
	});
}

test('puts edition, lists and trust in place together', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await installed(db, publisher, await publisher.publish({ languages: both }), ['en', 'es']);
	expect(await rows(db)).toEqual(['1 en', '1 es']);
	expect((await readTrust(db))?.installed).toMatchObject({ version: 1, isFloor: true });
	expect(await db.get('settings', 'acknowledgedVersion')).toBe(1);
});

test('remembers the edition before, and counts changes from the first', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await installed(db, publisher, await publisher.publish());
	await installed(db, publisher, await publisher.publish());
	expect(await readTrust(db)).toMatchObject({ previous: 1, installed: { version: 2 } });
	expect(await db.get('settings', 'acknowledgedVersion')).toBe(1);
});

test('refuses an older edition inside the transaction, where two writers meet', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const older = await staged(db, publisher, await publisher.publish());
	await installed(db, publisher, await publisher.publish());
	expect(await switchEdition(db, older)).toMatchObject({ code: 'rollback' });
	expect((await readTrust(db))?.installed?.version).toBe(2);
});

test('refuses another edition of the same version', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await installed(db, publisher, await publisher.publish());
	const other = await publisher.publish({
		edition: { version: 1, mirrors: ['https://mirror.example/'] }
	});
	expect(await switchEdition(db, await staged(db, publisher, other))).toMatchObject({
		code: 'conflict'
	});
});

test('refuses an edition below the floor of this build', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const low = { ...(await staged(db, publisher, await publisher.publish())), floor: 2 };
	expect(await switchEdition(db, low)).toMatchObject({ code: 'rollback' });
	expect(await readInstalledEdition(db)).toBeUndefined();
});

test('refuses an edition of which a text is missing', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const published = await publisher.publish();
	const edition = await staged(db, publisher, published);
	await db.delete('blobs', published.blobs.get('en guide/school-bus') ?? '');
	expect(await switchEdition(db, edition)).toMatchObject({ code: 'incomplete' });
	expect(await rows(db)).toEqual([]);
});

test('refuses an edition whose key another tab has seen revoked meanwhile', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const edition = await staged(db, publisher, await publisher.publish());
	await rotate(db, publisher);
	expect(await switchEdition(db, edition)).toMatchObject({ code: 'below-threshold' });
});

test('recovers from an edition that a stolen key had signed, even of the same version', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const stolen = await publisher.publish({ languages: both, edition: { version: 9 } });
	await installed(db, publisher, stolen, ['en', 'es']);
	await rotate(db, publisher);

	const again = await publisher.publish({
		edition: { version: 9, mirrors: ['https://mirror.example/'] }
	});
	await installed(db, publisher, again);
	// the Spanish row was of the stolen edition
	expect(await rows(db)).toEqual(['9 en']);
	const lower = await publisher.publish({ edition: { version: 3 } });
	expect(await switchEdition(db, await staged(db, publisher, lower))).toMatchObject({
		code: 'rollback'
	});
});

test.each([1, 2, 3])(
	'leaves the old edition whole when the disk is full at write %i',
	async (nth) => {
		const [db, publisher] = [await aPhone(), await aPublisher()];
		await installed(db, publisher, await publisher.publish());
		const next = await staged(db, publisher, await publisher.publish());
		const before = await snapshot(db);

		// eslint-disable-next-line @typescript-eslint/unbound-method -- called on its own store below
		const real = IDBObjectStore.prototype.put;
		let puts = 0;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
			this: IDBObjectStore,
			...args
		) {
			if ((puts += 1) === nth) throw new DOMException('full', 'QuotaExceededError');
			return real.apply(this, args);
		});
		const failure: unknown = await switchEdition(db, next).catch((error: unknown) => error);
		expect(toStorageCode(failure)).toBe(nth <= 4 ? 'storage-full' : undefined);
		vi.restoreAllMocks();
		if (nth <= 4) expect(await snapshot(db)).toEqual(before);
	}
);

test('adds a language to the edition on screen, and to no other', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const published = await publisher.publish({ languages: both });
	await installed(db, publisher, published);
	const { listings } = await staged(db, publisher, published, ['es']);
	const [spanish] = listings;
	if (!spanish) throw new Error('nothing was staged');

	const other = { version: 2, sha256: published.ref.sha256 };
	expect(await addLanguage(db, other, spanish)).toMatchObject({ code: 'conflict' });
	const same = { version: 1, sha256: published.ref.sha256 };
	expect(await addLanguage(db, same, spanish)).toMatchObject({ ok: true });
	expect(await rows(db)).toEqual(['1 en', '1 es']);
});

/** Everything but staged texts, which harm nobody. */
async function snapshot(db: HandrailDatabase): Promise<unknown> {
	const stores = ['editions', 'listings', 'settings', 'trust'] as const;
	return Promise.all(stores.map((store) => db.getAll(store)));
}
