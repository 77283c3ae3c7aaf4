import { toPath } from '#lib/edition/address/base-path.ts';
import { sha256Hex } from '#lib/pwa/worker/code-hash.ts';

/**
 * SHA-256 of each file of the code, by its path after the base, cut to 64 bits: it is against rot, not
 * against who could alter this worker as well. The build puts them in the place of this one key once
 * all files are made (`svelte.config.js`): none while developing.
 */
const HASHES: Readonly<Record<string, string>> = { CODE_HASHES: '' };

/** On what a host serves in another form than it was built: its hash when it came. */
const MARK = 'x-handrail-sha256';

/** What a login page, or another app, does not have. */
const TYPES: readonly (readonly [path: RegExp, type: RegExp, words: RegExp])[] = [
	[/\.js$/, /javascript/, /./],
	[/\.(json|webmanifest)$/, /json/, /^\s*\{/],
	[/\.svg$/, /svg/, /<svg/],
	[/\.css$/, /css/, /\{/],
	[/\/$/, /html/, /\/_app\/immutable\/bundle\./]
];

const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(await response.clone().arrayBuffer());

/** Whether these are the bytes that the build made, or that the host served when they were kept. */
export async function isUnaltered(path: string, response: Response): Promise<boolean> {
	const wanted = HASHES[toPath(path) ?? path];
	if (wanted === undefined) return true;
	const hash = await sha256Hex(await bytesOf(response));
	return hash.startsWith(wanted) || hash === response.headers.get(MARK);
}

/** Whether it is the build's own, which pages may rely on to the byte, and not what a host made of it. */
export const isAsBuilt = ({ headers }: Response): boolean => !headers.has(MARK);

/**
 * The answer of a host that alters what it serves, as some do that add to pages or squeeze scripts:
 * marked, so that what becomes of it later is found. `undefined` where it is not even of our kind.
 */
export async function asServed(path: string, response: Response): Promise<Response | undefined> {
	const [, type, words] = TYPES.find(([ending]) => ending.test(path)) ?? [];
	const body = await bytesOf(response);
	const isOurs = type?.test(response.headers.get('content-type') ?? '');
	if (!isOurs || !words?.test(new TextDecoder().decode(body))) return undefined;
	const headers = new Headers(response.headers);
	headers.set(MARK, await sha256Hex(body));
	// the body is decoded by now
	headers.delete('content-encoding');
	return new Response(body, { headers });
}
