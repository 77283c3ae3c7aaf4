import type { Site } from './site-file.ts';

export type SiteWords = Pick<Site, 'name' | 'phone' | 'place' | 'texts'>;
type Texts = Readonly<Record<string, string>>;

/** `{app}`, `{place}`, `{in_place}`, `{of_place}`: the build fills them in. Two braces are a caller's. */
const SITE_WORD = /(?<!{){(\w+)}(?!})/g;

/** What stands for such a word in a language; `undefined` where the site does not say. */
const WORDS: Readonly<Record<string, (site: SiteWords, lang: string) => string | undefined>> = {
	app: ({ name }) => name,
	place: ({ place }, lang) => place[lang]?.name,
	in_place: ({ place }, lang) => place[lang]?.in,
	of_place: ({ place }, lang) => place[lang]?.of
};

/** What to write in `site.json` for a word that it does not give. */
const FORMS: Readonly<Record<string, string>> = { place: 'name', in_place: 'in', of_place: 'of' };

/** Texts that say whom to call after something that must be said anyway. */
const ENDS_WITH_A_CALL: ReadonlySet<string> = new Set(['missing_label', 'overdue']);

/** Without the sentence that names a number: a site may have nobody who answers. */
const withoutCall = (text: string): string =>
	text
		.split(/(?<=[.!?؟。।۔])\s*/u)
		.filter((sentence) => !sentence.includes('{{phone}}'))
		.join(' ');

/**
 * Interface texts in the words of one site. A text that needs a form of the place is left out where the
 * site says nothing in that language, and English stands in for it; where the site says something, but
 * not this form, that is a problem.
 */
export function inWordsOf(
	site: SiteWords,
	sources: ReadonlyMap<string, Texts>,
	files: { readonly site: string; readonly messages: string }
): { filled: Map<string, Texts>; problems: string[] } {
	const problems = unknownTexts(site, sources, files.site);
	const filled = new Map<string, Texts>();
	for (const [lang, own] of sources) {
		const texts: Record<string, string> = {};
		for (const [key, whole] of Object.entries({ ...own, ...site.texts[lang] })) {
			const text = !site.phone && ENDS_WITH_A_CALL.has(key) ? withoutCall(whole) : whole;
			const names = [...text.matchAll(SITE_WORD)].map(([, name = '']) => name);
			const unknown = names.find((name) => !Object.hasOwn(WORDS, name));
			if (unknown !== undefined) {
				const known = Object.keys(WORDS).map((name) => `{${name}}`);
				const place = `${files.messages}/${lang}.json: ${key}`;
				problems.push(`${place}: there is no {${unknown}}, only ${known.join(', ')}`);
				continue;
			}
			const lost = names.find((name) => WORDS[name]?.(site, lang) === undefined);
			if (lost === undefined) {
				texts[key] = text.replace(SITE_WORD, (_, name: string) => WORDS[name]?.(site, lang) ?? '');
			} else if (Object.hasOwn(site.place, lang)) {
				problems.push(
					`${files.site}: place.${lang} needs "${FORMS[lost] ?? ''}", for the text ${key}: "${text}"`
				);
			}
		}
		filled.set(lang, texts);
	}
	return { filled, problems };
}

/** Own texts of a site that no page would ever show. */
function unknownTexts({ texts }: SiteWords, sources: ReadonlyMap<string, Texts>, file: string) {
	const english = sources.get('en') ?? {};
	return Object.entries(texts).flatMap(([lang, own]) => {
		const source = sources.get(lang);
		if (!source) return [`${file}: texts: there is no language "${lang}"`];
		return Object.keys(own)
			.filter((key) => !(key in english) && !(key in source))
			.map((key) => `${file}: texts.${lang}: ${key}: not in en.json`);
	});
}
