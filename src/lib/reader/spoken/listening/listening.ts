/** A voice, of a browser or of a recording. */
export interface Speech {
	/** Speaks one sentence, then calls one of `ends`, unless it is stopped before. */
	readonly speak: (index: number, rate: number, ends: SpeechEnds) => void;
	readonly stop: () => void;
}
export interface SpeechEnds {
	readonly onend: () => void;
	readonly onlost: () => void;
	/** The phone has interrupted it, as for a call. */
	readonly onpaused: () => void;
	/** The phone lets it go on, whichever sentence was the last. */
	readonly onresumed: () => void;
}

export type ListeningState = 'speaking' | 'paused' | 'ended' | 'lost';

export const RATES = [0.6, 0.8, 1, 1.2, 1.4] as const;

/**
 * Reads sentences aloud, one by one. A pause stops the speech, and it goes on from the beginning of
 * the sentence: on Android, the browser's own pause ends the speech or cannot be resumed.
 */
export class Listening {
	readonly #speech: Speech;
	readonly #count: number;
	readonly #onchange: () => void;
	/** Counts the sentences that were begun, so that late events of earlier ones are ignored. */
	#turn = 0;
	state: ListeningState = 'paused';
	index = 0;
	rate: number = 1;

	constructor(speech: Speech, count: number, onchange: () => void) {
		this.#speech = speech;
		this.#count = count;
		this.#onchange = onchange;
	}

	/** Reads on from the current sentence, or from the first one after the end. */
	play(): void {
		if (this.state === 'lost' || this.state === 'speaking') return;
		if (this.state === 'ended') this.index = 0;
		this.#speak();
	}

	pause(): void {
		if (this.state === 'speaking') this.#rest('paused');
	}

	/** Goes to the previous sentence and reads it, even during a pause. */
	back(): void {
		if (this.state === 'lost') return;
		this.index = Math.max(0, this.index - 1);
		this.#speak();
	}

	/** Sets the next rate; after the fastest comes the slowest. The current sentence begins again. */
	nextRate(): void {
		const at = RATES.findIndex((rate) => rate === this.rate);
		this.rate = RATES[(at + 1) % RATES.length] ?? 1;
		if (this.state === 'speaking') this.#speak();
		else this.#onchange();
	}

	/** The voice is no longer there: stops for good. */
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
			}),
			onpaused: ifCurrent(() => {
				this.pause();
			}),
			onresumed: () => {
				this.play();
			}
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
