import type { Edition } from '#lib/edition/edition.ts';
import { FILE_NAMES } from '#lib/edition/generated/site.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HomeIcon } from '#lib/phone/choices.ts';

interface Saved {
	/** Absent: all guides of the language. */
	readonly slug?: string | undefined;
	readonly lang: LanguageTag;
	readonly edition: Pick<Edition, 'version'>;
}

/**
 * How a saved file is called, without its ending. It stays among the downloads, for whoever opens those:
 * where the reader has the app by a neutral name, it does not say what it is about either.
 */
export function fileName(icon: HomeIcon, { slug, lang, edition }: Saved): string {
	const about = icon === 'own' && slug !== undefined ? [slug] : [];
	return [FILE_NAMES[icon], ...about, lang, String(edition.version)].join('-');
}
