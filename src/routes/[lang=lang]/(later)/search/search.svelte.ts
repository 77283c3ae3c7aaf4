import type { SearchHit } from '#lib/reader/state/app-state.svelte.ts';

/** Results that fill a phone's screen: the rest is drawn when they have been. */
const FIRST_SCREEN = 6;
/** Longer than two frames, shorter than the pause between two keys. */
const AFTER_FRAME_MS = 120;

/** What is typed, and what was found for it. Nothing of it is kept. */
export class Search {
	text = $state('');
	/** `undefined` while nothing is asked, and where nothing could be. */
	hits = $state.raw<readonly SearchHit[]>();
	hasFailed = $state(false);
	#isWhole = $state(false);
	/** Those to draw now: a slow phone shows the first screen at once, and all of them a frame later. */
	readonly drawn = $derived(this.#isWhole ? this.hits : this.hits?.slice(0, FIRST_SCREEN));

	readonly #find: (text: string) => Promise<readonly SearchHit[] | undefined>;
	#asked = 0;

	/** With what was asked before, for who comes back: all of it is there at once, to scroll to. */
	constructor(
		find: (text: string) => Promise<readonly SearchHit[] | undefined>,
		before?: { readonly text: string; readonly hits: readonly SearchHit[] | undefined }
	) {
		this.#find = find;
		if (!before) return;
		this.text = before.text;
		this.hits = before.hits;
		this.#isWhole = true;
	}

	/** Called at each key. An answer that comes after a newer question is dropped. */
	setText(text: string): void {
		this.text = text;
		this.#asked += 1;
		if (text.trim() === '') {
			this.hits = undefined;
			this.hasFailed = false;
			return;
		}
		void this.#ask(text, this.#asked);
	}

	async #ask(text: string, turn: number): Promise<void> {
		const hits = await this.#find(text);
		if (turn !== this.#asked) return;
		this.#isWhole = false;
		this.hits = hits;
		this.hasFailed = hits === undefined;
		// after the frame that shows them; a newer question starts anew
		setTimeout(() => {
			if (turn === this.#asked) this.#isWhole = true;
		}, AFTER_FRAME_MS);
	}
}
