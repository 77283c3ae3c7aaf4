import type { SearchHit } from './app-state.svelte.ts';

/** What is typed, and what was found for it. Nothing of it is kept. */
export class Search {
	text = $state('');
	/** `undefined` while nothing is asked. */
	hits = $state.raw<readonly SearchHit[]>();

	readonly #find: (text: string) => Promise<readonly SearchHit[]>;
	#asked = 0;

	constructor(find: (text: string) => Promise<readonly SearchHit[]>) {
		this.#find = find;
	}

	/** Called at each key. An answer that comes after a newer question is dropped. */
	setText(text: string): void {
		this.text = text;
		this.#asked += 1;
		if (text.trim() === '') {
			this.hits = undefined;
			return;
		}
		void this.#ask(text, this.#asked);
	}

	async #ask(text: string, turn: number): Promise<void> {
		const hits = await this.#find(text);
		if (turn === this.#asked) this.hits = hits;
	}
}
