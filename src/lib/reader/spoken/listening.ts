/** A voice: of a browser, or of a recording. */
export interface Speech {
	/** Says one sentence; ends with one of the two calls, unless it is stopped before. */
	readonly speak: (index: number, rate: number, ends: SpeechEnds) => void;
	readonly stop: () => void;
}
export interface SpeechEnds {
	readonly onend: () => void;
	readonly onlost: () => void;
}

export type ListeningState = 'speaking' | 'paused' | 'ended' | 'lost';

export const RATES = [0.6, 0.8, 1, 1.2, 1.4] as const;

/**
 * Reads sentences aloud, one by one. It pauses by stopping, and goes on from the beginning of the
 * sentence: on Android a browser's own pause ends the speech, or never lets it go on.
 */
export class Listening {
	readonly #speech: Speech;
	readonly #count: number;
	readonly #onchange: () => void;
	/** Rises with each sentence: what an earlier one still has to say about its end is not heard. */
	#turn = 0;
	state: ListeningState = 'paused';
	index = 0;
	rate: number = 1;

	constructor(speech: Speech, count: number, onchange: () => void) {
		this.#speech = speech;
		this.#count = count;
		this.#onchange = onchange;
	}

	/** From the sentence that was reached; after the end, from the first. */
	play(): void {
		if (this.state === 'lost' || this.state === 'speaking') return;
		if (this.state === 'ended') this.index = 0;
		this.#speak();
	}

	pause(): void {
		if (this.state === 'speaking') this.#rest('paused');
	}

	/** To the sentence before; it is said whether there was a pause or not. */
	back(): void {
		if (this.state === 'lost') return;
		this.index = Math.max(0, this.index - 1);
		this.#speak();
	}

	/** The next rate, and after the fastest the slowest. What is being said begins again at it. */
	nextRate(): void {
		const at = RATES.findIndex((rate) => rate === this.rate);
		this.rate = RATES[(at + 1) % RATES.length] ?? 1;
		if (this.state === 'speaking') this.#speak();
		else this.#onchange();
	}

	/** The voice is gone. Nothing is said any more. */
	lose(): void {
		if (this.state !== 'lost') this.#rest('lost');
	}

	#speak(): void {
		this.#rest('speaking');
		const turn = this.#turn;
		const ifCurrent = (act: () => void) => (): void => {
			if (turn === this.#turn) act();
		};
		this.#speech.speak(this.index, this.rate, {
			onend: ifCurrent(() => {
				this.#next();
			}),
			onlost: ifCurrent(() => {
				this.lose();
			})
		});
	}

	#next(): void {
		if (this.index === this.#count - 1) {
			this.#rest('ended');
			return;
		}
		this.index += 1;
		this.#speak();
	}

	#rest(state: ListeningState): void {
		this.#turn += 1;
		this.#speech.stop();
		this.state = state;
		this.#onchange();
	}
}
