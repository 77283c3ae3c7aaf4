import { expect, test } from 'vitest';
import { mostCharacters } from './most-characters.ts';

test.each([
	['guide', 'title', 60],
	['directive', 'summary', 140],
	['directive', 'statusNote', 240],
	['contact', 'does', 120],
	['contact', 'name', undefined],
	['term', 'nothing', undefined]
] as const)('%s: %s', (kind, field, most) => {
	expect(mostCharacters(kind, field)).toBe(most);
});
