import { describe, expect, test } from 'vitest';
import { offline } from '#tests/support/server/edition-host.ts';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher, today } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone, type SyncingPhone } from '#tests/support/phone/syncing-phone.ts';
import { FILE_HOST } from '../edition-file/edition-file-host.ts';

/* When roots are asked for, and how long a revoked head key is believed. See ADR 0022. */
const hoursOn =
	(hours: number): (() => Date) =>
	() =>
		new Date(today().getTime() + hours * 60 * 60 * 1000);

/** The roots that one sync asks for. */
async function rootsAsked(phone: SyncingPhone, now = hoursOn(0)): Promise<string[]> {
	phone.host.forgetRequests();
	await phone.sync(['en'], { now });
	return phone.host.requests.filter((path) => path.startsWith('trust/'));
}

describe('roots', () => {
	test('are not asked for while the head names the newest that is known', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		expect(await rootsAsked(phone)).toEqual([]);
		await publisher.publish();
		expect(await rootsAsked(phone, hoursOn(23))).toEqual([]);
		expect(phone.host.requests[0]).toBe('head.json');
	});

	test('are asked for once a day, whatever the head says', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		await phone.sync();
		expect(await rootsAsked(phone, hoursOn(24))).toEqual(['trust/2.root.json']);
		expect(await rootsAsked(phone, hoursOn(25))).toEqual([]);
	});

	test('are asked for when the head names one that is not known', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		await phone.sync();
		await publisher.rotate({ edition: await keys(1) });
		await publisher.publish();
		expect(await rootsAsked(phone)).toEqual(['trust/2.root.json', 'trust/3.root.json']);
		expect((await phone.trust())?.root.version).toBe(2);
	});

	test('are asked for when the head is not signed by a known key: it may be a new one', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		await phone.sync();
		await publisher.rotate({ head: await keys(1) });
		const { edition } = await publisher.publish();
		expect(await rootsAsked(phone)).toContain('trust/2.root.json');
		expect((await phone.trust())?.installed?.version).toBe(edition.version);
	});

	test('are not asked for where not even the head could be', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		await phone.sync();
		phone.host.answers(() => offline());
		expect(await rootsAsked(phone)).toEqual([]);
	});

	test('are asked for again where a walk was cut before its end', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		await phone.sync();
		await publisher.rotate();
		await publisher.rotate();
		await publisher.publish();
		phone.host.answers((path) => (path === 'trust/3.root.json' ? offline() : undefined));
		expect(await phone.sync()).toMatchObject({ status: 'offline' });
		phone.host.recover();
		expect(await rootsAsked(phone)).toEqual(['trust/3.root.json', 'trust/4.root.json']);
	});

	test('that a passed file lacks are still asked of the host', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		const file = { hosts: [FILE_HOST], isComplete: false };
		const { fetch: ask } = phone.host;
		const fetch: typeof globalThis.fetch = (input, init) =>
			ask((input as string).replace(FILE_HOST, '/published/'), init);
		expect(await phone.sync(['en'], { ...file, fetch })).toMatchObject({ status: 'switched' });
		expect(await rootsAsked(phone)).toEqual(['trust/2.root.json']);
	});
});

test('a stolen head key that was revoked is believed for a day at most, though its heads name the old root', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	const { ref, edition } = await publisher.publish();
	await phone.sync();
	const thief = publisher.held.head;
	await publisher.rotate({ head: await keys(1) });
	const freeze = { edition: { version: edition.version, ...ref }, root: 1 };

	// the thief answers for the host with heads that keep the old edition "current"
	await publisher.publishHead(freeze, thief);
	expect(await phone.sync(['en'], { now: hoursOn(23) })).toEqual({ status: 'already-current' });
	await publisher.publishHead(freeze, thief);
	expect(await phone.sync(['en'], { now: hoursOn(24) })).toEqual({
		status: 'rejected',
		code: 'below-threshold'
	});
	expect((await phone.trust())?.root.version).toBe(2);
});
