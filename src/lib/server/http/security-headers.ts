import type { ServerResponse } from 'node:http';
import { NOTHING, RESET } from './page-policy.ts';

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

/** Set on every answer, pages and files alike: Kit's hooks never see either. */
export function setSecurityHeaders(response: ServerResponse, origin: string): void {
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
	if (!origin.startsWith('https:')) return;
	response.setHeader('strict-transport-security', `max-age=${String(TWO_YEARS_SECONDS)}`);
}

/**
 * How long an answer may be kept. Pages never: a phone must not show what was read in its cache, nor
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

/** The policy of what is neither a prerendered page nor the worker. */
export const filePolicy = (pathname: string): string => (pathname === '/reset/' ? RESET : NOTHING);
