import type { Language, Messages } from './generated/keys.ts';

/** One language as built: texts by key and plural form, and the keys that are still English. */
export interface Catalogue {
	readonly lang: Language;
	readonly texts: Readonly<Record<string, string>>;
	readonly english: readonly string[];
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
export function translator({ lang, texts, english }: Catalogue): Translate {
	const ownForm = formsOf(lang);
	const englishForm = formsOf('en');
	const missing = new Set(english);

	const translate = (key: string, params: Record<string, string | number> = {}): string => {
		const form = (missing.has(key) ? englishForm : ownForm)(Number(params['count'] ?? 0));
		const text = texts[key] ?? texts[`${key}_${form}`] ?? texts[`${key}_other`] ?? key;
		return fillText(text, params);
	};
	const langOf = (key: string): 'en' | undefined => (missing.has(key) ? 'en' : undefined);
	return Object.assign(translate, { lang, langOf });
}
