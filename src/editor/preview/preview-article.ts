import type { Article, Term } from '#lib/edition/article.ts';
import { toCard, type Card } from '#lib/edition/card.ts';
import { isLanguageTag, type LanguageTag } from '#lib/edition/language-tags.ts';
import { Refusal } from '../../compiler/base/refusal.ts';
import { compileDirective, compileGuide } from '../../compiler/compile/compile-article.ts';
import { compileTerm } from '../../compiler/compile/compile-small-kinds.ts';
import { allInLanguage } from '../../compiler/compile/select-language.ts';
import type { Corpus } from '../../compiler/read/corpus.ts';
import { parseCorpus } from '../../compiler/read/parse-corpus.ts';
import type { Sources } from '../../compiler/read/source-file.ts';

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
	readonly #around = new Map<LanguageTag, Around>();

	/** `read` gives the files of the content as they are on disk. */
	constructor(read: () => Sources) {
		this.#read = read;
	}

	/** Files have changed: they are read again when somebody looks. */
	forget(): void {
		this.#sources = undefined;
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
		const { corpus, cards, terms } = this.#aroundOf(lang);
		const english = path.replace(/[^/]+$/, 'en.md');
		const own = this.#files()
			.filter((file) => file.path === PUBLISHER || (file.path === english && path !== english))
			.map((file) => ({ ...file, text: over.get(file.path) ?? file.text }));
		const parsed = parseCorpus([...own, { path, name: path, text }]).value;
		const [article] = compileAll(parsed, lang, corpus);
		// English stands in for a translation that cannot be read, and is not what was asked for
		if (article?.lang !== lang) return undefined;
		const card = toCard(article, NO_HASH);
		return { article, cards: [...cards.filter(({ id }) => id !== card.id), card], terms };
	}

	#files(): Sources {
		return (this.#sources ??= this.#read());
	}

	/** Of fifteen languages two are enough for one page. */
	#aroundOf(lang: LanguageTag): Around {
		const known = this.#around.get(lang);
		if (known) return known;
		const files = this.#files().filter(({ path }) => {
			const [, own] = /^[a-z]+\/[\w-]+\/([\w-]+)\.\w+$/.exec(path) ?? [];
			return own === undefined || own === 'en' || own === lang;
		});
		const corpus = parseCorpus(files).value;
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
