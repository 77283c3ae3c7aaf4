import { expect, test } from 'vitest';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher, type Publisher } from '#tests/support/publisher/publisher.ts';
import { acceptHead } from './accept-head.ts';
import { readAnchor } from './anchor.ts';
import { toBytes, toText, type Bytes } from './signed/bytes.ts';
import { startTrust, withRoot, withSeen, type TrustState } from './trust-state.ts';

const headOf = ({ files }: Publisher): Bytes => files.get('head.json') ?? new Uint8Array();

async function startOf(publisher: Publisher): Promise<TrustState> {
	return startTrust(await readAnchor(publisher.anchor()));
}

/** The state after the publisher's present head. */
async function seenBy(publisher: Publisher, state: TrustState): Promise<TrustState> {
	const seen = await acceptHead(state, headOf(publisher), 1);
	if (!seen.ok) throw new Error(seen.code);
	return withSeen(state, seen.value);
}

test('refuses a head older than the one seen', async () => {
	const publisher = await aPublisher();
	await publisher.publish();
	const old = headOf(publisher);
	await publisher.publish();
	const state = await seenBy(publisher, await startOf(publisher));
	expect(await acceptHead(state, old, 1)).toMatchObject({ code: 'rollback' });
});

test('accepts the same head again, signed anew', async () => {
	const publisher = await aPublisher();
	const { head } = await publisher.publish();
	const state = await seenBy(publisher, await startOf(publisher));
	await publisher.publishHead(head);
	expect(await acceptHead(state, headOf(publisher), 1)).toMatchObject({ ok: true });
});

test.each([
	['2026-12-01T00:00:00.000+00', 'malformed'],
	['2026-12-01T00:00:00.000+00:00', 'malformed'],
	['2026-11-31T00:00:00.000Z', 'malformed'],
	['+275760-09-13T00:00:00.000Z', 'malformed'],
	['9999-12-31T00:00:00.000Z', 'lifetime']
])('refuses a head that expires %s', async (expires, code) => {
	const publisher = await aPublisher();
	await publisher.publish({ head: { expires } });
	const state = await startOf(publisher);
	expect(await acceptHead(state, headOf(publisher), 1)).toMatchObject({ code });
});

test('refuses another head of the same version', async () => {
	const publisher = await aPublisher();
	const { head } = await publisher.publish();
	const state = await seenBy(publisher, await startOf(publisher));
	await publisher.publishHead({ ...head, expires: '2026-12-02T00:00:00.000Z' });
	expect(await acceptHead(state, headOf(publisher), 1)).toMatchObject({ code: 'conflict' });
});

test('refuses a newer head that names an older edition than the one seen', async () => {
	const publisher = await aPublisher();
	const first = await publisher.publish();
	await publisher.publish();
	const state = await seenBy(publisher, await startOf(publisher));
	await publisher.publishHead({ edition: first.head.edition });
	expect(await acceptHead(state, headOf(publisher), 1)).toMatchObject({ code: 'rollback' });
});

test('refuses another edition of the same version as the one seen', async () => {
	const publisher = await aPublisher();
	const { head } = await publisher.publish();
	const state = await seenBy(publisher, await startOf(publisher));
	await publisher.publishHead({ edition: { ...head.edition, sha256: 'a'.repeat(64) } });
	expect(await acceptHead(state, headOf(publisher), 1)).toMatchObject({ code: 'conflict' });
});

test('refuses an edition below the floor on an empty phone', async () => {
	const publisher = await aPublisher();
	await publisher.publish({ edition: { version: 4 } });
	const state = await startOf(publisher);
	expect(await acceptHead(state, headOf(publisher), 5)).toMatchObject({ code: 'rollback' });
	expect(await acceptHead(state, headOf(publisher), 4)).toMatchObject({ ok: true });
});

