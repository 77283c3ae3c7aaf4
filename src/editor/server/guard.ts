import type { IncomingMessage } from 'node:http';
import { hasProxyHeader } from '#lib/server/http/proxy-headers.ts';

/** Why a request is not answered. */
export type Refusal =
	| 'wrong-host'
	| 'wrong-origin'
	| 'wrong-method'
	| 'not-json'
	| 'no-session'
	/** The screen may ask, and shows that it was refused. */
	| 'wrong-role'
	| 'too-many'
	| 'not-found';

const STATUS: Readonly<Record<Refusal, number>> = {
	'wrong-host': 421,
	'wrong-origin': 403,
	'wrong-method': 405,
	'not-json': 415,
	'no-session': 401,
	'wrong-role': 403,
	'too-many': 429,
	'not-found': 404
};

export const statusOf = (refusal: Refusal): number => STATUS[refusal];

/**
 * Whether a request comes from the screen itself. A page elsewhere can make a browser send requests to
 * this computer: it cannot choose their `Host` (unless its name was pointed here: DNS rebinding) nor
 * their `Origin`, which browsers send with every request that changes something. For who works alone,
 * nobody asks through a proxy.
 */
export function checkSender(
	{ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
	origin: string,
	{ isAlone = false } = {}
): Refusal | undefined {
	if (headers.host !== new URL(origin).host) return 'wrong-host';
	// somebody has put a proxy before it that says our name: whoever asks is elsewhere
	if (isAlone && hasProxyHeader(headers)) return 'wrong-host';
	if (method !== 'GET' && method !== 'POST') return 'wrong-method';
	const site = headers['sec-fetch-site'];
	// a link to this screen from elsewhere opens it, and shows nothing without a session
	const isLink = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
	if (!isLink && site !== undefined && site !== 'same-origin' && site !== 'none') {
		return 'wrong-origin';
	}
	if (method === 'GET') return undefined;
	if (headers.origin !== origin) return 'wrong-origin';
	// a form of another site can send this type to nobody
	return headers['content-type'] === 'application/json' ? undefined : 'not-json';
}
