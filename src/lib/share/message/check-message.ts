import { siteOf } from '#lib/edition/address/base-path.ts';
import type { Article } from '#lib/edition/article.ts';
import { articleId } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { Genuine, LinkTarget, Verdict } from './message-verdict.ts';
import { isExcerpt } from './find-excerpt.ts';
import { foldText } from './fold-text.ts';
import { parseSiteLink, type SiteLink } from './site-link.ts';
import { KnownLines, type JudgedText } from './known-lines.ts';
import { frameLines, shareTexts, type Shared } from '../share-text.ts';
import { isInCapitals, unwrapText, type Wrapping } from './unwrap-text.ts';

/** One language of an edition that is kept on the phone. */
export interface KeptLanguage {
	readonly lang: LanguageTag;
	/** The interface in that language: shared texts contain labels from it. */
	readonly t: Translate;
	readonly edition: Pick<Edition, 'version' | 'issued' | 'publisher' | 'withdrawn'>;
	/** Article id → SHA-256 of its blob. */
	readonly blobs: ReadonlyMap<string, string>;
}

export interface CheckerPorts {
	/** Reads articles by hash, in order. `undefined` for one that is missing or damaged. */
	readonly articles: (hashes: readonly string[]) => Promise<readonly (Article | undefined)[]>;
	/** Waits between two slices of work, so that the page can respond to a tap. */
	readonly pause: () => Promise<void>;
}

export interface MessageChecker {
	/** Reads all stored articles in advance, in slices, so that the first check is quick. */
	readonly prepare: () => Promise<void>;
	readonly check: (text: string) => Promise<Verdict>;
}

const SLICE = 16;
/** In UTF-16 units: far above the longest shared text. Longer texts are not looked at. */
const MAX_CHECKED = 20_000;
/** How many linked articles, and how many articles with matching lines, are looked at. */
const MOST_ARTICLES = 8;
/** Of how many articles labels and dates are made again, to tell them from guidance. They are much alike. */
const MOST_FRAMES = 3;
const LINE_END = /[\n\r\u2028\u2029]+/;
const LINK = /\/([a-z-]{2,8})\/(guide|directive)s\/([a-z0-9-]{1,40})\//g;

/**
 * Compares texts with the editions in `kept`, which has the installed one first. A text is genuine if
 * the whole of it is one shared text. Every shared text ends with its link, so only the articles that
 * a text links to need to be tried.
 */
