import { expect, test } from 'vitest';
import { documentTitle } from './document-title.ts';

test('a neutral name stands alone, whatever the page is about', () => {
	const own = 'Handrail: choose your language';
	expect(documentTitle('own', own)).toBe(own);
	expect(documentTitle('sheet', own)).toBe('Notes');
});
