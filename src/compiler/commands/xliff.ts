import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../../build/folders/make-folder.ts';
import { isLanguageTag, type LanguageTag } from '#lib/edition/language-tags.ts';
import { dayAt } from '../read/corpus.ts';
import type { Io } from '../base/io.ts';
import { Refusal } from '../base/refusal.ts';
import { UsageError } from '../base/usage-error.ts';
import { writeWhole } from '../base/write-whole.ts';
import { applyTargets } from '../exchange/apply-targets.ts';
import type { XliffVersion } from '../exchange/exchange-file.ts';
import { join, marksOf } from '../exchange/placeholders.ts';
import { readXliff, withMarks, type ReadText } from '../exchange/read-xliff.ts';
import { segmentsOf } from '../exchange/segments.ts';
import { textFiles, toExchange, type TextFiles } from '../exchange/to-exchange.ts';
import { writeTmx } from '../exchange/write-tmx.ts';
import { writeTerms } from '../exchange/write-terms.ts';
import { writeXliff } from '../exchange/write-xliff.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { parseParts } from '../read/source-parts.ts';
import { readSources } from '../read/read-sources.ts';

export const XLIFF_ACTIONS = ['export', 'import', 'tmx', 'terms'] as const;

export interface XliffOptions {
	readonly content: string;
	readonly action: string | undefined;
	/** `guide/car-stop`; all texts if empty. Of an import: the file alone. */
	readonly words: readonly string[];
	readonly lang: string | undefined;
	readonly version: string | undefined;
	/** The file to write. */
	readonly to: string | undefined;
	/** Who translated what is imported. */
	readonly by: string | undefined;
}

/** Hands texts out to translators' tools, and takes translations back, always as drafts. */
export function xliff(options: XliffOptions, io: Io): Promise<number> {
	const { action } = options;
	if (action === 'import') return Promise.resolve(importFile(options, io));
	if (action === 'export' || action === 'tmx' || action === 'terms') {
		return Promise.resolve(exportFile(options, io));
	}
	throw new UsageError(`Say what to do: ${XLIFF_ACTIONS.join(', ')}.`);
}

function load(content: string, lang: LanguageTag) {
	const sources = readSources({ content }).value;
	const { value: corpus } = parseCorpus(sources);
	return { texts: textFiles(sources, corpus, lang), corpus };
}

function languageOf(lang: string | undefined): LanguageTag {
	if (lang !== undefined && lang !== 'en' && isLanguageTag(lang)) return lang;
	throw new UsageError(`--lang is "${lang ?? ''}": the language to translate into, such as es.`);
}

function exportFile({ content, action, words, lang, version = '2.0', to }: XliffOptions, io: Io) {
	const target = languageOf(lang);
	if (version !== '1.2' && version !== '2.0') {
		throw new UsageError(`--xliff is "${version}": it must be 1.2 or 2.0.`);
	}
	if (to === undefined) throw new UsageError('--to is missing: the file to write.');
	const { texts: all } = load(content, target);
	const unknown = words.find((word) => !all.some(({ name }) => name === word));
	if (unknown !== undefined)
		throw new UsageError(`There is no text "${unknown}", such as guide/school-bus.`);
	const chosen = words.length === 0 ? all : all.filter(({ name }) => words.includes(name));
	const file = toExchange(chosen, target);
	const checked = file.texts
		.flatMap(({ units }) => units)
		.filter((it) => it.isChecked && it.target);
	if (action === 'tmx' && checked.length === 0) {
		throw new Refusal(
			`No person has checked a text in ${target} yet: a memory of drafts would spread their mistakes.`
		);
	}
	makeFolder(dirname(to));
	if (action === 'terms') {
		writeFileSync(to, writeTerms(file));
		io.print(`Wrote the glossary to ${to}.`);
		return 0;
	}
	writeFileSync(
		to,
		action === 'tmx' ? writeTmx(file) : writeXliff(file, version satisfies XliffVersion)
	);
	const units = action === 'tmx' ? checked.length : file.texts.flatMap((it) => it.units).length;
	io.print(`Wrote ${units} units of ${file.texts.length} texts to ${to}.`);
	return 0;
}

/** Reads and judges all of it before it writes any of it. */
function importFile({ content, words: [path, another], by }: XliffOptions, io: Io): number {
	if (path === undefined) throw new UsageError('Name the file to import.');
	if (another !== undefined)
		throw new UsageError(`"${another}" is one word too many: import takes one file.`);
	if (by === undefined) throw new UsageError('--by is missing: who translated it.');
	if (!statSync(path, { throwIfNoEntry: false })?.isFile())
		throw new Refusal(`There is no file ${path}.`);
	const { lang, texts } = readXliff(readFileSync(path, 'utf8'));
	if (lang === 'en' || !isLanguageTag(lang)) {
		throw new Refusal(
			`The file is in "${lang}", which is no language that this edition is translated into.`
		);
	}
	const { texts: here, corpus } = load(content, lang);
	const known = new Map(here.map((it) => [it.name, it]));
	const problems: string[] = [];
	const writes: { path: string; text: string; isBehind: boolean }[] = [];
	for (const text of texts) {
		const files = known.get(text.name);
		if (!files) {
			problems.push(`There is no text "${text.name}".`);
			continue;
		}
		const { targets, wrong } = targetsOf(files, text);
		problems.push(...wrong);
		const { sourceHash, sourceParts } = text;
		const on = dayAt(corpus, io.now());
		const origin = { by, on, sourceHash, sourceParts: parseParts(sourceParts) };
		const applied = applyTargets(files, targets, origin);
		if ('problem' in applied) problems.push(`${text.name}: ${applied.problem}.`);
		else if ('text' in applied) {
			writes.push({
				path: files.path,
				text: applied.text,
				isBehind: text.sourceHash !== files.hash
			});
		}
	}
	if (problems.length > 0) {
		for (const problem of problems) io.printError(problem);
		throw new Refusal('Nothing was written. Mend the file, or export anew, and import it again.');
	}
	for (const { path: file, text, isBehind } of writes) {
		writeWhole(file, text, { flush: true });
		io.print(
			isBehind ? `${file}: a draft, of an English that has changed since` : `${file}: a draft`
		);
	}
	io.print(
		writes.length === 0
			? 'Every translation in it is here already.'
			: 'Now run: npm run edition:check. A second person reads it and sets checkedBy.'
	);
	return 0;
}

/** The words by segment, with the English's own marks; and what cannot be taken. */
function targetsOf({ kind, english }: TextFiles, { name, units }: ReadText) {
	const segments = new Map(segmentsOf(kind, english).map((it) => [`${name}#${it.id}`, it]));
	const targets = new Map<string, string>();
	const wrong: string[] = [];
	for (const unit of units) {
		const segment = segments.get(unit.name);
		const at = `Line ${unit.line}: ${unit.name}`;
		if (!segment) {
			wrong.push(`${at} is no part of the English text.`);
			continue;
		}
		const pieces = withMarks(unit.target, marksOf(segment.words));
		if (!pieces) {
			wrong.push(`${at} must have each placeholder of the English once, and no other.`);
			continue;
		}
		const words = join(pieces).replaceAll(/\s+/g, ' ').trim();
		if (words !== '') targets.set(segment.id, words.normalize('NFC'));
	}
	return { targets, wrong };
}
