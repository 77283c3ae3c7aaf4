import type { Article, Term } from '#lib/edition/article.ts';
import { toCard, type Card } from '#lib/edition/card.ts';
import { isLanguageTag, type LanguageTag } from '#lib/edition/language-tags.ts';
import { Refusal } from '../../compiler/base/refusal.ts';
import { compileDirective, compileGuide } from '../../compiler/compile/compile-article.ts';
import { compileTerm } from '../../compiler/compile/compile-small-kinds.ts';
import { allInLanguage } from '../../compiler/compile/select-language.ts';
import type { Corpus } from '../../compiler/read/corpus.ts';
import { parseCorpus } from '../../compiler/read/parse-corpus.ts';
import { ParsedBefore } from '../../compiler/read/parsed-before.ts';
import { overlaid, type Sources } from '../../compiler/read/source-file.ts';

/** What the reader's page of an article is made of. */
export interface PreviewedArticle {
	readonly article: Article;
	readonly cards: readonly Card[];
	readonly terms: readonly Term[];
}

/** The rest of the content, in one language. */
interface Around {
	readonly corpus: Corpus;
	readonly cards: readonly Card[];
	readonly terms: readonly Term[];
}

/** No file of an edition: nothing here is one. */
const NO_HASH = '0'.repeat(64);
const PUBLISHER = 'publisher.json';

/**
 * Compiles one article from a text in memory, against a corpus that was read before. The compiler's own
 * parser and renderer do it, on this one file and its English: 10 ms instead of the seconds of a corpus.
 */
export class ArticlePreview {
	readonly #read: () => Sources;
	#sources: Sources | undefined;
	#made: { readonly key: string; readonly files: Sources } | undefined;
	readonly #before = new ParsedBefore();
	readonly #around = new Map<LanguageTag, Around>();

	/** `read` gives the files of the content as they are on disk. */
	constructor(read: () => Sources) {
		this.#read = read;
	}

	/** Files have changed: they are read again when somebody looks. */
	forget(): void {
		this.#sources = this.#made = undefined;
		this.#around.clear();
	}

	/** `undefined` while the text cannot be shown: a field is half typed. `over`: other texts of the draft. */
	compile(
		path: string,
		text: string,
		over: ReadonlyMap<string, string> = new Map()
	): PreviewedArticle | undefined {
		const lang = languageOf(path);
		if (lang === undefined || !path.endsWith('.md')) return undefined;
		const others = [...over].filter(([name]) => name !== path);
		const files = this.#with(others);
		const { corpus, cards, terms } = this.#aroundOf(lang, files);
		const english = path.replace(/[^/]+$/, 'en.md');
		const own = files.filter(
			(file) => file.path === PUBLISHER || (file.path === english && path !== english)
		);
		const parsed = parseCorpus([...own, { path, name: path, text }]).value;
		const [article] = compileAll(parsed, lang, corpus);
		// English stands in for a translation that cannot be read, and is not what was asked for
		if (article?.lang !== lang) return undefined;
		const card = toCard(article, NO_HASH);
		return { article, cards: [...cards.filter(({ id }) => id !== card.id), card], terms };
	}

	/**
	 * The files with the other texts of a draft. While somebody types in one file, those stay as they are,
	 * and so does what was made of them.
	 */
	#with(others: readonly (readonly [path: string, text: string])[]): Sources {
		const key = JSON.stringify(others);
		if (this.#made?.key !== key) {
			this.#around.clear();
			const files = overlaid((this.#sources ??= this.#read()), new Map(others), '.');
			this.#made = { key, files };
		}
		return this.#made.files;
	}

	/** Of fifteen languages two are enough for one page. */
	#aroundOf(lang: LanguageTag, all: Sources): Around {
		const known = this.#around.get(lang);
		if (known) return known;
		const files = all.filter(({ path }) => {
			const [, own] = /^[a-z]+\/[\w-]+\/([\w-]+)\.\w+$/.exec(path) ?? [];
			return own === undefined || own === 'en' || own === lang;
		});
		const corpus = parseCorpus(files, this.#before).value;
		const around = {
			corpus,
			cards: compileAll(corpus, lang, corpus).map((article) => toCard(article, NO_HASH)),
			terms: allInLanguage(corpus.terms, lang, corpus).map(compileTerm)
		};
		this.#around.set(lang, around);
		return around;
	}
}

/** All articles of `from` that a reader of a language gets, with what they name in `corpus`. */
function compileAll(from: Corpus, lang: LanguageTag, corpus: Corpus): Article[] {
	const guides = allInLanguage(from.guides, lang, corpus).map((text) => {
		const english = from.guides.get(text.slug)?.get('en') ?? text;
		return shown(() => compileGuide({ text, english }, corpus));
	});
	const directives = allInLanguage(from.directives, lang, corpus).map((text) => {
		const english = from.directives.get(text.slug)?.get('en') ?? text;
		return shown(() => compileDirective({ text, english }, corpus));
	});
	return [...guides, ...directives].filter((article) => article !== undefined);
}

/** A field that the page cannot do without is missing while it is typed. */
function shown(compile: () => Article): Article | undefined {
	try {
		return compile();
	} catch (error) {
		if (error instanceof Refusal) return undefined;
		throw error;
	}
}

function languageOf(path: string): LanguageTag | undefined {
	const [, lang = ''] = /\/([\w-]+)\.\w+$/.exec(path) ?? [];
	return isLanguageTag(lang) ? lang : undefined;
}
