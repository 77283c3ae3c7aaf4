import { expect, test } from 'vitest';
import { checkEndpoint } from './endpoint-policy.ts';

const codeOf = (endpoint: string, testOrigin?: string): string => {
	const result = checkEndpoint(endpoint, { testOrigin });
	return result.ok ? 'ok' : result.code;
};

test.each([
	'https://fcm.googleapis.com/fcm/send/abc:def',
	'https://updates.push.services.mozilla.com/wpush/v2/abc',
	'https://web.push.apple.com/QABC',
	'https://wns2-par02p.notify.windows.com/w/?token=abc',
	'https://FCM.googleapis.com:443/fcm/send/abc'
])('the push services of the browsers are allowed: %s', (endpoint) => {
	expect(codeOf(endpoint)).toBe('ok');
});

test.each([
	['http://fcm.googleapis.com/fcm/send/abc', 'not-https'],
	['ftp://fcm.googleapis.com/abc', 'not-https'],
	['javascript:alert(1)', 'not-https'],
	['https://fcm.googleapis.com:8443/abc', 'has-port'],
	['https://user@fcm.googleapis.com/abc', 'has-userinfo'],
	['https://fcm.googleapis.com@169.254.169.254/abc', 'has-userinfo'],
	['https://169.254.169.254/latest/meta-data', 'not-allowed'],
	['https://2130706433/', 'not-allowed'],
	['https://[::1]/', 'not-allowed'],
	['https://[::ffff:10.0.0.1]/', 'not-allowed'],
	['https://localhost/', 'not-allowed'],
	['https://fcm.googleapis.com.evil.example/abc', 'not-allowed'],
	['https://evilfcm.googleapis.com/abc', 'not-allowed'],
	['https://push.apple.com.evil.example/', 'not-allowed'],
	['https://evilpush.apple.com/', 'not-allowed'],
	['https://fcm.googleapis.com./abc', 'not-allowed'],
	['https://fcm。googleapis。com.evil.example/', 'not-allowed'],
	['//fcm.googleapis.com/abc', 'malformed'],
	['', 'malformed'],
	[`https://fcm.googleapis.com/${'a'.repeat(2048)}`, 'malformed']
])('"%s" is refused: %s', (endpoint, code) => {
	expect(codeOf(endpoint)).toBe(code);
});

test('the test origin is allowed to the letter, and only when it is set', () => {
	const origin = 'http://127.0.0.1:9000';
	expect(codeOf(`${origin}/push/1`, origin)).toBe('ok');
	expect(codeOf(`${origin}/push/1`)).toBe('not-https');
	expect(codeOf('http://127.0.0.1:9001/push/1', origin)).toBe('not-https');
	expect(codeOf('http://x@127.0.0.1:9000/push/1', origin)).toBe('has-userinfo');
});
