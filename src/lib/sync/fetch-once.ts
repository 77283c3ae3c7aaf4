import type { Result } from '#lib/edition/result.ts';
import type { Bytes } from '#lib/trust/bytes.ts';
import { fetchChecked, type FileFailure } from './fetch-named.ts';
import type { SyncPorts } from './sync-ports.ts';

/**
 * A file that never changes under its path, from the phone if an earlier try left it here whole,
 * else from a host. It is checked either way, and kept as soon as it passed.
 */
export async function fetchOnce<C, T, Code extends string>(
	ports: SyncPorts<C>,
	path: string,
	maxBytes: number,
	check: (bytes: Bytes) => Promise<Result<T, Code>>
): Promise<Result<T, Code | FileFailure>> {
	const kept = await ports.store.readProof(path);
	const known = kept && (await check(kept));
	if (known?.ok) return known;
	return fetchChecked(ports, path, maxBytes, async (file) => {
		const checked = await check(file);
		if (checked.ok) await ports.store.stage({ proofs: new Map([[path, file]]) });
		return checked;
	});
}
