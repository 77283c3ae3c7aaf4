import { sortDiagnostics, type Diagnostic } from '../../../compiler/base/diagnostic.ts';
import { TEXT_CHECKS } from '../../../compiler/check/check-corpus.ts';
import { dayAt, type Corpus } from '../../../compiler/read/corpus.ts';
import { parseCorpus } from '../../../compiler/read/parse-corpus.ts';
import { ParsedBefore } from '../../../compiler/read/parsed-before.ts';
import type { Overlay, SourceFile } from '../../../compiler/read/source-file.ts';
import type { DraftFolder } from '../drafts/draft-folder.ts';
import type { ContentFolder } from './content-folder.ts';

/** For how long what was read of the folder is taken for what is there: the checks look again. */
const FRESH_MS = 5000;

interface Read {
	/** The texts of the draft. */
	readonly key: string;
	readonly corpus: Corpus;
	readonly at: number;
}

/** The content as a draft has it: its texts, and the corpus that they make. */
export class DraftContent {
	readonly folder: ContentFolder;
	readonly #drafts: DraftFolder;
	readonly #now: () => Date;
	readonly #before = new ParsedBefore();
	/** What was read last, for each draft and for the folder alone. */
	readonly #read = new Map<string | undefined, Read>();

	constructor(folder: ContentFolder, drafts: DraftFolder, now: () => Date) {
		this.folder = folder;
		this.#drafts = drafts;
		this.#now = now;
	}

	/** The texts that a draft has in the place of others. */
	over(draft: string | undefined): Overlay {
		const texts = draft === undefined ? [] : this.#drafts.texts(draft);
		return new Map(texts.map(({ path, text }) => [path, text]));
	}

	text(path: string, draft: string | undefined): string | undefined {
		const own = draft === undefined ? undefined : this.#drafts.text(draft, path);
		return own?.text ?? this.folder.text(path);
	}

	/** The file that a translation stands beside; `undefined` for the English itself. */
	english(path: string, draft: string | undefined): SourceFile | undefined {
		const original = path.replace(/[^/]+(\.\w+)$/, 'en$1');
		if (original === path || path.startsWith('sources/')) return undefined;
		const text = this.text(original, draft);
		return text === undefined ? undefined : this.folder.fileOf(original, text);
	}

	/** As it is in the folder now, with the draft over it. */
	corpus(draft: string | undefined): Corpus {
		const over = this.over(draft);
		const key = JSON.stringify([...over]);
		const at = this.#now().getTime();
		const last = this.#read.get(draft);
		if (last?.key === key && at - last.at < FRESH_MS) return last.corpus;
		const { corpus } = this.parse(draft);
		this.#read.set(draft, { key, corpus, at });
		return corpus;
	}

	parse(draft: string | undefined): {
		readonly corpus: Corpus;
		readonly diagnostics: readonly Diagnostic[];
	} {
		const parsed = parseCorpus(this.folder.sources(this.over(draft)), this.#before);
		return { corpus: parsed.value, diagnostics: parsed.diagnostics };
	}

	/** What is wrong with files that are not in the draft yet, each as the compiler reads it. */
	problemsWith(draft: string | undefined, files: Overlay): Diagnostic[] {
		const sources = this.folder.sources(new Map([...this.over(draft), ...files]));
		const { value: corpus, diagnostics } = parseCorpus(sources, this.#before);
		const names = new Set([...files.keys()].map((path) => this.folder.fileOf(path, '').name));
		const found = TEXT_CHECKS.flatMap((check) => [...check(corpus)]);
		return sortDiagnostics([...diagnostics, ...found].filter(({ file }) => names.has(file)));
	}

	/**
	 * What a single text is checked beside: the last corpus that was read of this draft, however old,
	 * because a key must be answered at once.
	 */
	lastCorpus(draft: string | undefined): Corpus {
		return this.#read.get(draft)?.corpus ?? this.corpus(draft);
	}

	/** A draft is gone, and another one may get its name. */
	forget(draft: string): void {
		this.#read.delete(draft);
	}

	get before(): ParsedBefore {
		return this.#before;
	}

	today(corpus: Corpus): string {
		return dayAt(corpus, this.#now());
	}
}
