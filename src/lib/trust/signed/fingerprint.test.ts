import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test('a root is eight groups of five digits, each of four bytes of its hash', () => {
	// printf '' | sha256sum
	const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
	expect(fingerprint(empty).join(' ')).toBe('12610 59092 03464 35940 31556 17388 67483 87061');
	expect(fingerprint('000186a0'.padEnd(64, '0'))[0]).toBe('00000');
});

test('a change of any byte changes it', () => {
	const one = 'a'.repeat(64);
	for (let at = 0; at < 64; at += 1) {
		const other = `${one.slice(0, at)}b${one.slice(at + 1)}`;
		expect(fingerprint(other)).not.toEqual(fingerprint(one));
	}
});
