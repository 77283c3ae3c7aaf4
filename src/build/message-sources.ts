import { createHash } from 'node:crypto';
import { messageKeys, type Texts } from './compile-messages.ts';

/**
 * Which English each string was translated from: a short hash for all languages, or one for each where they
 * differ.
 */
export type MessageSources = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** What translators should know of a string, or of all that begin so (`tab_*`). */
export type MessageNotes = Readonly<
	Record<string, { readonly about: string; readonly most?: number | undefined }>
>;

/** A string that was translated from another English than that of today; `isNew`: nobody has said from which. */
export interface OlderMessage {
	readonly key: string;
	readonly lang: string;
	readonly isNew: boolean;
}

type Catalogues = ReadonlyMap<string, Texts>;

/** Of all forms of a plural together: who changes one looks at the others. */
function hashOf(key: string, english: Texts): string {
	const texts = [english[key], english[`${key}_one`], english[`${key}_other`]];
	return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 6);
}

const hasKey = (texts: Texts, key: string): boolean =>
	key in texts || Object.keys(texts).some((it) => it.startsWith(`${key}_`));

const recordedOf = (sources: MessageSources, key: string, lang: string): string | undefined => {
	const recorded = sources[key];
	return typeof recorded === 'string' ? recorded : recorded?.[lang];
};

/** Strings whose translation is not known to be of the English of today, in the order of the English. */
export function olderMessages(catalogues: Catalogues, sources: MessageSources): OlderMessage[] {
	const english = catalogues.get('en') ?? {};
	return messageKeys(english).flatMap((key) =>
		[...catalogues].flatMap(([lang, texts]) => {
			if (lang === 'en' || !hasKey(texts, key)) return [];
			const recorded = recordedOf(sources, key, lang);
			const isOlder = recorded !== hashOf(key, english);
			return isOlder ? [{ key, lang, isNew: recorded === undefined }] : [];
		})
	);
}

/** The same with some translations taken for those of the English of today. What English lost is left out. */
export function withSources(
	catalogues: Catalogues,
	sources: MessageSources,
	isOfToday: (message: OlderMessage) => boolean
): MessageSources {
	const english = catalogues.get('en') ?? {};
	const older = olderMessages(catalogues, sources);
	const languages = [...catalogues.keys()].filter((lang) => lang !== 'en').sort();
	return Object.fromEntries(
		messageKeys(english).flatMap((key) => {
			const entries = languages.flatMap((lang) => {
				if (!hasKey(catalogues.get(lang) ?? {}, key)) return [];
				const message = older.find((it) => it.key === key && it.lang === lang);
				const hash =
					!message || isOfToday(message) ? hashOf(key, english) : recordedOf(sources, key, lang);
				return hash === undefined ? [] : [[lang, hash] as const];
			});
			const [first] = entries;
			if (!first) return [];
			const isOne = entries.every(([, hash]) => hash === first[1]);
			return [[key, isOne ? first[1] : Object.fromEntries(entries)]];
		})
	);
}

/** Older translations by string: one line each, for who translates. */
export function showOlder(older: readonly OlderMessage[]): string[] {
	const byKey = new Map<string, string[]>();
	for (const { key, lang } of older) byKey.set(key, [...(byKey.get(key) ?? []), lang]);
	return [...byKey].map(([key, langs]) => `${key} (${langs.join(', ')})`);
}

/** What is longer than its note allows, and notes that are of no string. */
export function checkNotes(catalogues: Catalogues, notes: MessageNotes, file: string): string[] {
	const english = Object.keys(catalogues.get('en') ?? {});
	return Object.entries(notes).flatMap(([name, { most }]) => {
		const isOf = (key: string): boolean =>
			name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name;
		if (!english.some(isOf)) return [`${file}: ${name}: no string of en.json is called so`];
		if (most === undefined) return [];
		return [...catalogues].flatMap(([lang, texts]) =>
			Object.entries(texts)
				.filter(([key, text]) => isOf(key) && [...text].length > most)
				.map(([key]) => `${lang}.json: ${key}: has more than ${String(most)} characters`)
		);
	});
}
