import { expect, test } from 'vitest';
import { acceptedEncodings } from './accept-encoding.ts';

test.each([
	[undefined, ['identity']],
	['', ['identity']],
	['gzip, deflate, br', ['br', 'gzip', 'identity']],
	['GZIP', ['gzip', 'identity']],
	['x-gzip', ['gzip', 'identity']],
	['br;q=0', ['identity']],
	['br; q=0.000, gzip', ['gzip', 'identity']],
	['gzip;q=1.0, br;q=0.5', ['gzip', 'br', 'identity']],
	['*', ['br', 'gzip', 'identity']],
	['*;q=0', []],
	['*;q=0, br', ['br']],
	['gzip, *;q=0', ['gzip']],
	['br, *;q=0.2', ['br', 'gzip', 'identity']],
	['identity;q=0', []],
	['identity;q=0, gzip', ['gzip']],
	['identity, br;q=0.5', ['identity', 'br']],
	['identity;q=0.5, *;q=0', ['identity']],
	['identity;q=0.1, br;q=0.2', ['br', 'identity']],
	['brotli, gzippy, notbr', ['identity']],
	['br;q=2, gzip;q=x, br;level=1', ['identity']],
	[' , br\t;\tq=0.8 ,', ['br', 'identity']]
])('%j is taken as %j', (header, encodings) => {
	expect(acceptedEncodings(header)).toEqual(encodings);
});
