import { dayIn } from '../../../compiler/base/days.ts';
import type { Diagnostic } from '../../../compiler/base/diagnostic.ts';
import type { Corpus } from '../../../compiler/read/corpus.ts';
import { parseCorpus } from '../../../compiler/read/parse-corpus.ts';
import { ParsedBefore } from '../../../compiler/read/parsed-before.ts';
import type { Overlay, SourceFile } from '../../../compiler/read/source-file.ts';
import type { DraftFolder } from '../drafts/draft-folder.ts';
import type { ContentFolder } from './content-folder.ts';

/** For how long what was read of the folder is taken for what is there: the checks look again. */
const FRESH_MS = 5000;

/** The content as a draft has it: its texts, and the corpus that they make. */
export class DraftContent {
	readonly folder: ContentFolder;
	readonly #drafts: DraftFolder;
	readonly #now: () => Date;
	readonly #before = new ParsedBefore();
	#read: { readonly key: string; readonly corpus: Corpus; readonly at: number } | undefined;

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
		if (this.#read?.key === key && at - this.#read.at < FRESH_MS) return this.#read.corpus;
		const { corpus } = this.parse(draft);
		this.#read = { key, corpus, at };
		return corpus;
	}

	parse(draft: string | undefined): {
		readonly corpus: Corpus;
		readonly diagnostics: readonly Diagnostic[];
	} {
		const parsed = parseCorpus(this.folder.sources(this.over(draft)), this.#before);
		return { corpus: parsed.value, diagnostics: parsed.diagnostics };
	}

	/**
	 * What a single text is checked beside: the last corpus that was read, however old, because a key
	 * must be answered at once.
	 */
	lastCorpus(draft: string | undefined): Corpus {
		return this.#read?.corpus ?? this.corpus(draft);
	}

	get before(): ParsedBefore {
		return this.#before;
	}

	today(corpus: Corpus): string {
		return dayIn(corpus.site.fields.timeZone, this.#now());
	}
}
