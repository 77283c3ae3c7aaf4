import * as v from 'valibot';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { problemAt, type Diagnostic } from '../base/diagnostic.ts';
import { takeOut } from '../base/fix.ts';
import { FRONTS } from './front-matter.ts';
import { parseYaml, type Located, type YamlText } from './yaml/parse-yaml.ts';
import type { SourceParts } from './source-parts.ts';
import { TRANSLATED_FRONTS, translatedFields, type TranslatedKind } from './translated-front.ts';

export type Kind = keyof typeof FRONTS;
export type Front = v.InferOutput<(typeof FRONTS)[Kind]>;

/** The file that a translation is of. */
export interface English {
	readonly text: string;
	/** Absent if it is broken, which is reported there. */
	readonly front?: Located<Front> | undefined;
	/** Below the front matter. */
	readonly body: string;
	/** Hashes of its words; absent with `front`. */
	readonly parts?: SourceParts | undefined;
}

interface ParsedFront {
	readonly front?: Located<Front>;
	/** Fields of a translation that have the words of the English. */
	readonly untranslated?: readonly string[];
	readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads front matter: all fields of an English text, or the words of a translation, which takes the
 * other fields over from the English.
 */
export function parseFront(
	{ kind, lang }: { readonly kind: Kind; readonly lang: LanguageTag },
	yaml: YamlText,
	english: English | undefined
): ParsedFront {
	if (lang !== 'en' && kind !== 'source') return parseTranslated(kind, lang, yaml, english);
	const schema: v.GenericSchema<unknown, Front> = FRONTS[kind];
	const result = parseYaml(schema, yaml);
	return result.ok ? { front: result.located, diagnostics: [] } : result;
}

type Words = v.InferOutput<(typeof TRANSLATED_FRONTS)[TranslatedKind]>;

function parseTranslated(
	kind: TranslatedKind,
	lang: LanguageTag,
	yaml: YamlText,
	english: English | undefined
): ParsedFront {
	const schema: v.GenericSchema<unknown, Words> = TRANSLATED_FRONTS[kind];
	const inherited = Object.keys(FRONTS[kind].entries);
	const result = parseYaml(schema, { ...yaml, inherited });
	if (!english) {
		const missing = problemAt(yaml, 1, 'there is no English text beside it', 'Write en first.');
		return { diagnostics: [missing, ...(result.ok ? [] : result.diagnostics)] };
	}
	if (!result.ok) return result;
	if (!english.front) return { diagnostics: [] };

	const { name, fields: words, lineOf } = result.located;
	const { untranslated, diagnostics } = compareWords(kind, result.located, english.front);
	const fields = v.parse(FRONTS[kind], { ...english.front.fields, ...words, lang });
	return { front: { name, fields, lineOf }, untranslated, diagnostics };
}

/** Finds words that the English has and the translation has not, and reports those that it alone has. */
function compareWords(
	kind: TranslatedKind,
	translated: Located<Words>,
	english: Located<Front>
): { readonly untranslated: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
	const own = new Map<string, unknown>(Object.entries(translated.fields));
	const original = new Map<string, unknown>(Object.entries(english.fields));
	const words = translatedFields(kind);
	const has = (fields: ReadonlyMap<string, unknown>) => (it: string) => Boolean(fields.get(it));
	const added = words.filter((it) => has(own)(it) && !has(original)(it));
	return {
		untranslated: words.filter((it) => has(original)(it) && !has(own)(it)),
		diagnostics: added.map((field) => {
			const problem = `${field} is not in the English`;
			const fixes = [takeOut([field], field)];
			return problemAt(translated, translated.lineOf([field]), problem, 'Delete it here.', fixes);
		})
	};
}
