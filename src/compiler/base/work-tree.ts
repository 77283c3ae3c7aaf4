import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder of the working tree that a folder lies in: the nearest that has a `.git`. */
export function workTreeAround(folder: string): string | undefined {
	for (let at = resolve(folder); ; at = dirname(at)) {
		if (existsSync(join(at, '.git'))) return at;
		if (dirname(at) === at) return undefined;
	}
}
