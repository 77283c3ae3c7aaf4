import { expect, test } from 'vitest';
import { signedFile, keys } from '#tests/support/publisher/publisher-keys.ts';
import { toBytes, toText } from './bytes.ts';
import { formatEnvelope, MAX_HEADER_BYTES, parseEnvelope } from './envelope.ts';

test('gives back the payload byte for byte', async () => {
	const file = await signedFile('head', { name: 'Café\n\u0000' }, await keys(1));
	const envelope = parseEnvelope(file);
	const expected = JSON.stringify({ name: 'Café\n\u0000' });
	expect(envelope.ok && toText(envelope.value.payload)).toBe(expected);
});

test('refuses a page, an empty file, and a file that was cut in its header', async () => {
	const file = await signedFile('head', {}, await keys(1));
	for (const bytes of [toBytes('<!doctype html>\n<h1>Hello'), toBytes(''), file.slice(0, 40)]) {
		expect(parseEnvelope(bytes)).toMatchObject({ code: 'malformed' });
	}
});

test('refuses a header past 4 kB, and more than eight signatures', async () => {
	const file = await signedFile('head', {}, await keys(9));
	expect(parseEnvelope(file)).toMatchObject({ code: 'malformed' });
	const endless = toBytes(`${' '.repeat(MAX_HEADER_BYTES)}\n{}`);
	expect(parseEnvelope(endless)).toMatchObject({ code: 'malformed' });
});

test('takes an envelope apart as it was put together', () => {
	const signature = { keyId: 'k'.repeat(43), signature: new Uint8Array(64).fill(7) };
	const envelope = { payload: toBytes('{"a":1}'), signatures: [signature] };
	expect(parseEnvelope(formatEnvelope('edition', envelope))).toEqual({
		ok: true,
		value: { type: 'handrail/edition+json;v=1', ...envelope }
	});
});
