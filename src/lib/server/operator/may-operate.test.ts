import { expect, test } from 'vitest';
import { createGuessLimit } from '#lib/server/rate-limits/guess-limit.ts';
import { mayOperate as judge, type OperatorCall } from './may-operate.ts';

const TOKEN = 'a-token-of-24-characters';
type Settings = Parameters<typeof judge>[1]['settings'];
const operated = (settings: Partial<Settings>, now = () => 0) => {
	const guesses = createGuessLimit(now);
	const whole = { operatorToken: TOKEN, isLocal: false, proxyHops: 0, ...settings };
	return { settings: whole, limits: { guesses }, alertOnce: () => undefined };
};
const mayOperate = (call: OperatorCall, settings: Partial<Settings>): boolean =>
	judge(call, operated(settings)) === 'yes';
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

test.each([
	['via', '1.1 proxy'],
	['x-real-ip', REMOTE],
	['cf-connecting-ip', REMOTE],
	['forwarded', `for=${REMOTE}`],
	['x-forwarded-for', REMOTE],
	['x-forwarded-proto', 'https'],
	['x-forwarded-host', 'handrail.example'],
	['x-forwarded-server', 'proxy'],
	['true-client-ip', REMOTE],
	['x-client-ip', REMOTE],
	['x-cluster-client-ip', REMOTE],
	['fastly-client-ip', REMOTE],
	['fly-client-ip', REMOTE],
	['cdn-loop', 'cloudflare'],
	['x-amzn-trace-id', 'Root=1'],
	['x-request-id', '1'],
	['x-envoy-external-address', REMOTE],
	['connection', 'close'],
	['x-of-a-proxy-that-nobody-knows', '1']
])('a request that came through a proxy does not come from this machine: %s', (name, value) => {
	const headers = { host: 'localhost:4173', [name]: value };
	expect(mayOperate(ask(headers, '127.0.0.1'), LOCAL)).toBe(false);
});

test('a browser, curl and Prometheus on this machine send nothing that a proxy adds', () => {
	const headers = {
		host: 'localhost:4173',
		accept: '*/*',
		'accept-encoding': 'gzip',
		'accept-language': 'en',
		'cache-control': 'max-age=0',
		connection: 'keep-alive',
		'sec-ch-ua-platform': '"Linux"',
		'sec-fetch-site': 'none',
		'upgrade-insecure-requests': '1',
		'user-agent': 'Prometheus/3.0',
		'x-prometheus-scrape-timeout-seconds': '10'
	};
	expect(mayOperate(ask(headers, '127.0.0.1'), LOCAL)).toBe(true);
});

test('a browser whose connection somebody else keeps open comes through a proxy', () => {
	const headers = { host: '127.0.0.1:4173', 'sec-fetch-mode': 'navigate', accept: '*/*' };
	expect(mayOperate(ask(headers, '127.0.0.1'), LOCAL)).toBe(false);
	const direct = { ...headers, connection: 'keep-alive' };
	expect(mayOperate(ask(direct, '127.0.0.1'), LOCAL)).toBe(true);
});

test('wrong tokens are few from one address, and the right one is none of them', () => {
	let now = 0;
	const server = operated({}, () => now);
	const right = ask({ authorization: `Bearer ${TOKEN}` });
	const wrong = ask({ authorization: 'Bearer wrong' });
	for (let i = 0; i < 200; i += 1) expect(judge(right, server)).toBe('yes');
	const answers = Array.from({ length: 11 }, () => judge(wrong, server));
	expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'no'));
	expect(answers[10]).toEqual({ waitSeconds: 6 });
	// not looked at, or the answer would tell which token was right
	expect(judge(right, server)).toEqual({ waitSeconds: 6 });
	expect(judge({ ...right, peer: '198.51.100.10' }, server)).toBe('yes');
	now += 6000;
	expect(judge(right, server)).toBe('yes');
});

test('a crowd that guesses is held back, and the operator is not', () => {
	let now = 0;
	const server = operated({ proxyHops: 1 }, () => now);
	const from = (address: string, token: string) =>
		ask({ authorization: `Bearer ${token}`, 'x-forwarded-for': address }, '127.0.0.1');
	expect(judge(from('203.0.113.1', TOKEN), server)).toBe('yes');
	const crowd = Array.from({ length: 500 }, (_, i) => `10.0.${String(i >> 8)}.${String(i & 255)}`);
	const looked = crowd.filter((address) => judge(from(address, 'wrong'), server) === 'no');
	expect(looked).toHaveLength(60);
	// from where the right one came before, and at the machine itself
	expect(judge(from('203.0.113.1', TOKEN), server)).toBe('yes');
	const atTheMachine = ask({ authorization: `Bearer ${TOKEN}` }, '127.0.0.1');
	expect(judge(atTheMachine, server)).toBe('yes');
	// from elsewhere: as soon as the crowd rests
	expect(judge(from('203.0.113.2', TOKEN), server)).toEqual({ waitSeconds: 1 });
	now += 1000;
	expect(judge(from('203.0.113.2', TOKEN), server)).toBe('yes');
});
