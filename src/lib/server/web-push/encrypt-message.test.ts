import { createECDH } from 'node:crypto';
import { expect, test } from 'vitest';
import { aPushPhone } from '#tests/support/push/push-phone.ts';
import { encryptMessage } from './encrypt-message.ts';

const TEXT = Buffer.from('There is something new to read.'.padEnd(1024));

test('the phone decrypts what was encrypted for it, and nobody else does', () => {
	const phone = aPushPhone();
	const result = encryptMessage(phone, TEXT);
	const body = result.ok ? result.value : Buffer.alloc(0);

	expect(phone.decrypt(body)).toBe(TEXT.toString());
	expect(() => aPushPhone().decrypt(body)).toThrow();
	body[body.length - 20] = (body.at(-20) ?? 0) ^ 1;
	expect(() => phone.decrypt(body)).toThrow();
});

test('two messages are never encrypted with the same keys', () => {
	const phone = aPushPhone();
	const [one, two] = [encryptMessage(phone, TEXT), encryptMessage(phone, TEXT)];

	expect(one.ok && two.ok && one.value.subarray(0, 86).equals(two.value.subarray(0, 86))).toBe(
		false
	);
});

test.each([
	['a point that is not on the curve', { p256dh: Buffer.alloc(65, 4).toString('base64url') }],
	['a key that is too short', { p256dh: 'BAAA' }],
	['a secret that is too short', { auth: 'AAAA' }],
	['nothing', { p256dh: '' }]
])('%s is bad keys, not an exception', (_, bad) => {
	expect(encryptMessage({ ...aPushPhone(), ...bad }, TEXT)).toEqual({
		ok: false,
		code: 'bad-keys'
	});
});

test('the phone of the tests decrypts the example of RFC 8291', () => {
	const ecdh = createECDH('prime256v1');
	ecdh.setPrivateKey(Buffer.from('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url'));
	const phone = aPushPhone(ecdh, Buffer.from('BTBZMqHH6r4Tts7J_aSIgg', 'base64url'));
	const body =
		'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tl' +
		'zAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';

	expect(phone.decrypt(Buffer.from(body, 'base64url'))).toBe(
		'When I grow up, I want to be a watermelon'
	);
});
