import { parsePublishedPath } from '#lib/edition/address/published-paths.ts';
import type { FileContents } from '#lib/phone/edition-files.ts';
import { sha256Hex, toBytes } from '#lib/trust/signed/bytes.ts';

/** The base address that stands for the file. No request leaves the phone. */
export const FILE_HOST = '/edition-file/';

/**
 * A file as sync sees a host: it takes the same way as what comes from a network, with the same
 * keys, hashes and caps. What the file lacks is "not found".
 */
export function editionFileHost({ proof, lines }: FileContents): typeof globalThis.fetch {
	let byHash: Promise<Map<string, string>> | undefined;
	const hashed = async (): Promise<Map<string, string>> => {
		const hashes = await Promise.all(lines.map((line) => sha256Hex(toBytes(line))));
		return new Map(hashes.map((sha256, index) => [sha256, lines[index] ?? '']));
	};
	const find = async (path: string): Promise<string | undefined> => {
		const file = proof.get(path);
		if (file !== undefined) return file;
		// whichever pack is asked for: each of its lines counts by its own hash only
		const named = parsePublishedPath(path);
		if (named?.kind === 'pack') return lines.join('\n');
		if (named?.kind !== 'blob' && named?.kind !== 'listing') return undefined;
		return (await (byHash ??= hashed())).get(named.sha256);
	};
	return async (input) => {
		const url = input instanceof Request ? input.url : String(input);
		const text = await find(url.slice(url.indexOf(FILE_HOST) + FILE_HOST.length));
		const headers = { 'content-type': 'application/json' };
		return new Response(text ?? null, { status: text === undefined ? 404 : 200, headers });
	};
}
