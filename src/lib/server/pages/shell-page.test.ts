import { expect, test } from 'vitest';
import { APP_NAME, HOME_NAMES } from '#lib/edition/generated/site.ts';
import { fillShell } from './shell-page.ts';

test('until the app knows which name the reader chose, the title is neutral for everybody', () => {
	const filled = fillShell('<head></head><div id="status-line"></div>', ['en']);
	const [, title] = /<title>(.*)<\/title>/.exec(filled) ?? [];
	const { own, ...neutral } = HOME_NAMES;
	expect(own).toBe(APP_NAME);
	expect(Object.values(neutral)).toContain(title);
	expect(title).not.toBe(APP_NAME);
});

test('who has no scripts is led to the languages', () => {
	const filled = fillShell('<head></head><div id="status-line"></div>', ['en', 'ar']);
	expect(filled).toContain('hreflang="ar" lang="ar" dir="rtl"');
});
