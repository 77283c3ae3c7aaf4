import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { pathsBelow } from '../publish/copy-files.ts';

/** A published folder as a host would serve it: bytes by path, nothing in them believed yet. */
export interface PublishedFiles {
	readonly read: (path: string) => Bytes | undefined;
	/** All that is there, sorted. */
	readonly paths: () => readonly string[];
}

export const folderFiles = (folder: string): PublishedFiles => ({
	read(path) {
		const file = join(folder, path);
		return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
	},
	paths: () => pathsBelow(folder)
});
