import type { IncomingMessage } from 'node:http';
import type { PasskeyRegistration } from '../core/contract/approvals.ts';
import type { Editor } from '../core/contract/drafts.ts';
import type { Role } from '../core/contract/team.ts';
import type { Refusal } from './guard.ts';

/** Who asks, in a team. It is said by their session, and by nothing that they send. */
export interface Asking {
	/** Of their account. */
	readonly id: string;
	readonly editor: Editor;
	readonly roles: readonly Role[];
	readonly isOwner: boolean;
	/** Of their account: what proves their approvals. */
	readonly passkeys: readonly PasskeyRegistration[];
}

/** Where a question comes from. */
export interface Visit {
	readonly cookies: string | undefined;
	/** Of the browser, as far as proxies of ours say. */
	readonly address: string;
}

/** What somebody is told who has no session, or ends theirs. */
export interface Opened {
	readonly status?: number;
	readonly body: unknown;
	readonly cookie?: string;
	/** Seconds after which another try is looked at. */
	readonly retryAfter?: number;
}

/** A page that sends the browser on. */
export interface SentOn {
	readonly location: string;
	readonly cookies: readonly string[];
}

/** Who may ask, and how one comes in. */
export interface Door {
	/** For one person, on this computer. */
	readonly isAlone?: true;
	/** What may be asked without a session, by name. */
	readonly open: Readonly<
		Record<string, (input: unknown, visit: Visit) => Opened | Promise<Opened>>
	>;
	/** Pages that lead to another service and back, by path. */
	readonly ways?: Readonly<Record<string, (url: URL, visit: Visit) => Promise<SentOn>>>;
	/** `undefined`: nobody who may ask. Alone, whoever was shown the address is not named. */
	readonly admit: (visit: Visit) => Asking | 'alone' | undefined;
	readonly visit: (request: IncomingMessage) => Visit;
}

/** A call that is not made, and why. */
export class CallRefused extends Error {
	readonly refusal: Refusal;

	constructor(refusal: Refusal) {
		super(refusal);
		this.refusal = refusal;
	}
}

/** What a cookie of this name has. */
export function cookieIn(cookies: string | undefined, name: string): string | undefined {
	const start = `${name}=`;
	return cookies
		?.split('; ')
		.find((it) => it.startsWith(start))
		?.slice(start.length);
}
