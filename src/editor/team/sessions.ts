import { tokenHash } from '#lib/server/subscriptions/token-hash.ts';
import { newSecret } from './new-secret.ts';

/** A browser that nobody uses is signed out; every one is after a working day. */
const IDLE_MS = 2 * 60 * 60 * 1000;
const LONGEST_MS = 12 * 60 * 60 * 1000;
const MOST_OF_ONE = 20;

interface Session {
	readonly person: string;
	readonly openedAt: number;
	seenAt: number;
}

/**
 * Who is signed in, in memory alone: a server that starts anew knows nobody, and its disk opens nothing.
 * A session is of one browser, with all its tabs.
 */
export class Sessions {
	readonly #now: () => Date;
	/** By the hash of what the cookie has. */
	readonly #open = new Map<string, Session>();

	constructor(now: () => Date) {
		this.#now = now;
	}

	/** What the cookie shall have. */
	open(person: string): string {
		const own = [...this.#open].filter(([, it]) => it.person === person);
		for (const [hash] of own.slice(0, Math.max(0, own.length + 1 - MOST_OF_ONE))) {
			this.#open.delete(hash);
		}
		const secret = newSecret();
		const at = this.#now().getTime();
		this.#open.set(tokenHash(secret), { person, openedAt: at, seenAt: at });
		return secret;
	}

	/** Whose it is; asking counts as use. */
	personOf(secret: string): string | undefined {
		const hash = tokenHash(secret);
		const session = this.#open.get(hash);
		if (!session) return undefined;
		const now = this.#now().getTime();
		if (now - session.seenAt >= IDLE_MS || now - session.openedAt >= LONGEST_MS) {
			this.#open.delete(hash);
			return undefined;
		}
		session.seenAt = now;
		return session.person;
	}

	end(secret: string): void {
		this.#open.delete(tokenHash(secret));
	}

	endAll(person: string): void {
		for (const [hash, session] of this.#open) {
			if (session.person === person) this.#open.delete(hash);
		}
	}
}
