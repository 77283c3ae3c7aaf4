import { expect, test } from 'vitest';
import { isVapidSubject } from './vapid-subject.ts';

test.each([
	'mailto:operator@example.org',
	'https://example.org',
	'https://example.org/contact?x=1'
])('%s is a contact', (subject) => {
	expect(isVapidSubject(subject)).toBe(true);
});

test.each([
	'',
	'operator@example.org',
	'http://example.org',
	'mailto:',
	'mailto:operator',
	'mailto:operator@localhost',
	'mailto:operator@example.invalid',
	'mailto:Operator <o@example.org>',
	'https://localhost:4173',
	'https://app.localhost/',
	'https://EXAMPLE.INVALID/',
	'https://127.0.0.1/',
	'https://[::1]/',
	'https://'
])('"%s" is not: Apple refuses what nobody can write to', (subject) => {
	expect(isVapidSubject(subject)).toBe(false);
});
