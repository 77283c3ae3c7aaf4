import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { signedFile } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { acceptEdition } from '#lib/trust/accept-edition.ts';
import { acceptHead } from '#lib/trust/accept-head.ts';
import { readAnchor } from '#lib/trust/anchor.ts';
import { toBytes, type Bytes } from '#lib/trust/signed/bytes.ts';
import { MAX_HEADER_BYTES, parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { startTrust } from '#lib/trust/trust-state.ts';
import { acceptRoot } from '#lib/trust/walk-roots.ts';
import { parameters, spoilt } from './cases.ts';

const publisher = await aPublisher();
const { edition, head, path } = await publisher.publish();
const state = startTrust(await readAnchor(publisher.anchor()));
const root = { ...publisher.root, version: 2 };
const keys = publisher.held;
const fileAt = (name: string): Bytes => publisher.files.get(name) ?? new Uint8Array();

let tried = 0;
afterAll(() => {
	console.log(`fuzz: ${String(tried)} signed files`);
});

/** A file as a bad line leaves it: bytes changed, dropped, put in, cut off. */
function damaged(file: Bytes): fc.Arbitrary<Bytes> {
	const edit = fc.record({
		at: fc.nat(file.length),
		drop: fc.nat(3),
		put: fc.uint8Array({ maxLength: 3 })
	});
	const edits = fc
		.array(edit, { minLength: 1, maxLength: 3 })
		.map((list) =>
			list.reduce<Bytes>(
				(bytes, { at, drop, put }) =>
					Uint8Array.from([...bytes.slice(0, at), ...put, ...bytes.slice(at + drop)]),
				file
			)
		);
	const cut = fc.nat(file.length).map((at) => file.slice(0, at));
	return fc.oneof({ weight: 4, arbitrary: edits }, { weight: 1, arbitrary: cut });
}

const anyBytes = fc.oneof(
	fc.uint8Array({ maxLength: 200 }),
	fc.uint8Array({ minLength: 4000, maxLength: 5000 }),
	fc
		.tuple(fc.json({ maxDepth: 2 }), fc.string({ unit: 'binary' }))
		.map(([header, payload]) => toBytes(`${header}\n${payload}`))
) as fc.Arbitrary<Bytes>;

test('the envelope reads no further than it is allowed to, whatever the bytes', () => {
	const file = fileAt('head.json');
	fc.assert(
		fc.property(fc.oneof(anyBytes, damaged(file)), (bytes) => {
			tried += 1;
			const result = parseEnvelope(Uint8Array.from(bytes));
			if (!result.ok) return;
			const { payload, signatures } = result.value;
			const header = bytes.length - payload.length - 1;
			expect(header).toBeLessThan(MAX_HEADER_BYTES);
			expect(bytes.slice(header + 1)).toEqual(payload);
			expect(signatures.length).toBeLessThanOrEqual(8);
			for (const { signature } of signatures) expect(signature).toHaveLength(64);
		}),
		parameters
	);
	expect(tried).toBeGreaterThan(0);
});

test('a damaged head is refused, unless the damage is outside of what was signed', async () => {
	await fc.assert(
		fc.asyncProperty(damaged(fileAt('head.json')), async (bytes) => {
			tried += 1;
			const result = await acceptHead(state, bytes, 1);
			if (result.ok) expect(result.value.head).toEqual(head);
		}),
		parameters
	);
	expect(tried).toBeGreaterThan(0);
});

test('a damaged edition is refused, unless the damage is outside of what was signed', async () => {
	await fc.assert(
		fc.asyncProperty(damaged(fileAt(path)), async (bytes) => {
			tried += 1;
			const result = await acceptEdition(publisher.root, head.edition, bytes);
			if (result.ok) expect(result.value.edition).toEqual(edition);
		}),
		parameters
	);
	expect(tried).toBeGreaterThan(0);
});

test('a head that its own key signed is held to the rules all the same', async () => {
	await fc.assert(
		fc.asyncProperty(spoilt(head), async (value) => {
			tried += 1;
			const file = await signedFile('head', value, keys.head);
			const result = await acceptHead(state, file, 1);
			if (!result.ok) return;
			const { issued, expires, edition: named, root: under } = result.value.head;
			const days = (Date.parse(expires) - Date.parse(issued)) / (24 * 60 * 60 * 1000);
			expect(days).toBeGreaterThan(0);
			expect(days).toBeLessThanOrEqual(14);
			expect(named.version).toBeGreaterThanOrEqual(1);
			expect(under).toBe(1);
		}),
		parameters
	);
	expect(tried).toBeGreaterThan(0);
});

test('a root that its own keys signed is the next one, and takes two keys, whatever it says', async () => {
	await fc.assert(
		fc.asyncProperty(spoilt(root), async (value) => {
			tried += 1;
			const result = await acceptRoot(publisher.root, await signedFile('root', value, keys.root));
			if (!result.ok) return;
			const { version, roles } = result.value.root;
			expect(version).toBe(2);
			expect(roles.root.threshold).toBeGreaterThanOrEqual(2);
			for (const { threshold } of Object.values(roles)) expect(threshold).toBeGreaterThanOrEqual(1);
		}),
		parameters
	);
	expect(tried).toBeGreaterThan(0);
});
