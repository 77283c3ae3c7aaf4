import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Corpus } from '../read/corpus.ts';
import { compareText } from '../base/diagnostic.ts';
import { listingOf, type Baseline } from './read-baseline.ts';
import { contentTexts, type PlacedText } from './content-texts.ts';
import type { ReadText } from './text-parts.ts';

/** A part whose words have changed. `before` is empty if it is new, `after` if it is gone. */
export interface PartChange {
	readonly part: string;
	readonly before: string;
	readonly after: string;
}

interface Change {
	readonly id: string;
	readonly lang: LanguageTag;
	readonly parts: readonly PartChange[];
}

/** A text that differs from the published one. */
export type TextChange =
	| (Change & { readonly state: 'added' | 'changed'; readonly now: PlacedText })
	| (Change & { readonly state: 'withdrawn'; readonly was: ReadText });

/** How a content folder differs from a published edition, sorted by id and then by language. */
export interface ContentChanges {
	readonly baseline: Baseline;
	readonly texts: readonly TextChange[];
	/** Published members that could not be read: they were not compared. */
	readonly unread: readonly string[];
}

export function compareContent(corpus: Corpus, baseline: Baseline): ContentChanges {
	const ours = corpus.publisher.fields.languages;
	const theirs = baseline.edition.languages.map(({ lang }) => lang);
	const languages = [...new Set([...ours, ...theirs])];
	const published = new Map(languages.map((lang) => [lang, baseline.textsIn(lang)]));
	const texts = [...published].flatMap(([lang, { texts, unread }]) => {
		const isUnread = (id: string): boolean =>
			[id, familyOf(id), listingOf(lang)].some((it) => unread.has(it));
		const isThere = isInContent(corpus, lang);
		return compareTexts(texts, contentTexts(corpus, lang), isThere).filter(
			({ id }) => !isUnread(id)
		);
	});
	const unread = new Set([...published.values()].flatMap((it) => [...it.unread]));
	// the languages stay in the publisher's order: the sort is stable
	return { baseline, texts: texts.sort((a, b) => compareText(a.id, b.id)), unread: [...unread] };
}

/** `contact/city-line` is one of `contacts`, which is one file. */
const familyOf = (id: string): string => `${id.split('/')[0] ?? ''}s`;

/** Tells which files exist: one that could not be read is not withdrawn. */
const isInContent = ({ known, bodies }: Corpus, lang: LanguageTag) => {
	const files = new Set(
		bodies.filter((it) => it.lang === lang).map((it) => `${it.kind}/${it.slug}`)
	);
	return (id: string): boolean => files.has(id) || (lang === 'en' && known.has(id));
};

function compareTexts(
	before: ReadonlyMap<string, ReadText>,
	after: ReadonlyMap<string, PlacedText>,
	isThere: (id: string) => boolean
): TextChange[] {
	const here = [...after.values()].flatMap((now): TextChange[] => {
		const was = before.get(now.id);
		const parts = compareParts(was?.parts ?? NOTHING, now.parts);
		if (parts.length === 0) return [];
		return [{ id: now.id, lang: now.lang, parts, state: was ? 'changed' : 'added', now }];
	});
	const gone = [...before.values()]
		.filter(({ id }) => !after.has(id) && !isThere(id))
		.map((was): TextChange => {
			const parts = compareParts(was.parts, NOTHING);
			return { id: was.id, lang: was.lang, parts, state: 'withdrawn', was };
		});
	return [...here, ...gone];
}

const NOTHING: ReadonlyMap<string, string> = new Map();

function compareParts(
	before: ReadonlyMap<string, string>,
	after: ReadonlyMap<string, string>
): PartChange[] {
	return [...new Set([...after.keys(), ...before.keys()])]
		.map((part) => ({ part, before: before.get(part) ?? '', after: after.get(part) ?? '' }))
		.filter((change) => change.before !== change.after);
}
