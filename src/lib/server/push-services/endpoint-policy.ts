import { fail, ok, type Result } from '#lib/edition/result.ts';

/** What may be allowed besides the push services of the browsers. */
export interface EndpointPolicy {
	/** One address for tests, such as `http://127.0.0.1:9000`: only on this machine. */
	readonly testOrigin?: string | undefined;
}

export type EndpointProblem =
	| 'malformed'
	| 'not-https'
	| 'has-userinfo'
	| 'has-port'
	| 'has-fragment'
	| 'has-query'
	| 'odd-escapes'
	| 'not-allowed';

/** Google, Mozilla, Apple. A new browser's service is added here, in a release. */
const EXACT: ReadonlySet<string> = new Set([
	'fcm.googleapis.com',
	'updates.push.services.mozilla.com',
	'web.push.apple.com'
]);
export const NAMED_ORIGINS: readonly string[] = Array.from(EXACT, (host) => `https://${host}`);
/**
 * Microsoft has some hundred hosts and names none of them; Apple asks to allow all of its domain.
 * Anybody can invent a name below one of these.
 */
export const SUFFIXES = ['.push.apple.com', '.notify.windows.com'] as const;
const MAX_LENGTH = 2048;
/** Letters, digits and `-._~` mean the same with and without it (RFC 3986, 2.3). */
const NEEDLESS_ESCAPE = /%(2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/i;
/** The only escape that a push service has in its paths is the padding of Mozilla's base64. */
const PATH = /^([^%]*|[^%=]*(%3D)*)$/;
/** Microsoft's: base64, with whatever is no letter or digit in it escaped. */
const TOKEN = /^\?token=([\w.~-]|%[\da-fA-F]{2})+$/;

/**
 * Whether the server may send to an endpoint, in its normal form: what is checked is what is kept and
 * used, and another spelling is no other phone. It is chosen by whoever calls us, so it could name a
 * machine of our own network: only push services are allowed, at saving and again at sending. That
 * the name leads to a public address is checked when it is resolved, by the sender.
 */
export function parseEndpoint(
	endpoint: string,
	{ testOrigin }: EndpointPolicy
): Result<URL, EndpointProblem> {
	if (endpoint.length > MAX_LENGTH || !URL.canParse(endpoint)) return fail('malformed');
	const url = new URL(endpoint);
	url.pathname = url.pathname.replace(/\/{2,}/g, '/');
	if (url.href.length > MAX_LENGTH) return fail('malformed');
	// an empty one is in the address, and not in `hash`
	if (url.href.includes('#')) return fail('has-fragment');
	if (hasOddEscapes(url)) return fail('odd-escapes');
	if (url.username !== '' || url.password !== '') return fail('has-userinfo');
	if (testOrigin !== undefined && url.origin === testOrigin) return ok(url);
	if (url.protocol !== 'https:') return fail('not-https');
	if (url.port !== '') return fail('has-port');
	// the parser has folded case, dots of other scripts and forms of numbers: the list sees one form
	const { hostname } = url;
	const isAllowed = EXACT.has(hostname) || suffixOf(hostname) !== undefined;
	if (!isAllowed) return fail('not-allowed');
	return hasOwnQuery(url) ? ok(url) : fail('has-query');
}

/** Escapes that browsers do not make, and that give one address many spellings. */
function hasOddEscapes({ pathname, search }: URL): boolean {
	if (!PATH.test(pathname)) return true;
	const escapes = `${pathname}${search}`.match(/%[\da-f]{2}/gi)?.join('') ?? '';
	return NEEDLESS_ESCAPE.test(escapes) || (/[a-f]/.test(escapes) && /[A-F]/.test(escapes));
}

/** Microsoft's addresses carry their token in a query, and nothing beside it; the others have none. */
function hasOwnQuery({ hostname, href, search }: URL): boolean {
	if (hostname.endsWith('.notify.windows.com')) return TOKEN.test(search);
	return !href.includes('?');
}

/** The accepted suffix that lets a host in, such as `.notify.windows.com`; none where its whole name does. */
export function suffixOf(host: string): string | undefined {
	return EXACT.has(host) ? undefined : SUFFIXES.find((suffix) => host.endsWith(suffix));
}

/**
 * Push services that share one allowance, by the host: one that is named whole has its own. Those
 * under a suffix are two: who has accepted a message before, and who never has, and may be invented.
 */
export function poolOf(host: string, hasAccepted: boolean): string {
	const suffix = suffixOf(host);
	if (suffix === undefined) return host;
	return hasAccepted ? provenPool(suffix) : unprovenPool(suffix);
}

export const provenPool = (suffix: string): string => `*${suffix}, proven`;
export const unprovenPool = (suffix: string): string => `*${suffix}, unproven`;
