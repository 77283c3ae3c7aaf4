import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fillHash, hashedTexts, unfilledTranslations } from '../text/fill-hashes.ts';
import type { Io } from '../base/io.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { readSources } from '../read/read-sources.ts';
import { UsageError } from '../base/usage-error.ts';

export interface HashOptions {
	readonly content: string;
	/** Only these texts; all of them if empty. */
	readonly files: readonly string[];
	/** Fills `sourceHash` of translations that still carry zeros. */
	readonly write: boolean;
}

/** Prints the `textHash` of English texts, or fills the hashes that translators left open. */
export function hash({ content, files, write }: HashOptions, io: Io): Promise<number> {
	// unchecked: a text that is still being written has a hash, too
	const { value: corpus } = parseCorpus(readSources({ content }).value);
	const isNamed = ({ name }: { readonly name: string }) =>
		files.length === 0 || files.some((file) => relative(file, name) === '');

	if (write) {
		const open = unfilledTranslations(corpus).filter(isNamed);
		for (const { name, hash: filled } of open) {
			writeFileSync(name, fillHash(readFileSync(name, 'utf8'), filled));
		}
		io.print(`Filled sourceHash in ${String(open.length)} translations.`);
		return Promise.resolve(0);
	}
	const english = hashedTexts(corpus).flatMap((texts) => texts.get('en') ?? []);
	const named = english.filter(isNamed);
	if (named.length === 0) {
		const what = files.length > 0 ? files.join(', ') : content;
		throw new UsageError(`No English text is at ${what}: name a file such as …/en.md.`);
	}
	for (const { name, textHash } of named) io.print(`${textHash}  ${name}`);
	return Promise.resolve(0);
}
