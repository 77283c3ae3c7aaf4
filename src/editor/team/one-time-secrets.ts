import { tokenHash } from '#lib/server/subscriptions/token-hash.ts';
import { newSecret } from './new-secret.ts';

/** Strangers may ask for one, too: the oldest go first. */
const MOST = 1000;

interface Issued<Value> {
	readonly value: Value;
	readonly expires: number;
}

/** Secrets that are good once, and for minutes, each for what it was made for. */
export class OneTimeSecrets<Value> {
	readonly #lifeMs: number;
	readonly #now: () => Date;
	/** By the hash of each. */
	readonly #issued = new Map<string, Issued<Value>>();

	constructor(lifeMs: number, now: () => Date) {
		this.#lifeMs = lifeMs;
		this.#now = now;
	}

	issue(value: Value): string {
		const [oldest] = this.#issued.keys();
		if (this.#issued.size >= MOST && oldest !== undefined) this.#issued.delete(oldest);
		const secret = newSecret();
		this.#issued.set(tokenHash(secret), { value, expires: this.#now().getTime() + this.#lifeMs });
		return secret;
	}

	/** What it was made for; it is used up, whatever comes of it. */
	take(secret: string): Value | undefined {
		const hash = tokenHash(secret);
		const issued = this.#issued.get(hash);
		this.#issued.delete(hash);
		return issued && issued.expires > this.#now().getTime() ? issued.value : undefined;
	}
}