test('refuses a head that lives for more than 14 days', async () => {
	const publisher = await aPublisher();
	await publisher.publish({ head: { expires: '2026-12-08T00:00:00.001Z' } });
	const state = await startOf(publisher);
	expect(await acceptHead(state, headOf(publisher), 1)).toMatchObject({ code: 'lifetime' });
	await publisher.publish({ head: { expires: '2026-12-08T00:00:00.000Z' } });
	expect(await acceptHead(state, headOf(publisher), 1)).toMatchObject({ ok: true });
});

test('refuses the signatures of the publishing key and of a stranger', async () => {
	const publisher = await aPublisher();
	const state = await startOf(publisher);
	for (const head of [publisher.held.edition, await keys(1)]) {
		await publisher.publish({ signers: { head } });
		expect(await acceptHead(state, headOf(publisher), 1)).toMatchObject({
			code: 'below-threshold'
		});
	}
});

test('refuses an edition in the place of a head, though the right key signed it', async () => {
	const publisher = await aPublisher();
	const { path } = await publisher.publish({ signers: { edition: publisher.held.head } });
	const edition = publisher.files.get(path) ?? new Uint8Array();
	expect(await acceptHead(await startOf(publisher), edition, 1)).toMatchObject({
		code: 'below-threshold'
	});
});

test('refuses one changed character', async () => {
	const publisher = await aPublisher();
	await publisher.publish();
	const changed = toBytes(toText(headOf(publisher)).replace('2026-12-01', '2026-12-02'));
	expect(await acceptHead(await startOf(publisher), changed, 1)).toMatchObject({
		code: 'below-threshold'
	});
});

test('says nothing about a head of a root that cannot be reached', async () => {
	const publisher = await aPublisher();
	const state = await startOf(publisher);
	await publisher.publish({ head: { root: 2 } });
	expect(await acceptHead(state, headOf(publisher), 1)).toMatchObject({
		code: 'root-unreachable'
	});
});

test('recovers from a fast-forwarded head when its key is replaced', async () => {
	const publisher = await aPublisher();
	await publisher.publish({ head: { version: 9_000_000 } });
	const thrown = await seenBy(publisher, await startOf(publisher));

	const root = await publisher.rotate({ head: await keys(1) });
	await publisher.publish({ head: { version: 2 } });
	const recovered = withRoot(thrown, { root, sha256: 'c'.repeat(64) });
	expect(recovered.seen).toBeUndefined();
	expect(await acceptHead(recovered, headOf(publisher), 1)).toMatchObject({ ok: true });
});

test('keeps its floors when a key is only added', async () => {
	const publisher = await aPublisher();
	await publisher.publish({ head: { version: 9 }, edition: { version: 9 } });
	const state = await seenBy(publisher, await startOf(publisher));

	const { head, edition } = publisher.held;
	const more = { head: [...head, ...(await keys(1))], edition: [...edition, ...(await keys(1))] };
	const root = await publisher.rotate(more);
	const after = withRoot(state, { root, sha256: 'c'.repeat(64) });
	await publisher.publish({ head: { version: 8 }, edition: { version: 9 } });
	expect(await acceptHead(after, headOf(publisher), 1)).toMatchObject({ code: 'rollback' });
	await publisher.publish({ head: { version: 10 }, edition: { version: 8 } });
	expect(await acceptHead(after, headOf(publisher), 1)).toMatchObject({ code: 'rollback' });
});

test('lets a lower edition follow when a publishing key is replaced, but never below the floor', async () => {
	const publisher = await aPublisher();
	await publisher.publish({ edition: { version: 9_000_000 } });
	const state = await seenBy(publisher, await startOf(publisher));

	const root = await publisher.rotate({ edition: await keys(1) });
	const after = withRoot(state, { root, sha256: 'c'.repeat(64) });
	await publisher.publish({ head: { version: 2 }, edition: { version: 7 } });
	expect(await acceptHead(after, headOf(publisher), 7)).toMatchObject({ ok: true });
	expect(await acceptHead(after, headOf(publisher), 8)).toMatchObject({ code: 'rollback' });
});
