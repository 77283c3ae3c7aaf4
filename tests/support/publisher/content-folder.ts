import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Changes or creates one content file: its path below `src/content`, and a function of its text. */
export type Edit = readonly [path: string, change: (text: string) => string | Uint8Array];

/** This clone's content and edition, in a test's own folder. */
export interface ContentFolder {
	/** The edition to serve: a link to the clone's own until `ownEdition` or `publish`. Never write here. */
	readonly served: string;
	/** Replaces the link by a copy that the test may change, and returns the same path. */
	readonly ownEdition: () => string;
	/** Compiles changed content into that folder, as the next edition. */
	readonly publish: (...edits: Edit[]) => void;
}

/** Next editions are in English and Spanish, the languages that tests read them in: others cost the most time. */
const filter = (path: string): boolean =>
	!/[\\/](?!(en|es)\.)[a-z]{2}(-\w+)?\.(md|yaml)$/.test(path);

/** Most tests only read, so the thousands of files are copied for those alone that change them. */
export function aContentFolder(folder: string): ContentFolder {
	const [content, served] = [join(folder, 'content'), join(folder, 'published')];
	const anchorModule = join(folder, 'anchor.ts');
	symlinkSync(resolve('static/published'), served, 'junction');
	let isOwn = false;
	const ownEdition = (): string => {
		if (isOwn) return served;
		isOwn = true;
		const [copy, link] = [join(folder, 'own-edition'), join(folder, 'link')];
		cpSync('static/published', copy, { recursive: true });
		symlinkSync(copy, link, 'junction');
		// renamed over the old link in one step, so that a running server always finds the folder
		renameSync(link, served);
		return served;
	};
	return {
		served,
		ownEdition,
		publish(...edits) {
			if (!existsSync(content)) cpSync('src/content', content, { recursive: true, filter });
			for (const [path, change] of edits) {
				const file = join(content, path);
				const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
				const changed = change(text);
				if (changed === text) throw new Error(`${path} is as it was: the edit found nothing`);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, changed);
			}
			run('tests/support/publisher/build-edition.ts', content, ownEdition(), anchorModule);
		}
	};
}

/** Runs the compiler's command line in a process of its own, as an editor does. */
export const compile = (...args: string[]): void => {
	run('src/compiler/cli.ts', ...args);
};

function run(...args: string[]): void {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`The compiler failed: ${stdout}${stderr}`);
}
