/** A reader who waits for a text is told so after this long without any arriving. */
const SLOW_MS = 10_000;

/** The wait for a language that is not here: it begins anew with everything that arrives. */
export class Patience {
	readonly #tell: (isSlow: boolean) => void;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(tell: (isSlow: boolean) => void) {
		this.#tell = tell;
	}

	begin(): void {
		this.end();
		this.#tell(false);
		this.#timer = setTimeout(() => this.#tell(true), SLOW_MS);
	}

	end(): void {
		clearTimeout(this.#timer);
	}
}
