import type { KeptSearch, SearchAnswer, SearchHit } from '#lib/reader/state/app-state.svelte.ts';

/** Results that fill a phone's screen: the rest is drawn when they have been. */
const FIRST_SCREEN = 6;
/** Longer than two frames, shorter than the pause between two keys. */
const AFTER_FRAME_MS = 120;

type Find = (text: string, isLiteral: boolean) => Promise<SearchAnswer | undefined>;

/** What is typed, and what was found for it. Nothing of it is kept. */
export class Search {
	text = $state.raw('');
	/** What was typed is what is meant: no word of it is a slip. */
	isLiteral = $state.raw(false);
	/** `undefined` while nothing is asked, and where nothing could be. */
	answer = $state.raw<SearchAnswer>();
	hasFailed = $state.raw(false);
	#isWhole = $state.raw(false);
	/** Those to draw now: a slow phone shows the first screen at once, and all of them a frame later. */
	readonly drawn: readonly SearchHit[] = $derived(
		this.#isWhole ? (this.answer?.hits ?? []) : (this.answer?.hits.slice(0, FIRST_SCREEN) ?? [])
	);

	readonly #find: Find;
	#asked = 0;

	/** With what was asked before, for who comes back: all of it is there at once, to scroll to. */
	constructor(find: Find, before?: Omit<KeptSearch, 'lang'>) {
		this.#find = find;
		if (!before) return;
		this.text = before.text;
		this.isLiteral = before.isLiteral;
		this.answer = before.answer;
		this.#isWhole = true;
	}

	/** Called at each key. An answer that comes after a newer question is dropped. */
	setText(text: string, { isLiteral = false } = {}): void {
		this.text = text;
		this.isLiteral = isLiteral;
		this.#asked += 1;
		if (text.trim() === '') {
			this.answer = undefined;
			this.hasFailed = false;
			return;
		}
		void this.#ask(text, this.#asked);
	}

	async #ask(text: string, turn: number): Promise<void> {
		const answer = await this.#find(text, this.isLiteral);
		if (turn !== this.#asked) return;
		this.#isWhole = false;
		this.answer = answer;
		this.hasFailed = answer === undefined;
		// after the frame that shows them; a newer question starts anew
		setTimeout(() => {
			if (turn === this.#asked) this.#isWhole = true;
		}, AFTER_FRAME_MS);
	}
}
