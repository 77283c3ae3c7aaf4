import type { Result } from '#lib/edition/result.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { fetchChecked, type FileFailure } from './fetch/fetch-named.ts';
import type { SyncPorts } from './sync-ports.ts';

/**
 * Gets a file that never changes under its path: from the phone if an earlier sync stored it, else
 * from a host. It is checked either way, and stored as soon as it has passed.
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
