import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { localeOf } from './format-date.ts';

/** Rounded up, in the digits of the language. */
export const kilobytes = (bytes: number, lang: LanguageTag): string =>
	new Intl.NumberFormat(localeOf(lang)).format(Math.ceil(bytes / 1000));
