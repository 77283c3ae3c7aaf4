import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../build/folders/make-folder.ts';

/** What was done with the files given. */
export interface Copied {
	readonly written: number;
	/** There already, with the same bytes. */
	readonly skipped: number;
}

/**
 * Copies files one after the other, in the order given. Each is written to a temporary name and renamed:
 * under its own name it is whole or absent.
 */
export function copyFiles(from: string, to: string, paths: readonly string[]): Copied {
	let written = 0;
	for (const path of paths) {
		const target = join(to, path);
		if (isSame(join(from, path), target)) continue;
		const draft = `${target}.${String(process.pid)}.tmp`;
		makeFolder(dirname(target));
		try {
			copyFileSync(join(from, path), draft);
			renameSync(draft, target);
		} catch (error) {
			// on a full disk a part of it would take room from the next attempt
			rmSync(draft, { force: true });
			throw error;
		}
		written++;
	}
	return { written, skipped: paths.length - written };
}

const isSame = (from: string, to: string): boolean =>
	existsSync(to) && readFileSync(from).equals(readFileSync(to));

/** Every file below a folder by its path in it, sorted; none if there is no such folder. */
export function pathsBelow(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
		.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
		.map((path) => path.replaceAll('\\', '/'))
		.sort();
}
