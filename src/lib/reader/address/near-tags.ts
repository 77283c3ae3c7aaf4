import type { LanguageTag } from '#lib/edition/language-tags.ts';

/**
 * The publisher's languages that a tag in lower case may mean: `es-mx` is Spanish; `zh` is Chinese in
 * either script, and `zh-tw` in one.
 */
export function nearTags(word: string, tags: readonly LanguageTag[]): LanguageTag[] {
	const own = tags.filter((tag) => `${word}-`.startsWith(`${tag.toLowerCase()}-`));
	if (own.length > 0) return own;
	const [language = '', more] = word.split('-');
	const near = tags.filter((tag) => tag.split('-')[0] === language);
	if (language !== 'zh') return near;
	if (more === 'tw' || more === 'hk' || more === 'mo') return near.filter((it) => it === 'zh-Hant');
	if (more === 'cn' || more === 'sg') return near.filter((it) => it === 'zh-Hans');
	return near;
}

/** The first of the browser's languages, which are in order of preference, that the publisher has. */
export const preferredTag = (
	wanted: readonly string[],
	tags: readonly LanguageTag[]
): LanguageTag | undefined => wanted.flatMap((word) => nearTags(word.toLowerCase(), tags)).at(0);
