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

/** The headers of every answer. */
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
 * Sets the headers of every answer, before it is known what the answer will be: Kit's hooks see neither
 * files nor refusals. At first nothing may be cached and no script may run; later steps loosen both.
 */
export function setSecurityHeaders(response: ServerResponse, origin: string): void {
	for (const [name, value] of Object.entries(securityHeaders(origin))) {
		response.setHeader(name, value);
	}
}

/**
 * How long an address may be cached. Pages never: the cache would show what was read, and old pages
 * after a new edition. Files that are named by their hash may stay for good.
 */
export function cacheControl(pathname: string): string {
	if (
		/^\/_app\/immutable\/|^\/published\/(blob|pack|listing|edition|update|audio)\//.test(pathname)
	) {
		return 'public, max-age=31536000, immutable';
	}
	// a browser looks for the app's icon at every start; another one may be a week late
	if (pathname.startsWith('/icons/')) return 'public, max-age=604800';
	const isFile = /\.[a-z0-9]+$/i.test(pathname) && !pathname.endsWith('.html');
	if (!isFile || /^\/published\/|\/version\.json$/.test(pathname)) return 'no-store';
	return 'no-cache';
}
