import { expect, test } from 'vitest';
import { isLoopbackHost, isLoopbackOrigin } from './is-loopback.ts';

test.each(['localhost', 'LOCALHOST', 'app.localhost', '127.0.0.1', '127.8.9.1', '::1', '[::1]'])(
	'%s is this machine',
	(host) => {
		expect(isLoopbackHost(host)).toBe(true);
	}
);

test('so is an IPv4 peer of a socket that listens on both kinds', () => {
	expect(isLoopbackHost('::ffff:127.0.0.1')).toBe(true);
	expect(isLoopbackHost('::ffff:10.0.0.1')).toBe(false);
});

test.each([
	'0.0.0.0',
	'::',
	'192.168.1.5',
	'10.127.0.0.1',
	'handrail.example',
	'localhost.example',
	'notlocalhost',
	'127.0.0.1.example',
	''
])('"%s" is not: others reach it, or may', (host) => {
	expect(isLoopbackHost(host)).toBe(false);
});

test('an address is judged by its host', () => {
	expect(isLoopbackOrigin('http://localhost:4173')).toBe(true);
	expect(isLoopbackOrigin('http://[::1]:4173')).toBe(true);
	expect(isLoopbackOrigin('https://localhost.example')).toBe(false);
	expect(isLoopbackOrigin('https://handrail.example/localhost')).toBe(false);
});
