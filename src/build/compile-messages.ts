import { placeOf } from '../lib/messages/place-of.ts';
import { findSeeds } from './find-seeds.ts';
import { inWordsOf, type SiteWords } from './site/in-words-of.ts';

/** Where the sources are, for what a translator must mend. */
export const SOURCES = 'src/messages';
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** Whole numbers up to here ask for every form that a language has for them. */
const LARGEST_COUNT = 200;

/** One language as translators write it: i18next JSON v4, flat, one key per plural form. */
export type Texts = Readonly<Record<string, string>>;

/** A text, or one for each plural form. */
type Text = string | Record<string, string>;

/** What a phone fetches of one language: as `src/lib/messages/translate.ts` reads it. */
interface Catalogue {
	readonly lang: string;
	/** Where the text of a key stands: no catalogue has names. */
	readonly seeds: readonly number[];
	readonly texts: readonly Text[];
	/** Places of the gaps that English fills. */
	readonly english: readonly number[];
}

export interface CompiledMessages {
	/** By tag. */
	readonly catalogues: ReadonlyMap<string, Catalogue>;
	/** The module of types: languages, keys, and the parameters of each key. */
	readonly keys: string;
	/** The module of what is said before there is a catalogue. */
	readonly firstWords: string;
	/** What a translator must mend, one line each. A missing translation is none. */
	readonly problems: readonly string[];
}

const paramsOf = (text: string): string[] =>
	[...text.matchAll(/{{(\w+)}}/g)].map(([, name = '']) => name);

/** The plural forms of whole numbers: `other` of pl and ru is for fractions, `many` of es for millions. */
function formsOf(tag: string): string[] {
	if (Intl.PluralRules.supportedLocalesOf(tag).length === 0) return ['other'];
	const rules = new Intl.PluralRules(tag);
	const counts = Array.from({ length: LARGEST_COUNT + 1 }, (_, count) => count);
	return [...new Set(counts.map((count) => rules.select(count)))];
}

/** key → parameters. A plural is one key: `articles` for `articles_one` and `articles_other`. */
function messagesOf(english: Texts): Map<string, Set<string>> {
	const messages = new Map<string, Set<string>>();
	for (const [key, text] of Object.entries(english)) {
		const base = key.replace(/_(one|other)$/, '');
		const isPlural = `${base}_one` in english && `${base}_other` in english;
		messages.set(
			isPlural ? base : key,
			new Set(isPlural ? ['count', ...paramsOf(text)] : paramsOf(text))
		);
	}
	return messages;
}

/** The keys of all messages, in the order of the English. */
export const messageKeys = (english: Texts): string[] => [...messagesOf(english).keys()];

function misnamed(text: string, params: ReadonlySet<string>): boolean {
	// "one guide" may leave the number out
	const given = new Set(paramsOf(text)).add('count');
	return given.symmetricDifference(new Set(params).add('count')).size > 0;
}

/** Checks all languages against English, fills their gaps, and says them in the words of one site. */
export function compileMessages(
	translated: ReadonlyMap<string, Texts>,
	site: SiteWords,
	siteFile: string
): CompiledMessages {
	const files = { site: siteFile, messages: SOURCES };
	const { filled: sources, problems } = inWordsOf(site, translated, files);
	const english = sources.get('en') ?? {};
	const messages = messagesOf(english);
	const catalogues = new Map<string, Catalogue>();
	const seeds = findSeeds([...messages.keys()]);
	const place = (key: string): number => placeOf(key, seeds, messages.size);

	for (const [lang, own] of sources) {
		const texts: Text[] = [];
		const missing: number[] = [];
		const unknown = new Set(Object.keys(own));
		for (const [key, params] of messages) {
			const keysIn = (forms: string[]): string[] =>
				key in english ? [key] : forms.map((form) => `${key}_${form}`);
			for (const one of keysIn(FORMS)) unknown.delete(one);
			const isWhole = keysIn(formsOf(lang)).every((one) => own[one]);
			if (!isWhole) missing.push(place(key));
			const forms: Record<string, string> = {};
			for (const one of keysIn(FORMS)) {
				const text = (isWhole ? own : english)[one];
				// an empty one is what a translators' tool writes for a form that nobody has translated
				if (!text) continue;
				forms[one.slice(key.length + 1)] = text;
				if (!misnamed(text, params)) continue;
				const needed = [...params].map((name) => `{{${name}}}`).join(', ') || 'no parameter';
				problems.push(`${SOURCES}/${lang}.json: ${one}: needs exactly ${needed}`);
			}
			texts[place(key)] = forms[''] ?? forms;
		}
		for (const key of unknown) problems.push(`${SOURCES}/${lang}.json: ${key}: not in en.json`);
		catalogues.set(lang, { lang, seeds, texts, english: missing });
	}
	const keys = keysModule([...sources.keys()], messages);
	return { catalogues, keys, firstWords: firstWordsModule(sources), problems };
}

function keysModule(tags: string[], messages: ReadonlyMap<string, ReadonlySet<string>>): string {
	const typeOf = (name: string): string => (name === 'count' ? 'number' : 'string');
	const lines = [...messages].map(([key, params]) => {
		const fields = [...params].map((name) => `${name}: ${typeOf(name)}`);
		return `\t${key}: ${fields.length > 0 ? `[{ ${fields.join('; ')} }]` : '[]'};`;
	});
	const language = `export type Language = ${tags.map((tag) => `'${tag}'`).join(' | ')};`;
	return `${language}\nexport interface Messages {\n${lines.join('\n')}\n}\n`;
}

/** What is said in a language before its catalogue is here, or where it never was: a few sentences. */
function firstWordsModule(sources: ReadonlyMap<string, Texts>): string {
	const texts = [...sources].flatMap(
		([tag, { picker_title: title, picker_own: own, stand_in: standIn }]) =>
			title && own && standIn ? [[tag, { title, own, standIn }]] : []
	);
	const words = '{ title: string; own: string; standIn: string }';
	const type = `Readonly<Partial<Record<Language, ${words}>>>`;
	const table = JSON.stringify(Object.fromEntries(texts));
	return `import type { Language } from './keys.ts';\nexport const firstWords: ${type} = ${table};\n`;
}
