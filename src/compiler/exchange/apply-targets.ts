import { isMap, isScalar, parseDocument } from 'yaml';
import { parseBody } from '../read/parse-body.ts';
import {
	mergeParts,
	parseParts,
	partsFor,
	showParts,
	type SourceParts
} from '../read/source-parts.ts';
import { bodyWith, splitArticle } from '../read/split-source.ts';
import { segmentsOf, type Segment } from './segments.ts';
import type { TextFiles } from './to-exchange.ts';

/** Who sent a translation, and what of. */
export interface Origin {
	readonly by: string;
	/** The day where the site is. */
	readonly on: string;
	/** Of the English that was translated, which may not be the English of today. */
	readonly sourceHash: string;
	/** Of its lines. */
	readonly sourceParts: SourceParts;
}

export type Applied =
	| { readonly text: string }
	/** Nothing differs from what is there. */
	| { readonly same: true }
	| { readonly problem: string };

/**
 * Puts new words into a translation, or makes the file where there is none. Only what was changed is changed;
 * the text becomes a draft, and whoever checked or approved the old words checked others.
 *
 * @param targets words by the id of their segment
 * @param parts what each line is of, where whoever changed them knows more than that they changed
 */
export function applyTargets(
	files: TextFiles,
	targets: ReadonlyMap<string, string>,
	origin: Origin,
	parts?: SourceParts
): Applied {
	const { kind, english, own } = files;
	const old = segmentsOf(kind, own?.text ?? '');
	const oldWords = new Map(old.map((it) => [it.id, it.words]));
	const changed = new Map([...targets].filter(([id, words]) => oldWords.get(id) !== words));
	if (changed.size === 0) return { same: true };

	const isInPlace = own !== undefined && [...changed.keys()].every((id) => oldWords.has(id));
	const wanted = new Map([...oldWords, ...changed]);
	const made = isInPlace ? splice(own.text, old, changed) : build(files, wanted);
	if (typeof made !== 'string') return made;
	const has = new Set(segmentsOf(kind, made).map(({ id, block }) => block ?? id));
	const after = parts ?? partsAfter(files, new Set(changed.keys()), has, origin);
	const text = withOrigin(kind === 'guide' || kind === 'directive', made, {
		...origin,
		parts: showParts(partsFor(after, has))
	});
	// words that would be read as something else: a list in an item, a heading, a comment
	const [strange] = parseBody(files.path, splitArticle(text)?.body ?? '').diagnostics;
	if (strange) return { problem: `its words are not read as they are written: ${strange.problem}` };
	const read = new Map(segmentsOf(kind, text).map((it) => [it.id, it.words]));
	const expected = segmentsOf(kind, english).filter(({ id }) => wanted.has(id));
	const wrong = expected.find(({ id }) => read.get(id) !== wanted.get(id));
	if (wrong) return { problem: `its words are not read as they are written: ${wrong.id}` };
	return { text };
}

/** A field in quotes, so that no sign in it is taken for YAML. */
const written = ({ block }: Segment, words: string): string =>
	block === undefined ? JSON.stringify(words) : words;

function splice(
	text: string,
	segments: readonly Segment[],
	words: ReadonlyMap<string, string>
): string {
	return segments.toReversed().reduce((result, segment) => {
		const one = words.get(segment.id);
		if (one === undefined) return result;
		return result.slice(0, segment.start) + written(segment, one) + result.slice(segment.end);
	}, text);
}

/** Makes a translation in the form of the English. A directive may end after any block. */
function build(
	{ kind, english }: TextFiles,
	words: ReadonlyMap<string, string>
): string | { problem: string } {
	const segments = segmentsOf(kind, english);
	const mayLeaveOut = kind === 'directive';
	const leftOut = mayLeaveOut ? blocksAtEnd(segments, words) : new Set<string>();
	const isNeeded = ({ block, id }: Segment): boolean =>
		block === undefined ? !mayLeaveOut || REQUIRED.has(id) : !leftOut.has(block);
	const needed = segments.filter(isNeeded);
	const gap = needed.find(({ id }) => !words.has(id));
	if (gap) return { problem: `${gap.id} has no translation` };

	const fields = segments
		.filter(({ block, id }) => block === undefined && words.has(id))
		.map((it) => `${it.id}: ${written(it, words.get(it.id) ?? '')}\n`)
		.join('');
	const split = splitArticle(english);
	if (!split) return fields;
	const start = english.length - split.body.length;
	const inBody = needed.filter(({ block }) => block !== undefined);
	const anchors = new Set(inBody.flatMap(({ block }) => block ?? []));
	const body = bodyWith(anchors, splice(english, inBody, words).slice(start));
	return `---\n${fields}---\n${body.trimEnd()}\n`;
}

/** The blocks after the last one that has a translated word: a translation may end there. */
function blocksAtEnd(
	segments: readonly Segment[],
	words: ReadonlyMap<string, string>
): Set<string> {
	const last = segments.findLastIndex(({ block, id }) => block !== undefined && words.has(id));
	const block = segments[last]?.block;
	const after = segments.slice(last + 1).flatMap((it) => it.block ?? []);
	return new Set(after.filter((it) => it !== block));
}

const REQUIRED = new Set(['title', 'summary']);

/** What each line of the new text is a translation of. */
function partsAfter(
	{ kind, english, own }: TextFiles,
	changed: ReadonlySet<string>,
	has: ReadonlySet<string>,
	{ sourceParts }: Origin
): SourceParts {
	const before = own?.translation?.sourceParts;
	const words = new Set(segmentsOf(kind, english).map(({ id }) => id));
	const recorded = before === undefined ? undefined : parseParts(before);
	// a line that only names a contact has no words to translate
	const isNew = (id: string): boolean => changed.has(id) || !words.has(id);
	return mergeParts(recorded, partsFor(sourceParts, has), isNew);
}

/** Writes who sent it, as a draft, in the place of what was said of the old words. */
function withOrigin(
	isArticle: boolean,
	text: string,
	{ by, on, sourceHash, parts }: Omit<Origin, 'sourceParts'> & { readonly parts: string }
): string {
	const split = isArticle ? splitArticle(text) : { start: 0, yaml: text, body: '' };
	if (!split) return text;
	const { contents } = parseDocument(split.yaml);
	const items = isMap(contents) ? contents.items : [];
	let { yaml } = split;
	for (const { key, value } of items.toReversed()) {
		const name = isScalar(key) ? String(key.value) : '';
		if (name !== 'translation' && name !== 'approvedBy') continue;
		const start = (isScalar(key) && key.range?.[0]) || 0;
		const end = (value as { range?: [number, number, number] } | null)?.range?.[2] ?? start;
		yaml = yaml.slice(0, start) + yaml.slice(end);
	}
	if (!yaml.endsWith('\n')) yaml += '\n';
	const line = `translation: {sourceHash: "${sourceHash}", sourceParts: "${parts}", method: draft, by: ${JSON.stringify(by)}, on: ${on}}\n`;
	return text.slice(0, split.start) + yaml + line + text.slice(split.start + split.yaml.length);
}
