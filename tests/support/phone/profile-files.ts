import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a browser's profile in which some words stand, in either of the encodings that browsers
 * write, by their paths in it. Numbers in a path, which differ from run to run, are `#`.
 */
export function filesNaming(profile: string, words: string): ReadonlySet<string> {
	const spellings = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
	const paths = readdirSync(profile, { recursive: true, withFileTypes: true })
		.filter((it) => it.isFile())
		.map((it) => join(it.parentPath, it.name))
		.filter((path) => {
			const bytes = readFileSync(path);
			return spellings.some((spelling) => bytes.includes(spelling));
		});
	return new Set(paths.map((path) => path.slice(profile.length + 1).replaceAll(/\d+/g, '#')));
}
