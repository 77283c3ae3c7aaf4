import type { FileRef } from '#lib/edition/edition.ts';
import { audioPath } from '#lib/edition/address/published-paths.ts';
import { fetchNamed } from '#lib/sync/fetch/fetch-named.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { HOSTS } from '../sync/sync-here.ts';

/** A block at 16 kbit/s is about 60 kB. A line that needs longer for it is too slow to listen on. */
const WHOLE_MS = 120_000;

/** Fetches the sound file that the signed edition names from the publisher's hosts. Leaves nothing in a cache. */
export async function fetchSound(file: FileRef): Promise<Bytes | undefined> {
	const ports = {
		hosts: HOSTS,
		fetch: globalThis.fetch.bind(globalThis),
		signal: new AbortController().signal,
		wholeMs: WHOLE_MS
	};
	const fetched = await fetchNamed(ports, audioPath(file.sha256), file);
	return fetched.ok ? fetched.value : undefined;
}
