import type { Corpus } from '../read/corpus.ts';
import { articlesOf, textsIn, textsOf } from '../read/corpus.ts';
import { checkOrphans } from '../check/structure/check-orphans.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { markersIn } from '../read/parse-body.ts';
import type { Claim, Fact } from '../read/json-files.ts';
import type { SourceFile, Sources } from '../read/source-file.ts';
import { hashedTexts } from '../text/fill-hashes.ts';
import { splitArticle } from '../read/split-source.ts';
import { keepItems, keepKeys, keepWords } from './edit-yaml.ts';

type Files = readonly SourceFile[];
type IsGone = (slug: string) => boolean;

/** Fields of an article that name others. */
const NAMES = ['guides', 'directives', 'replaces', 'replacedBy', 'amends'];
const ARTICLE = /^(?:guides|directives)\/([\w-]+)\//;
const NOTE = /^changes\/([\w-]+)\//;
const FACTS = 'evidence/facts.json';
const CLAIMS = 'evidence/claims.json';

/**
 * A content folder without some articles, and without what only they had use for: sources, claims,
 * contacts, terms, facts, change notes about nothing else, words for their search, and links to them,
 * of which the words stay. What was current stays so: translations follow the English by its new hash.
 */
export function pruneFiles(sources: Sources, gone: ReadonlySet<string>): Sources {
	const isGone: IsGone = (slug) => gone.has(slug);
	const before = parseCorpus(sources).value;
	const notes = emptiedNotes(before, isGone);
	const kept = sources
		.filter(({ path }) => !isGone(ARTICLE.exec(path)?.[1] ?? ''))
		.filter(({ path }) => !notes.has(NOTE.exec(path)?.[1] ?? ''))
		.map((file) => ({ ...file, text: withoutNames(file, isGone, notes) }));
	const used = withoutOrphans(withoutClaims(kept, isGone));
	return withHashes(withoutFacts(used), before);
}

/** Notes that were about nothing else. One that names no article is about all of them, and stays. */
function emptiedNotes({ changes }: Corpus, isGone: IsGone): Set<string> {
	const notes = textsIn(changes, 'en').filter(
		({ fields: { articles } }) => articles.length > 0 && articles.every(isGone)
	);
	return new Set(notes.map(({ slug }) => slug));
}

function withoutNames({ path, text }: SourceFile, isGone: IsGone, notes: ReadonlySet<string>) {
	if (ARTICLE.test(path)) {
		const split = splitArticle(text);
		if (!split) return text;
		let yaml = keepWords(split.yaml, 'changes', (slug) => notes.has(slug));
		for (const field of NAMES) yaml = keepWords(yaml, field, isGone);
		return text.replace(split.yaml, () => yaml).replaceAll(LINK, withoutLink(isGone));
	}
	if (NOTE.test(path)) return keepWords(text, 'articles', isGone);
	if (path.startsWith('search/')) return keepKeys(text, 'articles', isGone);
	if (path.startsWith('languages/')) {
		return keepItems(text, 'exceptions', 'text', (id) => isGone(id.split('/')[1] ?? ''));
	}
	return text;
}

const LINK = /\[([^\]]*)\]\((?:guide|directive):([\w-]+)\)/g;
const withoutLink = (isGone: IsGone) => (whole: string, words: string, slug: string) =>
	isGone(slug) ? words : whole;

/** JSON of editors, indented as it was. */
function editList<Item>(files: Files, path: string, keep: (item: Item) => boolean): SourceFile[] {
	return files.flatMap((file) => {
		if (file.path !== path) return [file];
		const items = JSON.parse(file.text) as Item[];
		const kept = items.filter(keep);
		if (kept.length === items.length) return [file];
		const indent = /^([ \t]+)/m.exec(file.text)?.[1] ?? '  ';
		const text = `${JSON.stringify(kept, null, indent)}\n`;
		// claims are a part that content need not have
		return kept.length === 0 && path === CLAIMS ? [] : [{ ...file, text }];
	});
}

const withoutClaims = (files: Files, isGone: IsGone): SourceFile[] =>
	editList<Claim>(files, CLAIMS, ({ coverIn }) => !isGone(coverIn));

/** One may be used by another alone: again, until none is left. */
function withoutOrphans(files: Files): Files {
	const orphans = new Set(
		[...checkOrphans(parseCorpus(files).value)].map(({ file }) => file.replace(/\/en\.yaml$/, '/'))
	);
	const names = files.filter(({ name }) => [...orphans].some((it) => name.startsWith(it)));
	if (names.length === 0) return files;
	const terms = new Set(names.map(({ path }) => path.split('/').slice(0, 2).join('/')));
	const kept = files
		.filter((file) => !names.includes(file))
		.map((file) =>
			file.path.startsWith('languages/')
				? { ...file, text: keepItems(file.text, 'exceptions', 'text', (id) => isOf(terms, id)) }
				: file
		);
	return withoutOrphans(kept);
}

/** `term/warrant` of an exception is in the folder `terms/warrant`. */
const isOf = (folders: ReadonlySet<string>, id: string): boolean =>
	folders.has(id.replace('/', 's/'));

/** Facts that a text says, a claim needs, or a source of a text holds. */
function withoutFacts(files: Files): SourceFile[] {
	const corpus = parseCorpus(files).value;
	const used = new Set([
		...markersIn(corpus.bodies.flatMap(({ blocks }) => blocks)).flatMap(({ facts }) => facts),
		...[...textsOf(corpus.contacts), ...textsOf(corpus.terms)].flatMap((it) => it.fields.facts),
		...[...corpus.sources.values()].flatMap((it) => it.fields.facts),
		...[...corpus.claims.values()].flatMap((it) => it.fields.factIds)
	]);
	return editList<Fact>(files, FACTS, ({ id }) => used.has(id));
}

/** A translation that was of the English as it stood is of the English as it stands. */
function withHashes(files: Files, before: Corpus): SourceFile[] {
	const current = new Map(
		hashedTexts(before).flatMap((texts) =>
			[...texts.values()].flatMap(({ name, fields, originalHashes }) => {
				const own = fields.translation?.sourceHash;
				const at = own === undefined ? -1 : originalHashes.indexOf(own);
				return own !== undefined && at >= 0 ? [[name, { own, at }] as const] : [];
			})
		)
	);
	const after = new Map(
		hashedTexts(parseCorpus(files).value).flatMap((texts) =>
			[...texts.values()].map(({ name, originalHashes }) => [name, originalHashes] as const)
		)
	);
	return files.map((file) => {
		const hash = current.get(file.name);
		const now = hash && after.get(file.name)?.[hash.at];
		return now === undefined ? file : { ...file, text: file.text.replace(hash?.own ?? '', now) };
	});
}

/** The slugs of all articles. */
export const articleSlugs = (corpus: Corpus): Set<string> =>
	new Set(articlesOf(corpus).map(({ slug }) => slug));
