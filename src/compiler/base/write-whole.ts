import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../../build/folders/make-folder.ts';

interface WriteOptions {
	/** It is on the disk when this returns: also a power cut loses nothing of it. */
	readonly flush?: boolean;
}

/**
 * Writes under another name first and renames it: whoever reads, and whoever is cut off, has the old file
 * or the new one. The folder is made if it is not there.
 */
export function writeWhole(
	file: string,
	content: string | Uint8Array,
	{ flush = false }: WriteOptions = {}
): void {
	makeFolder(dirname(file));
	const draft = `${file}.${String(process.pid)}.new`;
	try {
		writeFileSync(draft, content, { flush });
		renameSync(draft, file);
	} catch (error) {
		// on a full disk a part of it would take room from the next attempt
		rmSync(draft, { force: true });
		throw error;
	}
}
