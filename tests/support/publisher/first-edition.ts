import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compile } from './content-folder.ts';

/**
 * The sources of the first edition, word for word, by their path below `src/content`: what phones of
 * that time have. Newer editions are compared with it; nothing in it is ever corrected.
 */
const FILE = 'tests/fixtures/first-edition.json.gz';

/** Makes a folder anew with the first edition in it, by the compiler and with the keys of this clone. */
export function publishFirstEdition(publishedDir: string): void {
	const files = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Record<string, string>;
	const folder = mkdtempSync(join(tmpdir(), 'handrail-first-'));
	for (const [path, text] of Object.entries(files)) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	rmSync(publishedDir, { recursive: true, force: true });
	compile('build', '--content', folder, '--out', publishedDir, '--version', '1');
	rmSync(folder, { recursive: true, force: true });
}
