import { expect, test } from 'vitest';
import { textFragment } from './text-fragment.ts';

test.each([
	[{ start: 'may not enter' }, ':~:text=may%20not%20enter'],
	[{ start: 'non-public, or & not?' }, ':~:text=non%2Dpublic%2C%20or%20%26%20not%3F'],
	[{ start: 'No person', end: 'ask first' }, ':~:text=No%20person,ask%20first'],
	[{ start: '“no” — 100%' }, ':~:text=%E2%80%9Cno%E2%80%9D%20%E2%80%94%20100%25'],
	[
		{ start: 'ордер судьи' },
		':~:text=%D0%BE%D1%80%D0%B4%D0%B5%D1%80%20%D1%81%D1%83%D0%B4%D1%8C%D0%B8'
	]
])('leads to %j', (words, fragment) => {
	expect(textFragment(words)).toBe(fragment);
	expect(new URL(`https://example.org/law#${fragment}`).hash).toBe(`#${fragment}`);
});
