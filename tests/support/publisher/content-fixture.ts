import { cpSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCorpus } from '../../../src/compiler/read/parse-corpus.ts';
import type { Corpus } from '../../../src/compiler/read/corpus.ts';
import { readSources } from '../../../src/compiler/read/read-sources.ts';
import type { Sources } from '../../../src/compiler/read/source-file.ts';

export const GOOD_CONTENT = 'tests/fixtures/content/good';

const good = readSources({ content: GOOD_CONTENT }).value;

/**
 * Copies the valid content tree to a folder, for builds on the day of its first change note. The second
 * note, of the day after, is dated back, because a build refuses notes from the future.
 */
export function copyGoodContent(to: string): void {
	cpSync(GOOD_CONTENT, to, { recursive: true });
	const note = join(to, 'changes/2026-11-25-door-words');
	// a replacement in the whole path could hit the name of the temporary folder
	renameSync(note, join(to, 'changes/2026-11-24-door-words'));
	for (const path of globSync('**/*.{md,yaml}', { cwd: to })) {
		const text = readFileSync(join(to, path), 'utf8');
		writeFileSync(join(to, path), text.replaceAll('2026-11-25', '2026-11-24'));
	}
}

/** The files of the valid tree by their path in it. */
export const goodSources = (): Sources => good.map((file) => ({ ...file, name: file.path }));

export interface Edit {
	readonly from: string;
	readonly to: string;
}

/** The tree with one file edited. Throws if the edit changes nothing, since the test would prove nothing. */
export function edited(sources: Sources, path: string, ...edits: readonly Edit[]): Sources {
	const file = sources.find((it) => it.path === path);
	if (!file) throw new Error(`There is no ${path} in the fixture`);
	let { text } = file;
	for (const { from, to } of edits) {
		if (!text.includes(from)) throw new Error(`${path} has no ${JSON.stringify(from)}`);
		text = text.replace(from, () => to);
	}
	return sources.map((it) => (it === file ? { ...it, text } : it));
}

/** The tree with one file added or replaced. */
export const written = (sources: Sources, path: string, text: string): Sources => [
	...sources.filter((it) => it.path !== path),
	{ path, name: path, text }
];

/** Parses a tree that must be valid, and throws if it is not. */
export function parsed(sources: Sources = goodSources()): Corpus {
	const { value, diagnostics } = parseCorpus(sources);
	if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
	return value;
}
