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

test.each(['0.0.0.0', '::', '192.168.1.5', 'handrail.example'])(
	'HOST=%s without ORIGIN stops the start: whoever reaches it is not told from the operator',
	(HOST) => {
		expect(() => parseSettings({ HOST })).toThrow(`HOST is ${HOST}`);
		expect(() => parseSettings({ HOST })).toThrow('Set ORIGIN to the address that readers open');
		expect(parseSettings({ ...PUBLIC, HOST }).isLocal).toBe(false);
		// a container: only its operator knows who reaches its port
		expect(parseSettings({ HOST, ORIGIN: 'http://localhost:4173' }).isLocal).toBe(true);
	}
);

test.each(['127.0.0.1', '127.0.0.2', '::1', 'localhost'])('HOST=%s needs no ORIGIN', (HOST) => {
	expect(parseSettings({ HOST })).toMatchObject({ host: HOST, isLocal: true });
});

test('an address in the own network is one that others reach', () => {
	const start = () => {
		const settings = parseSettings({
			HOST: '0.0.0.0',
			ORIGIN: 'http://192.168.1.5:4173',
			VAPID_SUBJECT: 'mailto:editor@handrail.example'
		});
		refuseDemoKeys(settings, { app: true, edition: true });
	};
	expect(start).toThrow(/ORIGIN is http:\/\/192.168.1.5:4173, but this build trusts demo keys/);
});

test('demo keys are for this machine only', () => {
	const start = (settings: Record<string, string>, app: boolean, edition: boolean) => () => {
		refuseDemoKeys(parseSettings(settings), { app, edition });
	};
	expect(start(PUBLIC, true, true)).toThrow(/trusts demo keys/);
	expect(start(PUBLIC, false, true)).toThrow(/the edition is signed with demo keys/);
	expect(start(PUBLIC, false, false)).not.toThrow();
	expect(start({}, true, true)).not.toThrow();
	expect(start({ ORIGIN: 'http://localhost:4173' }, false, true)).not.toThrow();
});
