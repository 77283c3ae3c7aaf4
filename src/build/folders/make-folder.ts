import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those that it lies in. Node's own way has no end below `/proc`, where the system says
 * of every new folder that the one above it is not there.
 */
export function makeFolder(folder: string, mode?: number): void {
	if (existsSync(folder)) {
		if (!statSync(folder).isDirectory()) throw trouble('ENOTDIR', folder);
		return;
	}
	const above = dirname(resolve(folder));
	makeFolder(above, mode);
	try {
		mkdirSync(folder, { mode });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		// somebody else has made it meanwhile
		if (code === 'EEXIST' && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
		// the one above is there
		throw code === 'ENOENT' ? trouble('EPERM', folder) : error;
	}
}

const trouble = (code: string, path: string): NodeJS.ErrnoException =>
	Object.assign(new Error(`${code}: no folder can be made here, ${path}`), { code, path });
