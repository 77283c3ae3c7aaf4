import { ask, Refused, type Answer, type CallName, type Input } from './ask.ts';

/**
 * Why the server says nothing: it has ended, it has begun anew and does not know this tab, it failed; or
 * it could not write, because there is no room, or because it may not.
 */
export type Trouble = 'gone' | 'closed' | 'failed' | 'full' | 'locked';

interface Options {
	/** Whoever asks says themselves that the server could not do it. */
	readonly mayFail?: boolean;
}

const NO_SESSION = 401;
const WRONG_ROLE = 403;
const OWN_FAULT = 500;
const NOT_STORED = 507;

/**
 * The way from this tab to its server. A question that finds nobody is not lost and is no error: it waits,
 * the screen says why, and it is asked again when somebody tries again.
 */
export class ServerLine {
	trouble = $state<Trouble>();
	/** The server understood, and does not do it for this person's role. */
	isRefused = $state(false);
	readonly #ask: typeof ask;
	readonly #onrefused: () => void;
	readonly #waiting: (() => void)[] = [];

	/** @param onrefused what the screen knows of this person's role may be old */
	constructor(askServer = ask, onrefused = (): void => undefined) {
		this.#ask = askServer;
		this.#onrefused = onrefused;
	}

	ask = async <Name extends CallName>(
		name: Name,
		input: Input<Name>,
		{ mayFail = false }: Options = {}
	): Promise<Answer<Name>> => {
		for (;;) {
			try {
				const answer = await this.#ask(name, input);
				this.#isThere();
				return answer;
			} catch (error) {
				this.isRefused = error instanceof Refused && error.status === WRONG_ROLE;
				if (this.isRefused) this.#onrefused();
				const trouble = troubleOf(error);
				if (!trouble || (mayFail && trouble === 'failed')) throw error;
				this.trouble = trouble;
				await new Promise<void>((again) => this.#waiting.push(again));
			}
		}
	};

	/** Asks anew whatever found nobody. */
	retry = (): void => {
		for (const again of this.#waiting.splice(0)) again();
	};

	#isThere(): void {
		if (this.trouble === undefined) return;
		this.trouble = undefined;
		this.retry();
	}
}

/** `undefined`: a question that the server understood, and refused. */
function troubleOf(error: unknown): Trouble | undefined {
	if (!(error instanceof Refused)) return 'gone';
	if (error.status === NO_SESSION) return 'closed';
	if (error.status === NOT_STORED) return error.message === 'disk-full' ? 'full' : 'locked';
	return error.status >= OWN_FAULT ? 'failed' : undefined;
}
