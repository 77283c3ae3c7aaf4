import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The files of a build by the addresses that they have, read once: nothing else can be asked for. */
export interface BuiltFiles {
	/** `/en/` or `/icons/icon.svg` → the file. Compressed copies lie beside it. */
	readonly files: ReadonlyMap<string, string>;
	/**
	 * Whether Kit's own file server would find something under this address: under a name that we do
	 * not offer, or that is gone from the disk since the start, where it would take the process down.
	 */
	readonly isKnownToKit: (pathname: string) => boolean;
}

const INDEX = /(^|\/)index\.html$/;
const COMPRESSED = /\.(br|gz)$/;

/** Folders that are not there hold nothing: a build may have no files of one kind. */
export function readBuiltFiles(folders: readonly string[]): BuiltFiles {
	const files = new Map<string, string>();
	const names = new Set<string>();
	for (const folder of folders) {
		for (const path of pathsIn(folder)) {
			const name = `/${path.replaceAll(sep, '/')}`;
			names.add(name);
			if (!COMPRESSED.test(name)) files.set(name.replace(INDEX, '$1'), join(folder, path));
		}
	}
	return {
		files,
		isKnownToKit(pathname) {
			const bare = pathname.replace(/\/$/, '');
			return ['', '.html', '/index.html'].some((ending) => names.has(bare + ending));
		}
	};
}

function pathsIn(folder: string): string[] {
	try {
		return readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => !entry.isDirectory())
			.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}
