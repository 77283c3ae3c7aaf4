import { fail, ok, type Result } from '#lib/edition/result.ts';

/** What may be allowed besides the push services of the browsers. */
export interface EndpointPolicy {
	/** One address for tests, such as `http://127.0.0.1:9000`: only on this machine. */
	readonly testOrigin?: string | undefined;
}

export type EndpointProblem =
	'malformed' | 'not-https' | 'has-userinfo' | 'has-port' | 'not-allowed';

/** Google, Mozilla, Apple, Microsoft. A new browser's service is added here, in a release. */
const EXACT: ReadonlySet<string> = new Set([
	'fcm.googleapis.com',
	'updates.push.services.mozilla.com'
]);
const SUFFIXES = ['.push.apple.com', '.notify.windows.com'] as const;
const MAX_LENGTH = 2048;

/**
 * Whether the server may send to an endpoint. It is chosen by whoever calls us, so it could name a
 * machine of our own network: only push services are allowed, at saving and again at sending. That
 * the name leads to a public address is checked when it is resolved, by the sender.
 */
export function checkEndpoint(
	endpoint: string,
	{ testOrigin }: EndpointPolicy
): Result<URL, EndpointProblem> {
	if (endpoint.length > MAX_LENGTH || !URL.canParse(endpoint)) return fail('malformed');
	const url = new URL(endpoint);
	if (url.username !== '' || url.password !== '') return fail('has-userinfo');
	if (testOrigin !== undefined && url.origin === testOrigin) return ok(url);
	if (url.protocol !== 'https:') return fail('not-https');
	if (url.port !== '') return fail('has-port');
	// the parser has folded case, dots of other scripts and forms of numbers: the list sees one form
	const { hostname } = url;
	const isAllowed = EXACT.has(hostname) || SUFFIXES.some((suffix) => hostname.endsWith(suffix));
	return isAllowed ? ok(url) : fail('not-allowed');
}
