import type { Language, Messages } from './generated/keys.ts';
import { placeOf } from './place-of.ts';

/** A text, or one for each plural form. */
type Text = string | Readonly<Record<string, string>>;

/** One language as built: texts in the places of their keys, and the places of those still in English. */
export interface Catalogue {
	readonly lang: Language;
	readonly seeds: readonly number[];
	readonly texts: readonly Text[];
	readonly english: readonly number[];
}

/** `t('as_of', { date })`, in one language. Two of them can live side by side. */
export interface Translate {
	<Key extends keyof Messages>(key: Key, ...params: Messages[Key]): string;
	/** `en` where the translation is missing: the `lang` of the element that shows it. */
	readonly langOf: (key: keyof Messages) => 'en' | undefined;
	readonly lang: Language;
}

/** Without rules of its own (ht) a language would get those of the phone. */
function formsOf(lang: Language): (count: number) => string {
	if (Intl.PluralRules.supportedLocalesOf(lang).length === 0) return () => 'other';
	const rules = new Intl.PluralRules(lang);
	return (count) => rules.select(count);
}

/** Puts values into the places of a text: `{{date}}`. */
export const fillText = (text: string, params: Readonly<Record<string, string | number>>): string =>
	text.replace(/{{(\w+)}}/g, (_, name: string) => String(params[name]));

/** Used by page, worker and plain Node alike: it reaches for nothing but `Intl.PluralRules`. */
export function translator({ lang, seeds, texts, english }: Catalogue): Translate {
	const ownForm = formsOf(lang);
	const englishForm = formsOf('en');
	const missing = new Set(english);
	const place = (key: string): number => placeOf(key, seeds, texts.length);

	const translate = (key: string, params: Record<string, string | number> = {}): string => {
		const at = place(key);
		const text = texts[at] ?? key;
		if (typeof text === 'string') return fillText(text, params);
		const form = (missing.has(at) ? englishForm : ownForm)(Number(params['count'] ?? 0));
		return fillText(text[form] ?? text['other'] ?? key, params);
	};
	const langOf = (key: string): 'en' | undefined => (missing.has(place(key)) ? 'en' : undefined);
	return Object.assign(translate, { lang, langOf });
}
