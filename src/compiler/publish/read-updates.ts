import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { sha256 } from '../base/text-hash.ts';
import type { CompiledEdition } from '../compile/compile-edition.ts';
import { makeUpdates, type Updates } from './make-updates.ts';
import { readEditions } from './read-editions.ts';

/** Reads the editions of a folder, and makes what leads phones from them to a new one. */
export function readUpdates(
	folder: string,
	{ edition, payload, files }: CompiledEdition,
	file: Bytes
): Updates {
	const next = { edition, sha256: sha256(payload), file: toText(file) };
	return makeUpdates(readEditions(folder), next, (path) => {
		const lies = join(folder, path);
		return files.get(path) ?? (existsSync(lies) ? readFileSync(lies, 'utf8') : undefined);
	});
}
