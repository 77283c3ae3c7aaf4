import { expect, test } from 'vitest';
import { dateFormat } from './date-format.ts';

const YEAR = { year: 'numeric', timeZone: 'UTC' } as const;

test('a format is made once for each locale and form', () => {
	const format = dateFormat('en-US', YEAR);
	expect(format.format(new Date('2026-11-30T00:00:00Z'))).toBe('2026');
	expect(dateFormat('en-US', { ...YEAR })).toBe(format);
	expect(dateFormat('es-US', YEAR)).not.toBe(format);
	expect(dateFormat('en-US', { ...YEAR, timeZone: 'America/New_York' })).not.toBe(format);
});
