import type { ServerResponse } from 'node:http';
import { NOTHING } from './page-policy.ts';

const HEADERS: Record<string, string> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'permissions-policy':
		'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), ' +
		'magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'x-frame-options': 'DENY'
};
const TWO_YEARS_SECONDS = 63_072_000;

/** What every answer begins with. */
export function securityHeaders(origin: string): Readonly<Record<string, string>> {
	const headers = {
		...HEADERS,
		'cache-control': 'no-store',
		'content-security-policy': NOTHING
	};
	if (!origin.startsWith('https:')) return headers;
	return { ...headers, 'strict-transport-security': `max-age=${String(TWO_YEARS_SECONDS)}` };
}

/**
 * Set before it is known what the answer will be: Kit's hooks never see files, nor what is refused.
 * It is kept nowhere and may do nothing; what is found may loosen both.
 */
export function setSecurityHeaders(response: ServerResponse, origin: string): void {
	for (const [name, value] of Object.entries(securityHeaders(origin))) {
		response.setHeader(name, value);
	}
}

/**
 * How long what was found may be kept. Pages never: a phone must not show what was read in its cache, nor
 * an old page after a new edition. Files named by a hash for ever.
 */
export function cacheControl(pathname: string): string {
	if (/^\/_app\/immutable\/|^\/published\/(blob|pack|listing|edition)\//.test(pathname)) {
		return 'public, max-age=31536000, immutable';
	}
	const isFile = /\.[a-z0-9]+$/i.test(pathname) && !pathname.endsWith('.html');
	if (!isFile || /^\/published\/|\/version\.json$/.test(pathname)) return 'no-store';
	return 'no-cache';
}
