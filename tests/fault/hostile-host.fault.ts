import { describe, expect, test } from 'vitest';
import {
	captivePortal,
	endless,
	fileResponse,
	offline,
	stalled
} from '#tests/support/server/edition-host.ts';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher, today, type Publisher } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone, type SyncingPhone } from '#tests/support/phone/syncing-phone.ts';
import { storedHashes } from '#lib/storage/stores/blob-store.ts';
import { sha256Hex, toBytes, toText } from '#lib/trust/signed/bytes.ts';
import { freshness } from '#lib/trust/freshness.ts';

const titled = (title: string) => ({ languages: { en: { articles: [aGuide({ title })] } } });

/** A phone with edition 1 on screen, and a publisher that has just published edition 2. */
async function behind(): Promise<{ phone: SyncingPhone; publisher: Publisher }> {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publisher.publish(titled('One'));
	await phone.sync();
	await publisher.publish(titled('Two'));
	return { phone, publisher };
}

/** The same, and the head names a root that the phone does not know: so that it asks for roots. */
async function behindByARoot(): Promise<{ phone: SyncingPhone }> {
	const { phone, publisher } = await behind();
	await publisher.rotate();
	await publisher.publish(titled('Two'));
	return { phone };
}

/** Alters every file whose path starts so. */
function alter({ files }: Publisher, start: string, change: (text: string) => string): void {
	for (const [path, bytes] of files) {
		if (path.startsWith(start)) files.set(path, toBytes(change(toText(bytes))));
	}
}

describe('an edition is refused, and the old one stays', () => {
	test.each([
		['a blob is altered, alone and in the pack', ['blob/', 'pack/'], 'wrong-hash'],
		['an edition is altered', ['edition/'], 'wrong-hash'],
		['a head is altered', ['head'], 'below-threshold']
	])('when %s', async (_, starts, code) => {
		const { phone, publisher } = await behind();
		// of equal length, so that only the hash can tell
		const change = (text: string) =>
			text.replace('Two', 'Tow').replace('"version":2', '"version":3');
		for (const start of starts) alter(publisher, start, change);
		expect(await phone.sync()).toEqual({ status: 'rejected', code });
		expect(await phone.title()).toBe('One');
	});

	test('when only a listing is altered', async () => {
		const { phone, publisher } = await behind();
		alter(publisher, 'listing/', (text) => text.replaceAll('guide/', 'guile/'));
		const outcome = await phone.sync();
		expect(outcome).toEqual({ status: 'rejected', code: 'wrong-hash' });
		expect(await phone.title()).toBe('One');
	});

	test('when a file is longer than announced', async () => {
		const { phone, publisher } = await behind();
		alter(publisher, 'listing/', (text) => `${text} `);
		expect(await phone.sync()).toEqual({ status: 'rejected', code: 'too-large' });
	});
});

test('an altered pack costs nothing but its bytes: each text comes by itself', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publisher.publish(titled('One'));
	alter(publisher, 'pack/', (text) => text.replace('One', 'Eno'));
	expect(await phone.sync()).toMatchObject({ status: 'switched' });
	expect(await phone.title()).toBe('One');
	expect(phone.host.requests.filter((path) => path.startsWith('blob/'))).toHaveLength(1);
});

test('a pack adds nothing that the listing does not name', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publisher.publish(titled('One'));
	const foreign = '{}';
	// in the place of the last line, which is an empty list of terms
	alter(publisher, 'pack/', (text) => text.replace(/\[\]$/, foreign));
	// with all else down, so that no switch tidies up
	let isPackServed = false;
	phone.host.answers((path) => {
		if (isPackServed) return offline();
		isPackServed = path.startsWith('pack/');
		return undefined;
	});
	await phone.sync();
	const stored = await storedHashes(await phone.open());
	expect(stored.size).toBeGreaterThan(0);
	expect(stored).not.toContain(await sha256Hex(toBytes(foreign)));
});

test('every endless file is cut off, and an endless wait too', async () => {
	const { phone } = await behindByARoot();
	for (const start of ['trust/', 'head', 'edition/', 'listing/', 'blob/']) {
		phone.host.answers((path) => (path.startsWith(start) ? endless() : undefined));
		expect(await phone.sync()).toEqual({ status: 'rejected', code: 'too-large' });
		phone.host.answers((path) => (path.startsWith(start) ? stalled() : undefined));
		const outcome = await phone.sync(['en'], { idleMs: 20 });
		expect(outcome).toEqual({ status: 'offline', code: 'timeout' });
	}
	expect(await phone.title()).toBe('One');
});

test('a login page in place of any file is offline, and harms nothing', async () => {
	const { phone } = await behindByARoot();
	for (const start of ['trust/', 'head', 'edition/', 'listing/', 'blob/']) {
		phone.host.answers((path) => (path.startsWith(start) ? captivePortal() : undefined));
		expect(await phone.sync()).toEqual({ status: 'offline', code: 'captive-portal' });
	}
});

test('a login page that calls itself JSON is refused', async () => {
	const { phone } = await behind();
	phone.host.answers((path) => (path === 'head.json' ? fileResponse('<h1>Hi</h1>\n') : undefined));
	expect(await phone.sync()).toEqual({ status: 'rejected', code: 'malformed' });
});

