import { articleId } from '#lib/edition/card.ts';
import { LANGUAGE_TAGS, type LanguageTag } from '#lib/edition/language-tags.ts';
import { nearTags } from './near-tags.ts';
import { nearestNames } from './nearest-names.ts';
import { isSitePage, SITE_PAGES } from './site-pages.ts';

/** What an address without a page most likely means. Paths contain only names of our own. */
export type FoundPage =
	/** The page is certain. */
	| { readonly kind: 'page'; readonly path: string }
	/** One of several pages, or none: the reader chooses. */
	| {
			readonly kind: 'offer';
			readonly lang: LanguageTag;
			/** Suggested pages. Like `rest`, the requested one, they lack the language. */
			readonly paths: readonly string[];
			readonly rest: string;
	  }
	/** The language is uncertain: one of `tags`. `rest` is the page. */
	| { readonly kind: 'choose'; readonly tags: readonly LanguageTag[]; readonly rest: string };

export interface Known {
	/** The publisher's languages. */
	readonly tags: readonly LanguageTag[];
	/** Ids of articles, such as `guide/school-bus`. */
	readonly ids: readonly string[];
	/** The language that the reader last chose on this phone. */
	readonly preferred: LanguageTag | undefined;
}

/** The part of a path after the language, and whether it is certain. */
interface Rest {
	readonly isSure: boolean;
	readonly paths: readonly string[];
}

const KINDS = {
	guide: 'guide',
	guides: 'guide',
	directive: 'directive',
	directives: 'directive'
} as const;
const isKind = (word: string): word is keyof typeof KINDS => Object.hasOwn(KINDS, word);
const HOME: Rest = { isSure: true, paths: ['/'] };
const NOTHING: Rest = { isSure: false, paths: [] };
const MOST_OFFERS = 5;
/** Paths with more words are not looked into: they are longer than any mistyped page. */
const MOST_WORDS = 8;

/** Finds the page that an address most likely means, despite typos, other languages and what chat apps append. */
export function findPage(pathname: string, known: Known): FoundPage {
	const words = wordsOf(pathname);
	const { lang, tags, rest } = languageOf(words, known);
	const found = findRest(rest, known.ids);
	const [only] = found.paths;
	if (lang && found.isSure && only) return { kind: 'page', path: `/${lang}${only}` };
	if (lang) return { kind: 'offer', lang, paths: found.paths, rest: toPath(rest) };
	// nothing is similar: do not redirect to another page that only says so
	const isLost = found.paths.length === 0 && known.ids.length > 0;
	return { kind: 'choose', tags, rest: found.isSure && only ? only : isLost ? '/' : toPath(rest) };
}

const toPath = (words: readonly string[]): string => `/${words.map((it) => `${it}/`).join('')}`;

/** The words of a path, in lower case, without characters that no path of ours contains. */
function wordsOf(pathname: string): string[] {
	const words = pathname
		.split(/[/\\]/)
		.map((part) =>
			decoded(part)
				.toLowerCase()
				.replaceAll('_', '-')
				.replace(/\.html?$/, '')
		)
		.map((part) => /[a-z0-9]+(-[a-z0-9]+)*/.exec(part)?.[0].slice(0, 60) ?? '')
		.filter((word) => word !== '');
	if (words.at(-1) === 'index') words.pop();
	return words.slice(0, MOST_WORDS);
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		// a `%` without two hex digits, or bytes that are not UTF-8
		return part.replaceAll(/%[0-9a-f]{0,2}/gi, ' ');
	}
}

function languageOf(
	words: readonly string[],
	{ tags, preferred }: Known
): { lang: LanguageTag | undefined; tags: readonly LanguageTag[]; rest: readonly string[] } {
	const [first = '', ...rest] = words;
	const lang = LANGUAGE_TAGS.find((tag) => tag.toLowerCase() === first);
	if (lang && tags.includes(lang)) return { lang, tags, rest };
	const near = nearTags(first, tags);
	if (near.length > 0) {
		const [only, second] = near;
		const chosen = near.find((tag) => tag === preferred);
		return { lang: second ? chosen : only, tags: near, rest };
	}
	// a tag of a language that we do not have is not part of a page's name
	const isTag = /^[a-z]{2}(-[a-z0-9]{2,8})*$/.test(first);
	if (isTag || (/^[a-z]{3}$/.test(first) && isKind(rest[0] ?? ''))) {
		return { lang: undefined, tags, rest };
	}
	return { lang: preferred, tags, rest: words };
}

function findRest(words: readonly string[], ids: readonly string[]): Rest {
	const [first, second] = words;
	if (first === undefined) return HOME;
	const path = words.join('/');
	if (isSitePage(path)) return { isSure: true, paths: [toPath(words)] };
	if (isKind(first) && second === undefined) {
		return { isSure: true, paths: [toPath([`${KINDS[first]}s`])] };
	}
	const article = findArticle(words, ids);
	if (article.paths.length > 0 || words.length === 1) return article;
	// the last word may be something appended to the address of an existing page
	const { paths } = findRest(words.slice(0, -1), ids);
	return { isSure: false, paths: paths.filter((it) => it !== '/') };
}

function findArticle(words: readonly string[], ids: readonly string[]): Rest {
	const [first = '', second] = words;
	const kind = isKind(first) && second !== undefined ? KINDS[first] : undefined;
	const slug = kind && second !== undefined ? second : first;
	if (words.length > (kind ? 2 : 1)) return NOTHING;
	const own = kind && ids.find((id) => id === articleId(kind, slug));
	const same = own ? [own] : ids.filter((id) => id.endsWith(`/${slug}`));
	if (same.length > 0) return { isSure: same.length === 1, paths: same.map(pathOf) };
	const slugs = new Map(ids.map((id) => [id, id.slice(id.indexOf('/') + 1)]));
	const pages = kind ? [] : SITE_PAGES.map((page): [string, string] => [toPath([page]), page]);
	const names = [...pages, ...[...slugs].map(([id, it]): [string, string] => [pathOf(id), it])];
	return { isSure: false, paths: nearestNames(slug, names).slice(0, MOST_OFFERS) };
}

const pathOf = (id: string): string => `/${id.replace('/', 's/')}/`;
