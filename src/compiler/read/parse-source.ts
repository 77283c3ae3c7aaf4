import { isLanguageTag, LANGUAGE_TAGS, type LanguageTag } from '#lib/edition/language-tags.ts';
import { approvalHash } from './approval-hash.ts';
import { splitArticle } from './split-source.ts';
import type { ArticleKind } from './corpus.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { parseFront, type English, type Front, type Kind } from './parse-front.ts';
import { didYouMean } from '../base/nearest.ts';
import { checkCharacters, normalizeText } from './normalize-text.ts';
import { parseBody, type Block } from './parse-body.ts';
import type { Located } from './yaml/parse-yaml.ts';
import type { SourceFile } from './source-file.ts';

/** Which folder holds which kind, and what its files are called. */
const FOLDERS: Readonly<Record<string, { kind: Kind; extension: 'md' | 'yaml' }>> = {
	guides: { kind: 'guide', extension: 'md' },
	directives: { kind: 'directive', extension: 'md' },
	contacts: { kind: 'contact', extension: 'yaml' },
	terms: { kind: 'term', extension: 'yaml' },
	changes: { kind: 'change', extension: 'yaml' },
	sources: { kind: 'source', extension: 'yaml' }
};

/** Files of the folder that are no source texts; `parse-corpus.ts` reads some of them. */
const OTHER_FILES =
	/^(README\.md|anchor\.json|publisher\.json|approvers\.json|site\.json|evidence\/(README\.md|\w+\.json)|(search|languages)\/[\w-]+\.yaml|guides\/[\w-]+\/[\w-]+\.audio\/[\w-]+\.(yaml|opus))$/;

/** What the path of a file says about it. */
export interface Place {
	readonly kind: Kind;
	readonly slug: string;
	/** A source has no language; `en` stands for that. */
	readonly lang: LanguageTag;
}

/** A source text, parsed as far as possible. */
export interface ParsedSource extends Place {
	readonly name: string;
	/** Absent if the front matter is broken: then `diagnostics` says how. */
	readonly front?: Located<Front>;
	/** Fields of a translation that have the words of the English. */
	readonly untranslated?: readonly string[];
	/** Guides and directives only; absent if nothing tells where the body begins. */
	readonly blocks?: readonly Block[];
	/** Everything below the front matter, as written. */
	readonly body: string;
	/** Absent where nobody approved it. */
	readonly approvalHash?: string;
	readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the path of a file says about it: `undefined` for one that belongs to the folder and is no source
 * text, a diagnostic for one that does not belong there.
 */
export function placeOf({ path, name }: SourceFile): Place | Diagnostic | undefined {
	if (OTHER_FILES.test(path)) return undefined;
	const misplaced = (problem: string, remedy: string) => ({ file: name, line: 1, problem, remedy });

	const [folder = '', slug = '', file, ...deeper] = path.split('/');
	const known = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
	if (!known || deeper.length > 0) {
		const hint = didYouMean(folder, Object.keys(FOLDERS));
		return misplaced('this file has no place here', `${hint}${PLACES}`);
	}
	const { kind, extension } = known;
	if (kind === 'source') {
		const match = /^(.+)\.yaml$/.exec(slug);
		if (match?.[1] === undefined || file !== undefined) return misplaced(NOT_SO_NAMED, PLACES);
		return { kind, slug: match[1], lang: 'en' };
	}
	const [lang = '', end, ...more] = (file ?? '').split('.');
	if (end !== extension || more.length > 0) return misplaced(NOT_SO_NAMED, PLACES);
	if (!isLanguageTag(lang)) {
		const remedy = `${didYouMean(lang, LANGUAGE_TAGS)}Use one of: ${LANGUAGE_TAGS.join(', ')}.`;
		return misplaced(`"${lang}" is not one of the languages`, remedy);
	}
	return { kind, slug, lang };
}

const NOT_SO_NAMED = 'files of this folder are not named like this';
const PLACES =
	'Put it at guides/<slug>/<lang>.md, directives/<slug>/<lang>.md, contacts/<slug>/<lang>.yaml, ' +
	'terms/<slug>/<lang>.yaml, changes/<slug>/<lang>.yaml, search/<lang>.yaml, languages/<lang>.yaml or sources/<slug>.yaml.';

export const isArticleKind = (kind: Kind): kind is ArticleKind =>
	kind === 'guide' || kind === 'directive';

/** Five times the longest text that there is. */
const MOST_CHARACTERS = 64_000;
/** Between two empty lines. Reading Markdown takes a time that grows with the square of it. */
const MOST_IN_PIECE = 8000;

/** What nobody could read on a phone would keep the compiler, or a team's editor, busy for minutes. */
function tooLong(text: string, body: string) {
	const remedy = 'Make it shorter: it was not read any further.';
	if (text.length > MOST_CHARACTERS) {
		return { line: 1, problem: `longer than ${String(MOST_CHARACTERS)} characters`, remedy };
	}
	let at = text.length - body.length;
	for (const piece of body.split(/(\n\s*\n)/)) {
		if (piece.length > MOST_IN_PIECE) {
			const line = text.slice(0, at).split('\n').length;
			const problem = `more than ${String(MOST_IN_PIECE)} characters without an empty line`;
			return { line, problem, remedy };
		}
		at += piece.length;
	}
	return undefined;
}

/**
 * Reads one source text: its characters, its front matter, and its blocks if it is an article. A
 * translation is read with the English that stands beside it.
 */
export function parseSource(file: SourceFile, place: Place, english?: English): ParsedSource {
	const { name } = file;
	const text = normalizeText(file.text);
	const diagnostics = checkCharacters(file, text);
	const nothing = { ...place, name, body: '' };

	if (!isArticleKind(place.kind)) {
		const { diagnostics: problems, ...read } = parseFront(place, { name, text }, english);
		const hash = approved(read.front, text, english);
		return { ...nothing, ...read, ...hash, diagnostics: [...diagnostics, ...problems] };
	}

	const split = splitArticle(text);
	if (!split) {
		const problem = 'no front matter';
		const remedy = 'Begin the file with a line "---", the fields, and a line "---".';
		return { ...nothing, diagnostics: [...diagnostics, { file: name, line: 1, problem, remedy }] };
	}
	const { body } = split;
	const long = tooLong(text, body);
	if (long) return { ...nothing, diagnostics: [...diagnostics, { file: name, ...long }] };
	const blank = text.slice(0, text.length - body.length).replaceAll(/[^\n]/g, '');
	const { blocks, diagnostics: problems } = parseBody(name, blank + body);
	diagnostics.push(...problems);

	const yaml = { name, text: split.yaml, linesAbove: 1 };
	const { diagnostics: wrong, ...read } = parseFront(place, yaml, english);
	const whole = { ...place, name, ...read, ...approved(read.front, text, english), blocks, body };
	return { ...whole, diagnostics: [...diagnostics, ...wrong] };
}

/** Computed only for texts that have approvals: most have none while they are being written. */
function approved(
	front: Located<Front> | undefined,
	text: string,
	english: English | undefined
): { approvalHash?: string } {
	const fields = front?.fields;
	if (!fields || !('approvedBy' in fields) || fields.approvedBy.length === 0) return {};
	return { approvalHash: approvalHash(text, english?.text) };
}