test('an old head is refused once a newer one was seen, though its edition never came', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publisher.publish(titled('One'));
	await phone.sync();
	const old = publisher.files.get('head.json') ?? new Uint8Array();
	const { path } = await publisher.publish(titled('Two'));
	phone.host.answers((it) => (it === path ? new Response('', { status: 503 }) : undefined));
	expect(await phone.sync()).toEqual({ status: 'offline', code: 'not-served' });
	expect(freshness(await phone.trust(), today()).state).toBe('behind');

	phone.host.answers((it) => (it === 'head.json' ? fileResponse(old) : undefined));
	expect(await phone.sync()).toEqual({ status: 'rejected', code: 'rollback' });
});

test('an edition of one head with the texts of another is refused: no mix', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	const first = await publisher.publish(titled('One'));
	const second = await publisher.publish(titled('Two'));
	const edition = publisher.files.get(first.path) ?? new Uint8Array();
	publisher.files.set(second.path, edition);
	expect(await phone.sync()).toMatchObject({ status: 'rejected' });
	expect(await phone.title()).toBeUndefined();
});

test('an evicted phone still refuses what is below the floor of its build', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publisher.publish({ ...titled('Old'), edition: { version: 4 } });
	const anchor = publisher.anchor({ floor: 5 });
	expect(await phone.sync(['en'], { anchor })).toEqual({ status: 'rejected', code: 'rollback' });
});

test('an expired head may bring a newer edition, never "current"', async () => {
	const { phone } = await behind();
	const now = (): Date => new Date('2026-12-24T00:00:00.000Z');
	expect(await phone.sync(['en'], { now })).toMatchObject({ status: 'switched', version: 2 });
	expect(freshness(await phone.trust(), now()).state).toBe('unconfirmed');
});

test('past the expiry of the last root nothing is accepted, and reading stays open', async () => {
	const { phone } = await behind();
	const now = (): Date => new Date('2027-12-24T00:00:00.000Z');
	expect(await phone.sync(['en'], { now })).toEqual({ status: 'rejected', code: 'root-expired' });
	expect(await phone.title()).toBe('One');
});

describe('keys', () => {
	test('a fast-forwarded head is recovered from by a new head key', async () => {
		const { phone, publisher } = await behind();
		const { edition } = await publisher.publish({ ...titled('Bad'), head: { version: 9e9 } });
		await phone.sync();
		await publisher.rotate({ head: await keys(1) });
		const next = { version: edition.version + 1, root: 2 };
		await publisher.publish({ ...titled('Good'), edition: next, head: { version: 3, root: 2 } });
		expect(await phone.sync()).toMatchObject({ status: 'switched' });
		expect(await phone.title()).toBe('Good');
	});

	test('what a stolen publishing key signed is never current, and a lower edition replaces it', async () => {
		const { phone, publisher } = await behind();
		await publisher.publish({ ...titled('Bad'), edition: { version: 9e9 } });
		await phone.sync();
		await publisher.rotate({ edition: await keys(1) });
		phone.host.answers((path) =>
			path === 'head.json' ? new Response('', { status: 503 }) : undefined
		);
		await phone.sync();
		expect(freshness(await phone.trust(), today())).toMatchObject({ isRevoked: true });
		expect(await phone.title()).toBe('Bad');

		phone.host.recover();
		await publisher.publish({ ...titled('Good'), edition: { version: 3, root: 2 } });
		expect(await phone.sync()).toMatchObject({ status: 'switched', version: 3 });
		expect(await phone.title()).toBe('Good');
	});

	test('a phone two years away follows three rotations and a new set of root keys', async () => {
		const { phone, publisher } = await behind();
		for (const expires of ['2027-11-01', '2028-05-01', '2028-11-24']) {
			const next = { root: await keys(3), head: await keys(1), edition: await keys(1) };
			await publisher.rotate(next, { expires: `${expires}T00:00:00.000Z` });
		}
		const dates = { issued: '2028-11-20T00:00:00.000Z', expires: '2028-11-27T00:00:00.000Z' };
		await publisher.publish({ ...titled('Later'), edition: dates, head: dates });
		const now = (): Date => new Date('2028-11-22T00:00:00.000Z');
		expect(await phone.sync(['en'], { now })).toMatchObject({ status: 'switched' });
		expect(freshness(await phone.trust(), now()).state).toBe('current');
	});

	test('a head of a root that a host withholds is no news, good or bad', async () => {
		const { phone, publisher } = await behind();
		await publisher.rotate();
		await publisher.publish(titled('Three'));
		phone.host.answers((path) =>
			path.startsWith('trust/') ? new Response('', { status: 404 }) : undefined
		);
		expect(await phone.sync()).toEqual({ status: 'offline', code: 'root-unreachable' });
	});

	test('another publisher at the same address starts from its own anchor', async () => {
		const { phone } = await behind();
		const other = await aPublisher();
		await other.publish(titled('Other'));
		const theirs = aSyncingPhone(other);
		const surroundings = { anchor: other.anchor(), fetch: theirs.host.fetch };
		expect(await phone.sync(['en'], surroundings)).toMatchObject({
			status: 'switched',
			version: 1
		});
		expect(await phone.title()).toBe('Other');
	});

	test('a new build whose root follows from the stored one goes on with what is installed', async () => {
		const { phone, publisher } = await behind();
		await phone.sync();
		await publisher.rotate();
		const anchor = publisher.anchor({ version: 2 });
		expect(await phone.sync(['en'], { anchor })).toEqual({ status: 'already-current' });
		expect((await phone.trust())?.installed?.isFloor).toBe(true);
	});
});
