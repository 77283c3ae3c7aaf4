import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { languagesInUse } from '#lib/storage/read/installed-languages.ts';
import { checkCode, keepCode } from './ask-worker.ts';
import type { CodeState } from './code-state.ts';

export interface KeptCodeOptions {
	readonly open: OpenDatabase;
	readonly onChecked: (code: KeptCode) => void;
	/** Calls back when the worker finds no room for the code. */
	readonly onFull: (callback: () => void) => void;
	/** Nothing is kept after it. */
	readonly signal: AbortSignal;
}

/** What this tab knows of the code in the worker's cache, for one language at a time. */
export class KeptCode {
	/** As the worker said when it was last asked: until it has answered, nothing is called ready. */
	state: CodeState = 'missing';
	/** The phone had no room for it since it was last asked for by the reader. */
	isFull = false;
	readonly #options: KeptCodeOptions;
	#asked = 0;
	#keeping = Promise.resolve();

	constructor(options: KeptCodeOptions) {
		this.#options = options;
		options.onFull(() => {
			this.isFull = true;
			if (!options.signal.aborted) options.onChecked(this);
		});
	}

	/** Another language has other interface texts. */
	forget(): void {
		this.#asked += 1;
		this.state = 'missing';
	}

	/** Asks the worker. Only the answer to the newest question counts. */
	async check(lang: LanguageTag, { deep }: { deep: boolean }): Promise<void> {
		const turn = (this.#asked += 1);
		const state = await checkCode({ languages: await this.#languages(lang), deep });
		if (turn !== this.#asked || this.#options.signal.aborted) return;
		this.state = state;
		this.#options.onChecked(this);
	}

	/** Fetches what is missing, then tells of it. Two that are asked for follow each other. */
	keep(lang: LanguageTag): Promise<void> {
		this.#keeping = this.#keeping.then(() => this.#keep(lang));
		return this.#keeping;
	}

	/** The same, as the reader asked: there may be room by now. */
	retry(lang: LanguageTag): Promise<void> {
		this.isFull = false;
		return this.keep(lang);
	}

	async #keep(lang: LanguageTag): Promise<void> {
		const { signal } = this.#options;
		await keepCode({ languages: await this.#languages(lang), signal });
		if (signal.aborted) return;
		await this.check(lang, { deep: false });
	}

	/** The reader's first, and what else is kept. */
	async #languages(lang: LanguageTag): Promise<LanguageTag[]> {
		const kept = await this.#options
			.open()
			.then(languagesInUse)
			// storage that fails says so in a sync's outcome
			.catch((): LanguageTag[] => []);
		return [lang, ...kept];
	}
}
