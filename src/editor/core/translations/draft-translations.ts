import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { isTranslator } from '../../../compiler/approvals/approvals.ts';
import { pastTexts } from '../../../compiler/approvals/last-authors.ts';
import { glossaryOf } from '../../../compiler/check/words/glossary.ts';
import { textFiles, type TextFiles } from '../../../compiler/exchange/to-exchange.ts';
import type { Corpus } from '../../../compiler/read/corpus.ts';
import { parseCorpus } from '../../../compiler/read/parse-corpus.ts';
import { placeOf } from '../../../compiler/read/parse-source.ts';
import type { SourceFile } from '../../../compiler/read/source-file.ts';
import { isDraft } from '../../../compiler/text/translation-state.ts';
import { readingOf, SCALES } from '../../../compiler/text/reading.ts';
import type { EditorDiagnostic } from '../contract/diagnostics.ts';
import type {
	CheckedResult,
	TermChoice,
	TranslateRequest,
	TranslateResult,
	TranslationView
} from '../contract/translations.ts';
import type { DraftContent } from '../content/draft-content.ts';
import type { DraftFolder } from '../drafts/draft-folder.ts';
import { applyEdit } from '../edits/apply-edit.ts';
import { PastEnglish } from './past-english.ts';
import { pairedLines, toTranslatedLine, type PairedLine } from './translated-lines.ts';
import { translateLine } from './translate-line.ts';

interface Pair {
	readonly files: TextFiles;
	readonly english: SourceFile;
	readonly lang: LanguageTag;
	/** The two texts alone. */
	readonly corpus: Corpus;
}

/** Translations as a draft has them, each beside its English. */
export class DraftTranslations {
	readonly #content: DraftContent;
	readonly #drafts: DraftFolder;
	readonly #check: (path: string, text: string, draft?: string) => EditorDiagnostic[];
	readonly #past: PastEnglish;

	constructor(
		content: DraftContent,
		drafts: DraftFolder,
		check: (path: string, text: string, draft?: string) => EditorDiagnostic[]
	) {
		this.#content = content;
		this.#drafts = drafts;
		this.#check = check;
		this.#past = new PastEnglish((path) => this.#pastTexts(path));
	}

