import type { Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Encoding } from './accept-encoding.ts';

/** An open file, in the best encoding that exists. The caller closes it. */
export interface Variant {
	readonly handle: FileHandle;
	readonly encoding: Encoding;
	readonly stats: Stats;
}

const EXTENSIONS: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz', identity: '' };

/** Opens the first encoding that exists. Throws on any error of the disk but "no such file". */
export async function openVariant(
	path: string,
	accepted: readonly Encoding[]
): Promise<Variant | undefined> {
	for (const encoding of accepted) {
		const handle = await openIfThere(path + EXTENSIONS[encoding]);
		if (!handle) continue;
		try {
			const stats = await handle.stat();
			if (!stats.isFile()) throw Object.assign(new Error('Not a file'), { code: 'EISDIR' });
			return { handle, encoding, stats };
		} catch (error) {
			await handle.close();
			throw error;
		}
	}
	return;
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
	try {
		return await open(path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
		throw error;
	}
}
