import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Under another name first, so that whoever is cut off leaves the old file or the new one. */
export function writeWhole(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true });
	const temporary = `${file}.${String(process.pid)}.new`;
	const open = openSync(temporary, 'w');
	try {
		writeSync(open, text);
		fsyncSync(open);
	} finally {
		closeSync(open);
	}
	renameSync(temporary, file);
}
