import { expect, test } from 'vitest';
import { parseEndpoint } from './endpoint-policy.ts';

const codeOf = (endpoint: string, testOrigin?: string): string => {
	const result = parseEndpoint(endpoint, { testOrigin });
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
	['https://fcm.googleapis.com/fcm/send/abc#1', 'has-fragment'],
	['https://fcm.googleapis.com/fcm/send/abc#', 'has-fragment'],
	['https://wns2-par02p.notify.windows.com/w/?token=abc#1', 'has-fragment'],
	['https://fcm.googleapis.com/fcm/send/abc?x', 'has-query'],
	['https://web.push.apple.com/QABC?', 'has-query'],
	['https://wns2-par02p.notify.windows.com/w/?token=abc&x=1', 'has-query'],
	['https://wns2-par02p.notify.windows.com/w/', 'has-query'],
	['https://wns2-par02p.notify.windows.com/w/?token=abc&', 'has-query'],
	['https://wns2-par02p.notify.windows.com/w/?&&token=abc', 'has-query'],
	['https://wns2-par02p.notify.windows.com/w/?Token=abc', 'has-query'],
	['https://wns2-par02p.notify.windows.com/w/?token=a/b%2fc', 'has-query'],
	['https://wns2-par02p.notify.windows.com/w/?token=abc=%3d', 'has-query'],
	['https://fcm.googleapis.com/fcm/send/%61bc', 'odd-escapes'],
	['https://fcm.googleapis.com/fcm/send/abc%3adef', 'odd-escapes'],
	['https://fcm.googleapis.com/fcm/send/abc:def%20', 'odd-escapes'],
	['https://updates.push.services.mozilla.com/wpush/v1/abc=%3D', 'odd-escapes'],
	['https://updates.push.services.mozilla.com/wpush/v1/abc%3d%3d', 'odd-escapes'],
	['https://wns2-par02p.notify.windows.com/w/?token=a%2bb%2Fc%3D', 'odd-escapes'],
	['https://wns2-par02p.notify.windows.com/w/?token=abc%', 'has-query'],
	['//fcm.googleapis.com/abc', 'malformed'],
	['', 'malformed'],
	[`https://fcm.googleapis.com/${'a'.repeat(2048)}`, 'malformed']
])('"%s" is refused: %s', (endpoint, code) => {
	expect(codeOf(endpoint)).toBe(code);
});

test.each([
	'https://FCM.googleapis.com/fcm/send/abc:def',
	'https://fcm.googleapis.com:443/fcm/send/abc:def',
	'https://fcm.googleapis.com/./fcm/send/abc:def',
	'https://fcm.googleapis.com/x/../fcm/send/abc:def',
	'https://fcm.googleapis.com/fcm/%2e/send/abc:def',
	'https://fcm.googleapis.com//fcm///send/abc:def',
	'https:\\\\fcm.googleapis.com\\fcm\\send\\abc:def',
	'https://fcm.googleapis.com/fcm/se\tnd/abc:def\n',
	'https://@fcm.googleapis.com/fcm/send/abc:def',
	' https://fcm.googleapis.com/fcm/send/abc:def'
])('another spelling is the same endpoint: %j', (endpoint) => {
	const url = parseEndpoint(endpoint, {});
	expect(url.ok && url.value.href).toBe('https://fcm.googleapis.com/fcm/send/abc:def');
});

test.each([
	['https://fcm.googleapis.com/fcm/send/e1-_x:APA91bH_x-y', 'Chrome'],
	['https://fcm.googleapis.com/wp/e1-_x:APA91bH_x-y', 'Chrome'],
	['https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk_x-y==', 'Firefox'],
	['https://updates.push.services.mozilla.com/wpush/v1/gAAAAABk_x-y%3D%3D', 'Firefox'],
	['https://web.push.apple.com/QGuQyavXutnMH_x-y', 'Safari'],
	['https://wns2-par02p.notify.windows.com/w/?token=BQYAAAB%2fx%2bK5%3d%3d', 'Edge']
])('an endpoint as a browser gives it is kept to the letter: %s (%s)', (endpoint) => {
	const url = parseEndpoint(endpoint, {});
	expect(url.ok && url.value.href).toBe(endpoint);
});

test('the test origin is allowed to the letter, and only when it is set', () => {
	const origin = 'http://127.0.0.1:9000';
	expect(codeOf(`${origin}/push/1`, origin)).toBe('ok');
	expect(codeOf(`${origin}/push/1`)).toBe('not-https');
	expect(codeOf('http://127.0.0.1:9001/push/1', origin)).toBe('not-https');
	expect(codeOf('http://x@127.0.0.1:9000/push/1', origin)).toBe('has-userinfo');
});
