import { expect, test } from 'vitest';
import { parseSettings, refuseDemoKeys } from './settings.ts';

const PUBLIC = { ORIGIN: 'https://handrail.example' };

test('a fresh clone needs no setting: this machine, SQLite, a sender, ten minutes of hold', () => {
	expect(parseSettings({})).toEqual({
		port: 4173,
		host: '127.0.0.1',
		origin: 'http://localhost:4173',
		basePath: '',
		address: 'http://localhost:4173',
		isLocal: true,
		publishedDir: 'static/published',
		databaseUrl: undefined,
		databaseFile: '.data/handrail.sqlite',
		vapidDir: '.keys/vapid',
		vapidSubject: 'mailto:operator@example.org',
		isSending: true,
		holdMinutes: 10,
		watchdogMinutes: 60,
		operatorToken: undefined,
		proxyHops: 0,
		subscriptionsPerMinute: 600,
		maxSubscriptions: 1_000_000,
		maxPushHosts: 1000,
		pushTestOrigin: undefined
	});
});

test('a public address is the contact of push services, unless another is set', () => {
	expect(parseSettings(PUBLIC).vapidSubject).toBe('https://handrail.example');
	const subject = 'mailto:editor@handrail.example';
	expect(parseSettings({ ...PUBLIC, VAPID_SUBJECT: subject }).vapidSubject).toBe(subject);
});

test('an empty setting is none', () => {
	expect(parseSettings({ OPERATOR_TOKEN: '', DATABASE_URL: '' }).operatorToken).toBeUndefined();
});

test('names every wrong setting at once, and says what it must be', () => {
	const read = (): unknown => parseSettings({ PORT: 'eighty', ORIGIN: 'handrail.example/app' });
	expect(read).toThrow(/PORT must be a number.*\nORIGIN must be the public address/);
});

test.each([
	['PORT', '70000', 'PORT must be a number'],
	['ORIGIN', 'https://user@handrail.example', 'ORIGIN must be the public address'],
	['DATABASE_URL', 'mysql://here/handrail', 'DATABASE_URL must be a PostgreSQL address'],
	['VAPID_SUBJECT', 'editor@handrail.example', 'VAPID_SUBJECT must say whom'],
	['VAPID_SUBJECT', 'mailto:editor@localhost', 'at an address that can exist'],
	['VAPID_SUBJECT', 'https://handrail.invalid/', 'at an address that can exist'],
	['SENDER', 'yes', 'SENDER must be on or off'],
	['HOLD_MINUTES', '-1', 'HOLD_MINUTES must be a number'],
	['OPERATOR_TOKEN', 'short', 'OPERATOR_TOKEN must have 24'],
	['TRUST_PROXY', 'true', 'TRUST_PROXY must be the number'],
	['PUSH_TEST_ORIGIN', 'http://127.0.0.1:1/push', 'PUSH_TEST_ORIGIN must be']
])('%s=%s stops the start with a sentence that helps', (name, value, sentence) => {
	expect(() => parseSettings({ [name]: value })).toThrow(sentence);
});

test('what is for tests on this machine stops a public server', () => {
	const start = (more: Record<string, string>) => () => parseSettings({ ...PUBLIC, ...more });
	expect(start({ PUSH_TEST_ORIGIN: 'http://127.0.0.1:9000' })).toThrow(/PUSH_TEST_ORIGIN is for/);
	expect(start({ HOLD_MINUTES: '0' })).toThrow(/HOLD_MINUTES must be 1 or more/);
	expect(start({ ORIGIN: 'http://handrail.example' })).toThrow(/VAPID_SUBJECT must say whom/);
});

test('demo keys are for this machine only', () => {
	expect(() => {
		refuseDemoKeys(parseSettings(PUBLIC), true);
	}).toThrow(/trusts demo keys/);
	expect(() => {
		refuseDemoKeys(parseSettings(PUBLIC), false);
		refuseDemoKeys(parseSettings({}), true);
	}).not.toThrow();
});
