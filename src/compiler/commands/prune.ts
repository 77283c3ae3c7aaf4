import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { counted } from '../base/counted.ts';
import { formatDiagnostic } from '../base/diagnostic.ts';
import type { Io } from '../base/io.ts';
import { didYouMean } from '../base/nearest.ts';
import { UsageError } from '../base/usage-error.ts';
import { writeWhole } from '../base/write-whole.ts';
import { loadCorpus } from '../check/load-corpus.ts';
import { articleSlugs, pruneFiles } from '../prune/prune-files.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { readSources } from '../read/read-sources.ts';

export interface PruneOptions {
	readonly content: string;
	/** Articles to remove; with `keep`, those that stay. */
	readonly slugs: readonly string[];
	readonly keep: boolean;
}

/**
 * Removes articles with all that only they had use for, and says what an editor must still decide.
 * Exit code 1: something must be mended by hand.
 */
export function prune({ content, slugs, keep }: PruneOptions, io: Io): Promise<number> {
	if (slugs.length === 0) throw new UsageError('Name articles by their slugs.');
	const sources = readSources({ content }).value;
	const all = articleSlugs(parseCorpus(sources).value);
	for (const slug of slugs) {
		if (!all.has(slug)) {
			throw new UsageError(`There is no article "${slug}". ${didYouMean(slug, [...all])}`.trim());
		}
	}
	const gone = new Set(keep ? [...all].filter((slug) => !slugs.includes(slug)) : slugs);
	const left = pruneFiles(sources, gone);
	const texts = new Map(left.map(({ name, text }) => [name, text]));
	let [removed, changed] = [0, 0];
	for (const { name, text } of sources) {
		const now = texts.get(name);
		if (now === text) continue;
		if (now === undefined) {
			remove(name);
			removed += 1;
		} else {
			writeWhole(name, now, { flush: true });
			changed += 1;
		}
	}
	io.print(
		`${counted(gone.size, 'article')} removed: ${counted(removed, 'file')} gone, ` +
			`${String(changed)} changed. Say so in a change note, if readers have them.`
	);
	const { diagnostics } = loadCorpus({ content });
	for (const diagnostic of diagnostics) io.printError(formatDiagnostic(diagnostic));
	return Promise.resolve(diagnostics.length > 0 ? 1 : 0);
}

/** With the folder that it leaves empty. */
function remove(file: string): void {
	rmSync(file);
	const folder = dirname(file);
	if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
