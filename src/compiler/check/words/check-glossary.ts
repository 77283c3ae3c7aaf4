import { isMarkedCurrent, type Translatable } from '../../text/translation-state.ts';
import type { Corpus, Languages, SmallText } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { GLOSSARY, type Concept } from './glossary.ts';
import { proseOf, type Prose } from '../../text/prose.ts';
import type { TermFront } from '../../read/front-matter.ts';

/** The words of a file, by field and block. */
type Places = ReadonlyMap<string, readonly Prose[]>;

/**
 * One word for each concept, in Spanish, too: where the English uses a term of the glossary, the Spanish
 * uses the Spanish one. Skips concepts without a term in `terms/`, and translations that are behind.
 */
export function* checkGlossary(corpus: Corpus): Generator<Diagnostic> {
	const files = placesByFile(corpus);
	const pairs = currentPairs(corpus).map(({ english, spanish }) => ({
		english: files.get(english) ?? NOTHING,
		spanish: files.get(spanish) ?? NOTHING
	}));
	for (const concept of GLOSSARY) {
		const term = corpus.terms.get(concept.slug);
		const word = term?.get('es')?.fields.term;
		if (!term || word === undefined) continue;
		yield* checkTerm(concept, term);
		for (const { english, spanish } of pairs) {
			yield* checkPair({ concept, word, english, spanish });
		}
	}
}

/** The term that readers learn is one that the check's own pattern matches. */
function* checkTerm(
	concept: Concept,
	term: Languages<SmallText<TermFront>>
): Generator<Diagnostic> {
	for (const lang of ['en', 'es'] as const) {
		const text = term.get(lang);
		if (!text || concept[lang].test(text.fields.term)) continue;
		const problem = `"${text.fields.term}" is not the word that the check knows for this concept`;
		const remedy = 'Put the new word into src/compiler/check/words/glossary.ts, too.';
		yield problemAt(text, text.lineOf(['term']), problem, remedy);
	}
}

interface Pair {
	readonly concept: Concept;
	/** The Spanish word. */
	readonly word: string;
	readonly english: Places;
	readonly spanish: Places;
}

function* checkPair({ concept, word, english, spanish }: Pair): Generator<Diagnostic> {
	const whole = [...spanish.values()].flat();
	for (const [place, texts] of english) {
		const found = texts
			.map(({ text }) => concept.en.exec(text)?.[0])
			.find((it) => it !== undefined);
		const translated = spanish.get(place) ?? [];
		const [first] = translated;
		if (found === undefined || !first) continue;
		const looked = concept.within === 'block' ? translated : whole;
		if (looked.some(({ text }) => concept.es.test(text))) continue;
		const problem = `the English has "${found}" here, and the Spanish not its "${word}"`;
		const remedy = `Use the word of terms/${concept.slug}, or another in the English if it means something else.`;
		yield problemAt(first, first.line, problem, remedy);
		if (concept.within === 'text') return;
	}
}

const NOTHING: Places = new Map();

function placesByFile(corpus: Corpus): ReadonlyMap<string, Places> {
	const files = new Map<string, Map<string, Prose[]>>();
	for (const prose of proseOf(corpus)) {
		const places = files.get(prose.name) ?? new Map<string, Prose[]>();
		places.set(prose.place, [...(places.get(prose.place) ?? []), prose]);
		files.set(prose.name, places);
	}
	return files;
}

interface Named {
	readonly english: string;
	readonly spanish: string;
}

/** File names of each Spanish text that is not behind, with its English. */
function currentPairs({ guides, directives, contacts, terms, changes }: Corpus): Named[] {
	const families = [guides, directives, contacts, terms, changes];
	return families.flatMap((family) =>
		[...family.values()].flatMap((texts: Languages<Translatable>) => {
			const [english, spanish] = [texts.get('en'), texts.get('es')];
			if (!english || !spanish || !isMarkedCurrent(spanish)) return [];
			return [{ english: english.name, spanish: spanish.name }];
		})
	);
}
