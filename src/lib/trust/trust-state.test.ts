import { expect, test } from 'vitest';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher, type Publisher } from '#tests/support/publisher/publisher.ts';
import { readAnchor } from './anchor.ts';
import { parseTrustState, startTrust, withRoot, withSeen, type TrustState } from './trust-state.ts';

async function aState(publisher: Publisher): Promise<TrustState> {
	const state = startTrust(await readAnchor(publisher.anchor()));
	const [signer = ''] = publisher.held.edition.map(({ keyId }) => keyId);
	const { issued, expires } = publisher.root;
	const sha256 = 'a'.repeat(64);
	const installed = { version: 5, issued, expires, sha256, signers: [signer], isFloor: true };
	return { ...state, installed };
}

test('keeps the floor of the edition when only the online key is replaced', async () => {
	const publisher = await aPublisher();
	const state = await aState(publisher);
	const root = await publisher.rotate({ head: await keys(1) });
	const after = withRoot(state, { root, sha256: 'b'.repeat(64) });
	expect(after.installed?.isFloor).toBe(true);
	expect(after.chain).toEqual([...state.chain, 'b'.repeat(64)]);
});

test('drops the floor of the edition when a publishing key leaves', async () => {
	const publisher = await aPublisher();
	const state = await aState(publisher);
	const root = await publisher.rotate({ edition: await keys(1) });
	expect(withRoot(state, { root, sha256: 'b'.repeat(64) }).installed?.isFloor).toBe(false);
});

test('ignores a root that is not the next one: another tab was faster', async () => {
	const publisher = await aPublisher();
	const state = await aState(publisher);
	const root = { ...publisher.root, version: 3 };
	expect(withRoot(state, { root, sha256: 'b'.repeat(64) })).toBe(state);
});

test('keeps the newer of two heads, and takes none that a revoked key signed', async () => {
	const publisher = await aPublisher();
	const state = await aState(publisher);
	const { head } = await publisher.publish();
	const [signer = ''] = publisher.held.head.map(({ keyId }) => keyId);
	const seen = { head, sha256: 'd'.repeat(64), signers: [signer], isEditionFloor: true };
	const newer = { ...seen, head: { ...head, version: 2 } };
	expect(withSeen(withSeen(state, seen), newer).seen).toBe(newer);
	expect(withSeen(withSeen(state, newer), seen).seen).toBe(newer);
	expect(withSeen(state, { ...seen, signers: ['a stranger'] }).seen).toBeUndefined();
});

test('reads back what it wrote, and starts anew where a row is damaged', async () => {
	const state = await aState(await aPublisher());
	expect(parseTrustState(structuredClone(state))).toEqual(state);
	expect(parseTrustState({ ...state, root: 'gone' })).toBeUndefined();
	expect(parseTrustState(undefined)).toBeUndefined();
});
