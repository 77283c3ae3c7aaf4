import { fail, ok, type Result } from '#lib/edition/result.ts';

/** What is allowed besides the push services of the browsers. */
export interface EndpointPolicy {
	/** A push service for tests on this machine, such as `http://127.0.0.1:9000`. */
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
 * Microsoft has about a hundred hosts and publishes no list; Apple asks to allow its whole domain.
 * Anybody can invent a name below one of these.
 */
export const SUFFIXES = ['.push.apple.com', '.notify.windows.com'] as const;
const MAX_LENGTH = 2048;
/** Escapes of letters, digits and `-._~`, which mean the same unescaped (RFC 3986, 2.3). */
const NEEDLESS_ESCAPE = /%(2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/i;
/** The only escape in the paths of push services is the padding of Mozilla's base64. */
const PATH = /^([^%]*|[^%=]*(%3D)*)$/;
/** Microsoft's token: base64 with everything but letters and digits escaped. */
const TOKEN = /^\?token=([\w.~-]|%[\da-fA-F]{2})+$/;

/**
 * Parses an endpoint that the server may send to, and gives its normal form: what is checked is what is
 * stored and used, so that other spellings are not other phones. Callers choose endpoints, and could
 * name a machine of our own network. So only push services are allowed, when saving and again when
 * sending. Whether the name resolves to a public address is checked when it is resolved.
 */
export function parseEndpoint(
	endpoint: string,
	{ testOrigin }: EndpointPolicy
): Result<URL, EndpointProblem> {
	if (endpoint.length > MAX_LENGTH || !URL.canParse(endpoint)) return fail('malformed');
	const url = new URL(endpoint);
	url.pathname = url.pathname.replace(/\/{2,}/g, '/');
	if (url.href.length > MAX_LENGTH) return fail('malformed');
	// `hash` is empty for an empty fragment, and `href` is not
	if (url.href.includes('#')) return fail('has-fragment');
	if (hasOddEscapes(url)) return fail('odd-escapes');
	if (url.username !== '' || url.password !== '') return fail('has-userinfo');
	if (testOrigin !== undefined && url.origin === testOrigin) return ok(url);
	if (url.protocol !== 'https:') return fail('not-https');
	if (url.port !== '') return fail('has-port');
	// the URL parser has normalized case, dots of other scripts and forms of numbers
	const { hostname } = url;
	const isAllowed = EXACT.has(hostname) || suffixOf(hostname) !== undefined;
	if (!isAllowed) return fail('not-allowed');
	return hasOwnQuery(url) ? ok(url) : fail('has-query');
}

/** Whether it has escapes that no browser makes, and that give one address many spellings. */
function hasOddEscapes({ pathname, search }: URL): boolean {
	if (!PATH.test(pathname)) return true;
	const escapes = `${pathname}${search}`.match(/%[\da-f]{2}/gi)?.join('') ?? '';
	return NEEDLESS_ESCAPE.test(escapes) || (/[a-f]/.test(escapes) && /[A-F]/.test(escapes));
}

/** Whether the query is as it should be: Microsoft's endpoints have a token in it, others have none. */
function hasOwnQuery({ hostname, href, search }: URL): boolean {
	if (hostname.endsWith('.notify.windows.com')) return TOKEN.test(search);
	return !href.includes('?');
}

/** The suffix that lets a host in, such as `.notify.windows.com`; none if the list has its full name. */
export function suffixOf(host: string): string | undefined {
	return EXACT.has(host) ? undefined : SUFFIXES.find((suffix) => host.endsWith(suffix));
}

/**
 * The pool of a host: push services in one pool share an allowance. A host whose full name is in the
 * list is a pool of its own. Hosts under a suffix form two: those that have accepted a message, and
 * those that never have, whose names may be invented.
 */
export function poolOf(host: string, hasAccepted: boolean): string {
	const suffix = suffixOf(host);
	if (suffix === undefined) return host;
	return hasAccepted ? provenPool(suffix) : unprovenPool(suffix);
}

export const provenPool = (suffix: string): string => `*${suffix}, proven`;
export const unprovenPool = (suffix: string): string => `*${suffix}, unproven`;
