import { isSameSecret } from '#lib/server/subscriptions/token-hash.ts';
import { newSecret } from '../team/new-secret.ts';
import { cookieIn } from './door.ts';

/**
 * Who may use the screen: whoever was shown the address. Its token is good for one exchange, so that a
 * copy of the address (in a history, a screenshot, a chat) opens nothing later.
 */
export class Session {
	readonly #cookieName: string;
	#token: string | undefined = newSecret();
	#secret: string | undefined;

	/** Cookies of one host are shared by all its ports: the name says which. */
	constructor(port: number) {
		this.#cookieName = `handrail-editor-${String(port)}`;
	}

	/** A token that was not used yet; the one before it is void. */
	renewToken(): string {
		this.#token = newSecret();
		return this.#token;
	}

	/** The cookie to set for the right token, which is void from then on. */
	exchange(token: string): string | undefined {
		if (this.#token === undefined || !isSameSecret(token, this.#token)) return undefined;
		this.#token = undefined;
		this.#secret ??= newSecret();
		return `${this.#cookieName}=${this.#secret}; Path=/; HttpOnly; SameSite=Strict`;
	}

	isOpen(cookies: string | undefined): boolean {
		if (this.#secret === undefined) return false;
		const own = cookieIn(cookies, this.#cookieName);
		return own !== undefined && isSameSecret(own, this.#secret);
	}
}
