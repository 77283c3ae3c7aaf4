import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const SOURCES = 'src/messages';
const OUT = 'src/lib/messages/generated';
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** Whole numbers up to here ask for every form that a language has for them. */
const LARGEST_COUNT = 200;

/** One language as translators write it: i18next JSON v4, flat, one key per plural form. */
export type Texts = Readonly<Record<string, string>>;

export interface CompiledMessages {
	/** By tag: English fills the gaps of a translation, and `english` names them. */
	readonly catalogues: ReadonlyMap<
		string,
		{ lang: string; texts: Record<string, string>; english: string[] }
	>;
	/** The module of types: languages, keys, and the parameters of each key. */
	readonly keys: string;
	/** What a translator must mend, one line each. A missing translation is none. */
	readonly problems: readonly string[];
}

const paramsOf = (text: string): string[] =>
	[...text.matchAll(/{{(\w+)}}/g)].map(([, name = '']) => name);

/** The forms whole numbers ask for: `other` of pl and ru is for fractions, `many` of es for millions. */
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

function misnamed(text: string, params: ReadonlySet<string>): boolean {
	// "one guide" may leave the number out
	const given = new Set(paramsOf(text)).add('count');
	return given.symmetricDifference(new Set(params).add('count')).size > 0;
}

/** Checks all languages against English and fills their gaps. Pure. */
export function compileMessages(sources: ReadonlyMap<string, Texts>): CompiledMessages {
	const english = sources.get('en') ?? {};
	const messages = messagesOf(english);
	const catalogues = new Map<
		string,
		{ lang: string; texts: Record<string, string>; english: string[] }
	>();
	const problems: string[] = [];

	for (const [lang, own] of sources) {
		const texts: Record<string, string> = {};
		const missing: string[] = [];
		const unknown = new Set(Object.keys(own));
		for (const [key, params] of messages) {
			const keysIn = (forms: string[]): string[] =>
				key in english ? [key] : forms.map((form) => `${key}_${form}`);
			for (const one of keysIn(FORMS)) unknown.delete(one);
			const isWhole = keysIn(formsOf(lang)).every((one) => own[one]);
			if (!isWhole) missing.push(key);
			for (const one of keysIn(FORMS)) {
				const text = (isWhole ? own : english)[one];
				if (text === undefined) continue;
				texts[one] = text;
				if (!misnamed(text, params)) continue;
				const needed = [...params].map((name) => `{{${name}}}`).join(', ') || 'no parameter';
				problems.push(`${SOURCES}/${lang}.json: ${one}: needs exactly ${needed}`);
			}
		}
		for (const key of unknown) problems.push(`${SOURCES}/${lang}.json: ${key}: not in en.json`);
		catalogues.set(lang, { lang, texts, english: missing });
	}
	return { catalogues, keys: keysModule([...sources.keys()], messages), problems };
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

/** What the picker says in the phone's own language, before there is a catalogue of it. */
function pickerModule(sources: ReadonlyMap<string, Texts>): string {
	const texts = [...sources].flatMap(([tag, { picker_title: title, picker_own: own }]) =>
		title && own ? [[tag, { title, own }]] : []
	);
	const type = 'Readonly<Partial<Record<Language, { title: string; own: string }>>>';
	const table = JSON.stringify(Object.fromEntries(texts));
	return `import type { Language } from './keys.ts';\nexport const picker: ${type} = ${table};\n`;
}

/** A file that is no JSON is a problem among others: an editor's preview goes on with the rest. */
function readCatalogues(): { sources: Map<string, Texts>; problems: string[] } {
	const sources = new Map<string, Texts>();
	const problems: string[] = [];
	for (const name of readdirSync(SOURCES).filter((it) => it.endsWith('.json'))) {
		try {
			const texts = JSON.parse(readFileSync(`${SOURCES}/${name}`, 'utf8')) as Texts;
			sources.set(name.slice(0, -'.json'.length), texts);
		} catch (error) {
			problems.push(`${SOURCES}/${name}: ${(error as SyntaxError).message}`);
		}
	}
	return { sources, problems };
}

/** Compiles `src/messages` into the modules of the app, and gives what a translator must mend. */
export function writeMessages({ print = (_line: string): void => undefined } = {}): string[] {
	const { sources, problems: unread } = readCatalogues();
	// the catalogues of before stay: with a language less, the app would not compile at all
	if (unread.length > 0) return unread;
	const { catalogues, keys, problems } = compileMessages(sources);
	mkdirSync(OUT, { recursive: true });
	for (const [tag, catalogue] of catalogues) {
		writeFileSync(`${OUT}/${tag}.json`, JSON.stringify(catalogue));
	}
	writeFileSync(`${OUT}/keys.ts`, keys);
	writeFileSync(`${OUT}/picker.ts`, pickerModule(sources));

	const gaps = [...catalogues.values()].filter(({ english }) => english.length > 0);
	const counts = gaps.map(({ lang, english }) => `${lang} ${String(english.length)}`);
	if (counts.length > 0) print(`Not translated, shown in English: ${counts.join(', ')}`);
	return [...problems];
}

if (import.meta.main) {
	const problems = writeMessages({ print: (line) => console.log(line) });
	for (const problem of problems) console.error(problem);
	process.exitCode = problems.length > 0 ? 1 : 0;
}
