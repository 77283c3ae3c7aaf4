import { describe, expect, test } from 'vitest';
import { aKey, otherForms } from '#tests/support/publisher/publisher-keys.ts';
import { fromBase64Url, toBase64Url } from './bytes.ts';
import { parsePublicKey } from './root.ts';

/** The field of P-256, and a point of the curve whose x is so small that x + p has 32 bytes, too. */
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const X = 5n;
const Y = 0x459243b9aa581806fe913bce99817ade11ca503c64d9a3c533415c083248fbccn;

function spkiOf(x: bigint, y: bigint): string {
	const point = [x, y].map((it) => it.toString(16).padStart(64, '0')).join('');
	const der = `3059301306072a8648ce3d020106082a8648ce3d03010703420004${point}`;
	return toBase64Url(new Uint8Array(Buffer.from(der, 'hex')));
}

test('a key is read under the id of its bytes', async () => {
	const { spki, keyId } = await aKey();
	expect(await parsePublicKey(spki)).toMatchObject({ keyId });
	expect(await parsePublicKey(spkiOf(X, Y))).toBeDefined();
});

describe('the same key is refused', () => {
	test('in every other encoding', async () => {
		const forms = await otherForms(await aKey());
		expect(Object.keys(forms)).toHaveLength(4);
		for (const [name, { spki }] of Object.entries(forms)) {
			expect(await parsePublicKey(spki), name).toBeUndefined();
		}
	});

	test('with a coordinate that wraps around the field', async () => {
		expect(await parsePublicKey(spkiOf(X + P, Y))).toBeUndefined();
	});

	test('in another spelling of its base64url', async () => {
		const { spki } = await aKey();
		const last = spki.slice(-1);
		const spellings = [
			`${spki}==`,
			`${spki}\n`,
			` ${spki}`,
			`${spki.slice(0, 60)} ${spki.slice(60)}`,
			// bits behind the last byte
			spki.slice(0, -1) + { A: 'B', Q: 'R', g: 'h', w: 'x' }[last]
		];
		for (const it of spellings) expect(await parsePublicKey(it), it).toBeUndefined();
		// base64 in place of base64url: they differ where these letters stand
		let either = spki;
		while (!/[-_]/.test(either)) either = (await aKey()).spki;
		const standard = either.replaceAll('-', '+').replaceAll('_', '/');
		expect(await parsePublicKey(standard)).toBeUndefined();
	});
});

test('what is no point of the curve is no key', async () => {
	expect(await parsePublicKey(spkiOf(X, Y + 1n))).toBeUndefined();
	expect(await parsePublicKey(spkiOf(0n, 0n))).toBeUndefined();
	expect(await parsePublicKey('')).toBeUndefined();
});

test('base64url has one spelling for each run of bytes', () => {
	expect([...fromBase64Url('_-8')]).toEqual([255, 239]);
	for (const it of ['_-9', '_-8=', '/+8', '_-8\n', '_ -8', 'A']) {
		expect(() => fromBase64Url(it), it).toThrow();
	}
});
