import { expect, test } from 'vitest';
import { mayOperate } from './may-operate.ts';

const TOKEN = 'a-token-of-24-characters';
const LOCAL = { operatorToken: undefined, isLocal: true };
const PUBLIC = { operatorToken: TOKEN, isLocal: false };
const REMOTE = '198.51.100.9';

const ask = (headers: Record<string, string>, peer = REMOTE) => {
	return { headers: new Headers({ host: 'handrail.example', ...headers }), peer };
};
const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

test('the token opens it, as a bearer and as a password in a browser', () => {
	for (const authorization of [`Bearer ${TOKEN}`, `bearer ${TOKEN}`, basic(`operator:${TOKEN}`)]) {
		expect(mayOperate(ask({ authorization }), PUBLIC), authorization).toBe(true);
	}
});

test.each([
	'',
	'Bearer',
	'Bearer another-token-of-24-char',
	`Bearer ${TOKEN}x`,
	`Digest ${TOKEN}`,
	TOKEN,
	basic(`${TOKEN}:`),
	basic('operator:'),
	'Basic %%%'
])('"%s" opens nothing', (authorization) => {
	expect(mayOperate(ask({ authorization }), PUBLIC)).toBe(false);
});

test('without a token set, none is right', () => {
	const settings = { operatorToken: undefined, isLocal: false };
	expect(mayOperate(ask({ authorization: 'Bearer undefined' }), settings)).toBe(false);
	expect(mayOperate(ask({ authorization: basic(':') }), settings)).toBe(false);
});

test('a public server shows nothing to its own machine: its proxy is there', () => {
	expect(mayOperate(ask({ host: 'localhost' }, '127.0.0.1'), PUBLIC)).toBe(false);
});

test('on a server for trying, its own machine needs no token', () => {
	for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
		expect(mayOperate(ask({ host: 'localhost:4173' }, peer), LOCAL)).toBe(true);
	}
	expect(mayOperate(ask({ host: 'localhost:4173' }), LOCAL)).toBe(false);
});

test('nor does it trust a proxy, or another name for this machine', () => {
	const peer = '127.0.0.1';
	const forwarded = { host: 'localhost', 'x-forwarded-for': REMOTE };
	expect(mayOperate(ask(forwarded, peer), LOCAL)).toBe(false);
	expect(mayOperate(ask({ host: 'rebound.example' }, peer), LOCAL)).toBe(false);
});
