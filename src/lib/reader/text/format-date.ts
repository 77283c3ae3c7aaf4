import { TIME_ZONE } from '#lib/edition/generated/site.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { dateFormat } from './date-format.ts';

/** Names of months for languages that `Intl` lacks in some or all browsers. */
const OWN_MONTHS: Partial<Record<LanguageTag, string>> = {
	ht: 'janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm',
	sq: 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor',
	'uz-Latn': 'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr'
};

/** Locales for `Intl`: dates as in the United States, and Latin digits, as on papers and keypads. */
const LOCALES: Partial<Record<LanguageTag, string>> = {
	en: 'en-US',
	es: 'es-US',
	bn: 'bn-u-nu-latn',
	ar: 'ar-u-nu-latn',
	ur: 'ur-u-nu-latn'
};

/** The locale to give to `Intl` for a language. */
export const localeOf = (lang: LanguageTag): string => LOCALES[lang] ?? lang;

/** A day, month or year (`2025-03-14`, `2025-03`, `2025`) in words, no more exact than it is given. */
export function formatDate(lang: LanguageTag, date: string): string {
	const [year = '', month, day] = date.split('-');
	if (month === undefined) return year;

	const ownMonth = OWN_MONTHS[lang]?.split(' ')[Number(month) - 1];
	if (ownMonth) return inOwnWords(lang, year, ownMonth, day);

	const format = dateFormat(localeOf(lang), {
		timeZone: 'UTC',
		year: 'numeric',
		month: 'long',
		...(day !== undefined && { day: 'numeric' })
	});
	return format.format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1))));
}

function inOwnWords(lang: LanguageTag, year: string, month: string, day?: string): string {
	if (lang === 'uz-Latn') {
		return day === undefined ? `${month} ${year}` : `${String(Number(day))}-${month}, ${year}`;
	}
	return day === undefined ? `${month} ${year}` : `${String(Number(day))} ${month} ${year}`;
}

/** The calendar day of an instant where the site is: `2026-11-24`. */
export function localDay(instant: Date): string {
	const format = dateFormat('en-CA', {
		timeZone: TIME_ZONE,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit'
	});
	return format.format(instant);
}

/** The day of an instant (ISO 8601) where the site is, in words. */
export const formatInstant = (lang: LanguageTag, instant: string): string =>
	formatDate(lang, localDay(new Date(instant)));

/** The same day, short and without its year: "Nov 24". */
export function formatShort(lang: LanguageTag, instant: string): string {
	const [, month = '', day = ''] = localDay(new Date(instant)).split('-');
	const ownMonth = OWN_MONTHS[lang]?.split(' ')[Number(month) - 1];
	if (ownMonth) return `${String(Number(day))} ${ownMonth}`;
	const format = dateFormat(localeOf(lang), {
		timeZone: TIME_ZONE,
		month: 'short',
		day: 'numeric'
	});
	return format.format(new Date(instant));
}
