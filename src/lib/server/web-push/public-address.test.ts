import { expect, test } from 'vitest';
import { createPublicLookup, isPublicAddress, NOT_PUBLIC } from './public-address.ts';

test.each(['142.250.80.10', '17.253.144.10', '2607:f8b0:4006:81f::200a', '1.1.1.1'])(
	'%s is public',
	(address) => {
		expect(isPublicAddress(address)).toBe(true);
	}
);

test.each([
	'127.0.0.1',
	'10.1.2.3',
	'172.16.0.1',
	'172.31.255.255',
	'192.168.1.1',
	'169.254.169.254',
	'100.64.0.1',
	'0.0.0.0',
	'224.0.0.1',
	'255.255.255.255',
	'198.18.0.1',
	'::1',
	'::',
	'fe80::1',
	'fc00::1',
	'fd00:ec2::254',
	'ff02::1',
	'::ffff:10.0.0.1',
	'::ffff:8.8.8.8',
	'64:ff9b::a00:1',
	'2001:db8::1',
	'2002:a00:1::',
	'not an address',
	''
])('%s is not', (address) => {
	expect(isPublicAddress(address)).toBe(false);
});

/** Looks a name up that leads to these addresses. */
const lookup = (all: boolean, ...addresses: readonly string[]) =>
	new Promise<unknown>((resolve) => {
		const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
		const look = createPublicLookup((_name, _options, callback) => {
			callback(null, found);
		});
		look('push.example', { all }, (error, result) => {
			resolve(error === null ? result : error.code);
		});
	});

test('a name that leads to public addresses is connected to', async () => {
	expect(await lookup(false, '1.1.1.1')).toBe('1.1.1.1');
	expect(await lookup(true, '1.1.1.1', '2606:4700::1111')).toHaveLength(2);
});

test('a name that leads inside, or both inside and outside, is not', async () => {
	expect(await lookup(false, '10.0.0.1')).toBe(NOT_PUBLIC);
	expect(await lookup(true, '1.1.1.1', '127.0.0.1')).toBe(NOT_PUBLIC);
	expect(await lookup(true)).toBe(NOT_PUBLIC);
});

test('a name that is not known is an error as always', async () => {
	const code = await new Promise((resolve) => {
		const look = createPublicLookup((_name, _options, callback) => {
			callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
		});
		look('push.example', {}, (error) => {
			resolve(error?.code);
		});
	});

	expect(code).toBe('ENOTFOUND');
});
