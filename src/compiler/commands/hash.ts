import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fillHashes, hashedTexts, renewed, unfilledTranslations } from '../text/fill-hashes.ts';
import type { Io } from '../base/io.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { linesIn } from '../read/source-parts.ts';
import { readSources } from '../read/read-sources.ts';
import { UsageError } from '../base/usage-error.ts';
import { writeWhole } from '../base/write-whole.ts';

export interface HashOptions {
	readonly content: string;
	/** Only these texts, or these of their lines (`…/es.md#do.3`); all of them if empty. */
	readonly files: readonly string[];
	/** Fills the hashes of translations that still carry zeros, or none for their lines. */
	readonly write: boolean;
}

/** Prints the `textHash` of English texts, or fills the hashes that translators left open. */
export function hash({ content, files, write }: HashOptions, io: Io): Promise<number> {
	// unchecked: a text that is still being written has a hash, too
	const { value: corpus } = parseCorpus(readSources({ content }).value);
	const linesOf = new Map<string, string[]>();
	for (const file of files) {
		const [path = '', line] = file.split('#');
		linesOf.set(path, [...(linesOf.get(path) ?? []), ...(line === undefined ? [] : [line])]);
	}
	const named = ({ name }: { readonly name: string }) =>
		[...linesOf].find(([path]) => relative(path, name) === '');
	const isNamed = (text: { readonly name: string }) =>
		files.length === 0 || named(text) !== undefined;

	if (write) {
		const texts = hashedTexts(corpus).flatMap((languages) => [...languages.values()]);
		for (const path of linesOf.keys()) {
			if (texts.some(({ name }) => relative(path, name) === '')) continue;
			const remedy = 'name a file such as …/es.md, and the folder of another site by --site';
			throw new UsageError(`No text of ${content} is at ${path}: ${remedy}.`);
		}
		const again = texts.flatMap((text) => {
			const [, lines = []] = named(text) ?? [];
			const unknown = lines.find((line) => !linesIn(text.parts).includes(line));
			if (unknown !== undefined) {
				throw new UsageError(`${text.name} has no line "${unknown}", such as do.3.`);
			}
			return lines.length > 0 ? renewed(text, lines) : [];
		});
		const open = [...unfilledTranslations(corpus).filter(isNamed), ...again];
		for (const { name, hashes } of open) {
			writeWhole(name, fillHashes(readFileSync(name, 'utf8'), hashes), { flush: true });
		}
		io.print(`Filled the hashes of ${String(open.length)} translations.`);
		return Promise.resolve(0);
	}
	const english = hashedTexts(corpus).flatMap((texts) => texts.get('en') ?? []);
	const wanted = english.filter(isNamed);
	if (wanted.length === 0) {
		const what = files.length > 0 ? files.join(', ') : content;
		throw new UsageError(`No English text is at ${what}: name a file such as …/en.md.`);
	}
	for (const { name, textHash } of wanted) io.print(`${textHash}  ${name}`);
	return Promise.resolve(0);
}
