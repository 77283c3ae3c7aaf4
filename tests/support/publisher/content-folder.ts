import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Changes or makes one content file: its path below `src/content`, and what becomes of its text. */
export type Edit = readonly [path: string, change: (text: string) => string];

/** The content and the edition of this clone, in a folder of a test's own. */
export interface ContentFolder {
	readonly publishedDir: string;
	/** Compiles changed content into the same folder: the next edition. */
	readonly publish: (...edits: Edit[]) => void;
}

export function aContentFolder(folder: string): ContentFolder {
	const [content, publishedDir] = [join(folder, 'content'), join(folder, 'published')];
	cpSync('static/published', publishedDir, { recursive: true });
	cpSync('src/content', content, { recursive: true });
	return {
		publishedDir,
		publish(...edits) {
			for (const [path, change] of edits) {
				const file = join(content, path);
				const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
				const changed = change(text);
				if (changed === text) throw new Error(`${path} is as it was: the edit found nothing`);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, changed);
			}
			compile('build', '--content', content, '--out', publishedDir);
		}
	};
}

/** The real compiler, as an editor runs it. */
export function compile(...args: string[]): void {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/compiler/cli.ts', ...args], {
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`The compiler failed: ${stdout}${stderr}`);
}