export function createMessageChecker(
	kept: readonly KeptLanguage[],
	{ articles, pause }: CheckerPorts
): MessageChecker {
	const lines = new KnownLines();
	let preparing: Promise<void> | undefined;

	const prepare = async (): Promise<void> => {
		const byHash = new Map(kept.flatMap(({ blobs }) => [...blobs].map(([id, it]) => [it, id])));
		const all = [...byHash];
		for (let start = 0; start < all.length; start += SLICE) {
			const slice = all.slice(start, start + SLICE);
			const found = await articles(slice.map(([sha256]) => sha256));
			for (const [index, [, id]] of slice.entries()) {
				const article = found[index];
				if (article) lines.add(id, article);
			}
			await pause();
		}
	};
	const prepared = (): Promise<void> => (preparing ??= prepare());

	const sharedOf = async (language: KeptLanguage, id: string): Promise<Shared | undefined> => {
		const sha256 = language.blobs.get(id);
		const [article] = sha256 === undefined ? [] : await articles([sha256]);
		const { edition, lang } = language;
		return article && { article, edition, lang };
	};

	/** Finds the article of which the whole text is one shared text. */
	const findWhole = async (
		text: string,
		isText: (ours: string) => boolean
	): Promise<Genuine | undefined> => {
		for (const { lang, id } of linksIn(text)) {
			for (const language of kept.filter((it) => it.lang.toLowerCase() === lang)) {
				const shared = await sharedOf(language, id);
				const texts = shared ? shareTexts(language.t, shared) : [];
				if (!texts.some(isText)) continue;
				return whatBecame(language, id, await newest(language.lang, id));
			}
		}
		return undefined;
	};
	const findGenuine = (text: string): Promise<Genuine | undefined> => {
		const folded = foldText(text);
		return findWhole(text, (ours) => foldText(ours) === folded);
	};
	/** Finds the same words under what a chat or a person added around them. Never genuine. */
	const findSameWords = async (text: string): Promise<Verdict | undefined> => {
		const { text: own, wrappings } = unwrapText(text);
		const folded = foldText(own);
		const isUpper = isInCapitals(own);
		const inCase = (it: string): string => (isUpper ? it.toUpperCase() : it);
		const seen = new Set([...wrappings, ...(isUpper ? (['capitals'] as const) : [])]);
		const became = await findWhole(own, (ours) => {
			if (inCase(foldText(ours)) === inCase(folded)) return true;
			// a one-line input removes line ends without putting a space in their place
			const isGlued = inCase(foldText(ours.replaceAll('\n', ''))) === inCase(folded);
			if (isGlued) seen.add('one-line');
			return isGlued;
		});
		return became && { kind: 'same-words', wrappings: [...seen], became };
	};
	const findExcerpt = async (
		text: string,
		wrappings: readonly Wrapping[],
		{ lines: judged, ids }: JudgedText
	): Promise<Verdict | undefined> => {
		const own = text.split(LINE_END);
		for (const id of ids) {
			for (const language of kept) {
				const shared = await sharedOf(language, id);
				if (!shared || !isExcerpt(language.t, shared, own)) continue;
				const became = whatBecame(language, id, await newest(language.lang, id));
				return { kind: 'excerpt', wrappings, became, lines: judged };
			}
		}
		return undefined;
	};
	const findLink = (text: string): Verdict | undefined => {
		const found = kept.map(({ edition }) => parseSiteLink(text, siteOf(edition)));
		const link = found.find((it) => it !== undefined);
		return link && { kind: 'link', to: targetOf(link, kept) };
	};
	/** The article in the installed edition. */
	const newest = async (lang: LanguageTag, id: string) => {
		const language = kept.find((it) => it.lang === lang);
		const sha256 = language?.blobs.get(id);
		const [article] = sha256 === undefined ? [] : await articles([sha256]);
		return { sha256, article, withdrawn: language?.edition.withdrawn };
	};

	const judge = async (text: string): Promise<Verdict> => {
		await prepared();
		const unwrapped = unwrapText(text);
		const own = lines.judge(unwrapped.text, new Set());
		const excerpt = await findExcerpt(unwrapped.text, unwrapped.wrappings, own);
		if (excerpt) return excerpt;
		const { ids } = lines.judge(text, new Set());
		if (ids.length === 0) return { kind: 'unknown' };
		const frame = new Set<string>();
		for (const id of ids.slice(0, MOST_FRAMES)) {
			for (const language of kept) {
				const shared = await sharedOf(language, id);
				const around = shared ? frameLines(language.t, shared) : [];
				for (const line of around) frame.add(foldText(line));
			}
		}
		return { kind: 'lines', ...lines.judge(text, frame) };
	};

	return {
		prepare: prepared,
		async check(text) {
			if (text.length > MAX_CHECKED) return { kind: 'unknown' };
			return (
				(await findGenuine(text)) ?? findLink(text) ?? (await findSameWords(text)) ?? judge(text)
			);
		}
	};
}

/** What the installed edition does with an article of `language`: the same, changed or withdrawn. */
function whatBecame(
	{ edition: { version }, lang, blobs }: KeptLanguage,
	id: string,
	now: {
		sha256: string | undefined;
		article: Article | undefined;
		withdrawn: Edition['withdrawn'] | undefined;
	}
): Genuine {
	const found = { version, lang, id };
	if (now.sha256 === blobs.get(id)) return { kind: 'current', ...found };
	if (now.article) return { kind: 'changed', on: now.article.changedOn, ...found };
	const on = now.withdrawn?.find((it) => it.id === id)?.on;
	return { kind: 'withdrawn', on, ...found };
}

function targetOf({ lang, id }: SiteLink, kept: readonly KeptLanguage[]): LinkTarget {
	const language = kept.find((it) => it.lang === lang);
	if (!language || id === undefined) return { state: 'absent' };
	const found = { lang: language.lang, id };
	if (language.blobs.has(id)) return { state: 'here', ...found };
	const isWithdrawn = language.edition.withdrawn.some((it) => it.id === id);
	return isWithdrawn ? { state: 'withdrawn', ...found } : { state: 'absent' };
}

/** The articles that a text links to, on any host: a link proves nothing. */
function linksIn(text: string): { lang: string; id: string }[] {
	const links = [...text.toLowerCase().matchAll(LINK)].map(([, lang = '', kind, slug = '']) => {
		return { lang, id: articleId(kind === 'guide' ? 'guide' : 'directive', slug) };
	});
	return links.slice(0, MOST_ARTICLES);
}
