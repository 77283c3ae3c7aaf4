import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The folder that a site is built from: its content, `site.json`, `publisher.json`, and the anchor of
 * its keys. `SITE_DIR` names another than this repository's own, so that a publisher keeps all that is
 * theirs elsewhere, and takes new code without merging it.
 */
export const siteFolder = (): string => process.env['SITE_DIR'] ?? 'src/content';

/**
 * Where the editions of that site are: each has a row of its own, or the next one would call the
 * articles of another site withdrawn.
 */
export function publishedFolder(): string {
	const site = process.env['SITE_DIR'];
	return site === undefined ? 'static/published' : `${site}/.published`;
}

/** Where the demo keys of that site are: no two publishers sign with the same ones. */
export function demoKeysFolder(): string {
	const site = process.env['SITE_DIR'];
	return site === undefined ? '.keys' : `${site}/.keys`;
}

/**
 * Takes `--site DIR` out of the words of a command line, and has all that this process reads and starts
 * work with that folder. What names no site is refused: by its message alone, as of a command line that
 * was not understood.
 */
export function takeSite(
	words: readonly string[],
	refuse: (problem: string) => never = end
): string[] {
	const at = words.findIndex((word) => word === '--site' || word.startsWith('--site='));
	if (at < 0) return [...words];
	const [, joined] = /^--site=(.*)$/s.exec(words[at] ?? '') ?? [];
	const folder = joined ?? words[at + 1];
	if (!folder || folder.startsWith('--')) {
		refuse('--site needs the folder of a site, such as --site ../our-city');
	}
	if (!existsSync(folder)) {
		refuse(`--site: there is no folder ${folder}. Make one: npm run site:new -- --to ${folder}`);
	}
	if (!existsSync(join(folder, 'site.json'))) {
		refuse(
			`--site: ${folder} has no site.json, so no site is built from it. src/content/site.json is an example.`
		);
	}
	process.env['SITE_DIR'] = resolve(folder);
	// read while pages are made, and by the server
	process.env['PUBLISHED_DIR'] ??= publishedFolder();
	return words.toSpliced(at, joined === undefined ? 2 : 1);
}

function end(problem: string): never {
	console.error(problem);
	process.exit(2);
}
