import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The files of a build by address, listed once at the start. No other file is served. */
export interface BuiltFiles {
	/** `/en/` or `/icons/icon.svg` → the file. Compressed copies are beside it. */
	readonly files: ReadonlyMap<string, string>;
	/**
	 * Whether Kit's own file server knows this address: by a name that we do not serve, or of a file that
	 * was deleted since the start, for which it would crash the process.
	 */
	readonly isKnownToKit: (pathname: string) => boolean;
}

const INDEX = /(^|\/)index\.html$/;
const COMPRESSED = /\.(br|gz)$/;

/** Lists the files in these folders. A folder may be missing: a build may have no files of one kind. */
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
