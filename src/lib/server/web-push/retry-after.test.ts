import { expect, test } from 'vitest';
import { MAX_RETRY_AFTER_MS, parseRetryAfter } from './retry-after.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

test.each([
	['30', 30_000],
	[' 30 ', 30_000],
	['0', 1000],
	['Tue, 24 Nov 2026 12:02:00 GMT', 120_000],
	['Tue, 24 Nov 2020 12:02:00 GMT', 1000],
	['999999999999', MAX_RETRY_AFTER_MS],
	['Fri, 24 Nov 2090 12:02:00 GMT', MAX_RETRY_AFTER_MS]
])('"%s" is %i ms', (header, ms) => {
	expect(parseRetryAfter(header, NOW)).toBe(ms);
});

test.each([undefined, '', '-5', '1.5', 'soon', 'NaN', 'Infinity', '1e9', '9'.repeat(400)])(
	'"%s" says nothing',
	(header) => {
		expect(parseRetryAfter(header, NOW)).toBeUndefined();
	}
);