	/** `undefined`: this path is of no translation, or its English cannot be read. */
	view(path: string, draft: string | undefined): TranslationView | undefined {
		const pair = this.#pair(path, draft);
		if (!pair) return undefined;
		const { files, english, lang, corpus } = pair;
		const lines = pairedLines(files);
		const { own } = files;
		const made = own?.translation;
		const reading = readingIn(corpus, lang);
		return {
			...{ path, englishPath: english.path, lang },
			title: lines[0]?.english ?? path,
			...(made && {
				made: {
					...{ method: made.method, by: made.by, on: made.on },
					...(!isDraft(made) && made.checkedBy !== undefined && { checkedBy: made.checkedBy })
				}
			}),
			lines: lines.map((line) =>
				toTranslatedLine(line, (hash) => this.#past.wordsOf(english.path, hash))
			),
			terms: termsIn(lines, lang, this.#content.lastCorpus(draft)),
			...(reading && { reading }),
			diagnostics: own ? this.#check(path, own.text, draft) : []
		};
	}

	translate({ draft, path, line, was, words, by }: TranslateRequest): TranslateResult {
		const pair = this.#pair(path, draft);
		if (!pair) return { state: 'refused', said: 'its English cannot be read' };
		const kept = this.#drafts.open(draft, path);
		const now = pairedLines(pair.files).find(({ id }) => id === line);
		if (now && now.target !== was && now.target !== words) {
			return this.#shown(path, draft, (view) => ({ state: 'conflict', by: kept?.by ?? '', view }));
		}
		const on = this.#content.today(this.#content.lastCorpus(draft));
		const made = translateLine(pair.files, { line, words, by, on });
		if ('problem' in made) return { state: 'refused', said: made.problem };
		if ('text' in made) this.#drafts.put(draft, path, made.text, by);
		return this.#shown(path, draft, (view) => ({ state: 'kept', view }));
	}

	/** A second person has compared all of it with the English. */
	setChecked(draft: string, path: string, by: string): CheckedResult {
		const pair = this.#pair(path, draft);
		const { own } = pair?.files ?? {};
		if (!pair || !own?.translation) return { state: 'refused', reason: 'not-there' };
		if (isTranslator(by, own.translation)) return { state: 'refused', reason: 'own' };
		if (pairedLines(pair.files).some(({ state }) => state !== 'same')) {
			return { state: 'refused', reason: 'unfinished' };
		}
		const checkedOn = this.#content.today(this.#content.lastCorpus(draft));
		const checked = { method: 'human', checkedBy: by, checkedOn };
		const edits = Object.entries(checked).map(
			([name, value]) => ({ type: 'set-field', path: ['translation', name], value }) as const
		);
		const edited = applyEdit(path, own.text, { type: 'all', edits });
		if (!edited.ok) return { state: 'refused', reason: 'not-there' };
		this.#drafts.put(draft, path, edited.value.text, by);
		const view = this.view(path, draft);
		return view ? { state: 'kept', view } : { state: 'refused', reason: 'not-there' };
	}

	/** What was committed may be the English that a translation is of. */
	forget(): void {
		this.#past.forget();
	}

	#shown(
		path: string,
		draft: string,
		result: (view: TranslationView) => TranslateResult
	): TranslateResult {
		const view = this.view(path, draft);
		return view ? result(view) : { state: 'refused', said: 'its English cannot be read' };
	}

	#pair(path: string, draft: string | undefined): Pair | undefined {
		const english = this.#content.english(path, draft);
		const { folder, before } = this.#content;
		const text = this.#content.text(path, draft);
		const place = placeOf(folder.fileOf(path, text ?? ''));
		if (!english || !place || 'problem' in place) return undefined;
		const sources = text === undefined ? [english] : [english, folder.fileOf(path, text)];
		const { value: corpus } = parseCorpus(sources, before);
		const [files] = textFiles(sources, corpus, place.lang);
		return files && { files, english, lang: place.lang, corpus };
	}

	/** Of the folder, which a draft may be ahead of, and of its history. */
	*#pastTexts(path: string): Generator<string> {
		const own = this.#content.folder.text(path);
		if (own === undefined) return;
		yield own;
		yield* pastTexts(this.#content.folder.fileOf(path, own).name);
	}
}

/** Concepts of the glossary that lines of the English have, with the word of the language. */
function termsIn(lines: readonly PairedLine[], lang: LanguageTag, corpus: Corpus): TermChoice[] {
	return glossaryOf(corpus).flatMap(({ slug, en }): TermChoice[] => {
		const having = lines.filter(({ english }) => en.test(english)).map(({ id }) => id);
		const texts = corpus.terms.get(slug);
		const english = texts?.get('en')?.fields;
		if (having.length === 0 || !english) return [];
		const own = texts?.get(lang)?.fields;
		const isChecked = own?.translation !== undefined && !isDraft(own.translation);
		return [
			{
				...{ slug, english: english.term, plain: english.plain, isChecked, lines: having },
				...(own && { own: own.term })
			}
		];
	});
}

function readingIn({ bodies }: Corpus, lang: LanguageTag): TranslationView['reading'] {
	const scale = SCALES[lang];
	const body = bodies.find((it) => it.lang === lang);
	const limit = scale?.limits.steps;
	if (!scale || !body || limit === undefined) return undefined;
	const { score } = readingOf(body).steps;
	const steps = Number.isFinite(score) ? Math.round(score * 10) / 10 : null;
	return { scale: scale.name, steps, limit, isLowHard: scale.hardest === 'lowest' };
}
