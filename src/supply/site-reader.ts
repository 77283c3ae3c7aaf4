import { readUpTo } from '../compiler/base/read-up-to.ts';
import type { ReadSite } from './verify-site.ts';

const DEADLINE_MS = 20_000;

/**
 * Reads files of a site over HTTP, without its caches.
 *
 * @throws where the site cannot be reached, answers with an error other than "not found", redirects to
 * another host, or sends more than it may: the message says what and where
 */
export function siteReader(address: string, fetchFile: typeof fetch): ReadSite {
	const root = new URL(address.endsWith('/') ? address : `${address}/`);
	return async (path, maxBytes) => {
		const url = new URL(path, root);
		const response = await fetchFile(url, {
			cache: 'no-store',
			signal: AbortSignal.timeout(DEADLINE_MS)
		}).catch((cause: unknown) => {
			throw new Error(`${url.href} cannot be reached.`, { cause });
		});
		if (response.status === 404) return undefined;
		if (!response.ok) throw new Error(`${url.href} answers with ${response.status}.`);
		if (new URL(response.url).origin !== root.origin) {
			throw new Error(`${url.href} leads to another host, ${response.url}.`);
		}
		const body = await readUpTo(response, maxBytes);
		if (!body) throw new Error(`${url.href} is larger than ${maxBytes} bytes.`);
		return body;
	};
}
