import type { ChangeNote } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

export const changesPath = (lang: LanguageTag): string => `/${lang}/changes/`;

/** The path of an article's data: `/data/en/guide/school-bus.json`. */
export const dataPath = (lang: LanguageTag, id: string): string => `/data/${lang}/${id}.json`;

/** A URI for a change note that survives a move of its page (RFC 4151). Each language has its own. */
export const noteUri = (site: string, lang: LanguageTag, { slug, date }: ChangeNote): string =>
	`tag:${new URL(site).hostname},${date}:change/${slug}/${lang}`;
