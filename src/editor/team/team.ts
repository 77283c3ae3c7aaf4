import { createGuessLimit, type GuessLimit } from '#lib/server/rate-limits/guess-limit.ts';
import { tokenHash } from '#lib/server/subscriptions/token-hash.ts';
import type { PasskeyProof } from '../core/contract/approvals.ts';
import type { Editor } from '../core/contract/drafts.ts';
import type { Invitation, NewPasskey } from '../core/contract/team.ts';
import type { AuditLog } from '../core/repository/audit-log.ts';
import type { Account } from './account.ts';
import { LINK_MS, type Accounts } from './accounts.ts';
import { newSecret } from './new-secret.ts';
import { OneTimeSecrets } from './one-time-secrets.ts';
import { Sessions } from './sessions.ts';
import { challengeIn, isMadeHere, isSignedBy } from './verify-passkey.ts';

/** Why somebody does not come in. `wrong`: nothing is said of what was wrong. */
export type EntryRefusal =
	| { readonly code: 'wrong' | 'used-link' | 'name-taken' | 'needs-name' }
	| { readonly code: 'too-many'; readonly seconds: number };
type Refused = { readonly ok: false } & EntryRefusal;
export type Entry = { readonly ok: true; readonly session: string } | Refused;

interface Ports {
	readonly accounts: Accounts;
	readonly log: AuditLog;
	/** `https://edit.handrail.example` */
	readonly origin: string;
	readonly now: () => Date;
}

interface Begun {
	readonly challenge: string;
	/** Absent: whoever comes says it themselves. */
	readonly name?: string;
}

/** What somebody says of themselves, where nobody has invited them. */
type Self = Pick<Invitation, 'name' | 'email' | 'title'>;

const SIGN_IN = 'sign-in';
const CHALLENGE_MS = 5 * 60 * 1000;

/** Who a person is for what they write. */
export const editorOf = ({ name, email, title }: Account): Editor => ({ name, email, role: title });

/** The people of one screen: how they come in, and how they go. */
export class Team {
	readonly accounts: Accounts;
	readonly log: AuditLog;
	readonly sessions: Sessions;
	/** Wrong tries, by address. */
	readonly guesses: GuessLimit;
	/** What passkeys are asked to sign: `SIGN_IN`, or the hash of a link that somebody comes in by. */
	readonly #challenges: OneTimeSecrets<string>;
	/** `https://edit.handrail.example` */
	readonly origin: string;
	readonly #host: string;
	readonly #now: () => Date;
	#ownerLink: { readonly hash: string; readonly expires: number } | undefined;

	constructor({ accounts, log, origin, now }: Ports) {
		this.accounts = accounts;
		this.log = log;
		this.sessions = new Sessions(now);
		this.guesses = createGuessLimit(() => now().getTime());
		this.#challenges = new OneTimeSecrets(CHALLENGE_MS, now);
		this.origin = origin;
		this.#host = new URL(origin).hostname;
		this.#now = now;
	}

	/** Makes whoever uses it an owner; the link before it is void. For who runs the server. */
	newOwnerLink(): string {
		const token = newSecret();
		this.#ownerLink = { hash: tokenHash(token), expires: this.#now().getTime() + LINK_MS };
		return this.linkOf(token);
	}

	/** For commits of what somebody else wrote. */
	emailOf = (name: string): string => this.accounts.named(name)?.email ?? '';

	linkOf = (token: string): string => `${this.origin}/join#${token}`;

	beginSignIn = (): string => this.#challenges.issue(SIGN_IN);

	async signIn(proof: PasskeyProof, address: string): Promise<Entry> {
		const seconds = this.guesses.waitSeconds(address);
		if (seconds > 0) return { ok: false, code: 'too-many', seconds };
		const challenge = challengeIn(proof.clientData);
		const isFresh = this.#challenges.take(challenge) === SIGN_IN;
		const account = this.accounts.withPasskey(proof.credential);
		const key = account?.passkeys.find(({ credential }) => credential === proof.credential);
		if (!account || !key || !isFresh || !isSignedBy(key.publicKey, proof, this.#asked(challenge))) {
			this.guesses.countWrong(address);
			if (account) await this.log.append(editorOf(account), 'was refused at the sign-in');
			return { ok: false, code: 'wrong' };
		}
		return this.enter(account, address, 'signed in with a passkey');
	}

	/** What a new passkey is asked, and for whom; `undefined` for a link that opens nothing. */
	beginJoin(
		token: string,
		address: string
	): { readonly ok: true; readonly value: Begun } | Refused {
		const seconds = this.guesses.waitSeconds(address);
		if (seconds > 0) return { ok: false, code: 'too-many', seconds };
		const account = this.accounts.withLink(token);
		if (!account && !this.#isOwnerLink(token)) {
			this.guesses.countWrong(address);
			return { ok: false, code: 'used-link' };
		}
		const challenge = this.#challenges.issue(tokenHash(token));
		return { ok: true, value: { challenge, ...(account && { name: account.name }) } };
	}

	/** @param self who it is, where the link does not say */
	async join(
		token: string,
		made: NewPasskey,
		self: Self | undefined,
		address: string
	): Promise<Entry> {
		const seconds = this.guesses.waitSeconds(address);
		if (seconds > 0) return { ok: false, code: 'too-many', seconds };
		const challenge = challengeIn(made.clientData);
		const isFresh = this.#challenges.take(challenge) === tokenHash(token);
		const isKnown = this.accounts.withPasskey(made.credential) !== undefined;
		if (!isFresh || isKnown || !isMadeHere(made, this.#asked(challenge))) {
			this.guesses.countWrong(address);
			return { ok: false, code: 'wrong' };
		}
		const account = this.accounts.withLink(token) ?? this.#newOwner(token, self);
		if (!account) return { ok: false, code: 'used-link' };
		if (typeof account === 'string') return { ok: false, code: account };
		const { credential, publicKey } = made;
		this.accounts.addPasskey(account.id, { credential, publicKey });
		return this.enter(account, address, 'came in by a link and made a passkey');
	}

	async enter(account: Account, address: string, what: string): Promise<Entry> {
		this.guesses.countRight(address);
		// it is for when no owner can come in
		if (account.isOwner) this.#ownerLink = undefined;
		await this.log.append(editorOf(account), what);
		return { ok: true, session: this.sessions.open(account.id) };
	}

	#asked = (challenge: string) => ({ challenge, host: this.#host, origin: this.origin });

	#isOwnerLink(token: string): boolean {
		const link = this.#ownerLink;
		return link?.hash === tokenHash(token) && link.expires > this.#now().getTime();
	}

	#newOwner(
		token: string,
		self: Self | undefined
	): Account | 'needs-name' | 'name-taken' | undefined {
		if (!this.#isOwnerLink(token)) return undefined;
		if (!self) return 'needs-name';
		const roles = ['editor', 'approver', 'translator'] as const;
		const invited = this.accounts.invite({ ...self, roles, isOwner: true });
		if (!invited.ok) return 'name-taken';
		return invited.value.account;
	}
}
