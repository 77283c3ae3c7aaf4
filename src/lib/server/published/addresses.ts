import type { ChangeNote } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';

export const changesPath = (lang: LanguageTag): string => `/${lang}/changes/`;

/** The path of an article's data: `/data/en/guide/school-bus.json`. */
export const dataPath = (lang: LanguageTag, id: string): string => `/data/${lang}/${id}.json`;

/**
 * A name for a change note that stays when the page moves (RFC 4151). One for each language: they are
 * different texts.
 */
export const noteUri = (site: string, lang: LanguageTag, { slug, date }: ChangeNote): string =>
	`tag:${new URL(site).hostname},${date}:change/${slug}/${lang}`;
