import { chmodSync, existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { StartError } from '#lib/server/process/start-error.ts';
import { tokenHash } from '#lib/server/subscriptions/token-hash.ts';
import { personOf } from '../../compiler/approvals/approvals.ts';
import { writeWhole } from '../../compiler/base/write-whole.ts';
import type { Invitation } from '../core/contract/team.ts';
import { Account } from './account.ts';
import { newSecret } from './new-secret.ts';

/** How long a link waits. */
export const LINK_MS = 48 * 60 * 60 * 1000;

const AccountFile = v.strictObject({ people: v.array(Account) });

type Passkey = Account['passkeys'][number];

/** Why a person is not changed. */
export type AccountRefusal = 'name-taken' | 'no-such-person' | 'last-owner';

/**
 * The people of a team, in one file outside of the content: names, addresses for commits, roles, public
 * keys. Nothing in it opens a door: of a link there is the hash alone. This process alone writes it.
 */
export class Accounts {
	readonly #file: string;
	readonly #now: () => Date;
	#people: readonly Account[];

	/** Throws a `StartError` if the file cannot be read. */
	constructor(file: string, now: () => Date) {
		this.#file = file;
		this.#now = now;
		this.#people = existsSync(file) ? peopleIn(file) : [];
	}

	list(): readonly Account[] {
		return this.#people;
	}

	find(id: string): Account | undefined {
		return this.#people.find((it) => it.id === id);
	}

	named(name: string): Account | undefined {
		return this.#people.find((it) => personOf(it.name) === personOf(name));
	}

	withPasskey(credential: string): Account | undefined {
		return this.#people.find((it) => it.passkeys.some((key) => key.credential === credential));
	}

	/** Whoever a link is for, while it waits and has not ended. */
	withLink(token: string): Account | undefined {
		const hash = tokenHash(token);
		return this.#people.find(({ id, link }) => link?.hash === hash && this.isLinkWaiting(id));
	}

	isLinkWaiting(id: string): boolean {
		const link = this.find(id)?.link;
		return link !== undefined && link.expires > this.#now().toISOString();
	}

	/** The person, and the token of the link that they come in by. */
	invite(invitation: Invitation): Result<Invited, AccountRefusal> {
		if (this.named(invitation.name)) return fail('name-taken');
		const account: Account = {
			id: newSecret(),
			...invitation,
			roles: [...invitation.roles],
			passkeys: []
		};
		this.#write([...this.#people, account]);
		return this.renewLink(account.id);
	}

	/** The link before it is void. With it a person adds a passkey, and keeps those that they have. */
	renewLink(id: string): Result<Invited, AccountRefusal> {
		const token = newSecret();
		const expires = new Date(this.#now().getTime() + LINK_MS).toISOString();
		const account = this.#change(id, (it) => ({
			...it,
			link: { hash: tokenHash(token), expires }
		}));
		return account ? ok({ account, token }) : fail('no-such-person');
	}

	/** Uses up the link. */
	addPasskey(id: string, passkey: Omit<Passkey, 'madeAt'>): void {
		const madeAt = this.#now().toISOString();
		this.#change(id, ({ link: _used, ...it }) => ({
			...it,
			passkeys: [...it.passkeys, { ...passkey, madeAt }]
		}));
	}

	/** Voids the link: whom it was for has come in, and whoever finds it later would come in as them. */
	bindSubject(id: string, subject: string): void {
		this.#change(id, ({ link: _unused, ...it }) => ({ ...it, subject }));
	}

	/** A name stays: approvals and versions have it. A link goes: it was sent for other rights. */
	change(
		id: string,
		{ roles, isOwner }: Pick<Invitation, 'roles' | 'isOwner'>
	): Result<Account, AccountRefusal> {
		if (!isOwner && this.#isLastOwner(id)) return fail('last-owner');
		const account = this.#change(id, ({ link: _void, ...it }) => ({
			...it,
			roles: [...roles],
			isOwner
		}));
		return account ? ok(account) : fail('no-such-person');
	}

	remove(id: string): Result<Account, AccountRefusal> {
		const account = this.find(id);
		if (!account) return fail('no-such-person');
		if (this.#isLastOwner(id)) return fail('last-owner');
		this.#write(this.#people.filter((it) => it !== account));
		return ok(account);
	}

	/** Whether nobody else could let somebody in. */
	#isLastOwner(id: string): boolean {
		const owners = this.#people.filter((it) => it.isOwner);
		return owners.length === 1 && owners[0]?.id === id;
	}

	#change(id: string, change: (account: Account) => Account): Account | undefined {
		const old = this.find(id);
		const changed = old && change(old);
		if (changed) this.#write(this.#people.map((it) => (it === old ? changed : it)));
		return changed;
	}

	#write(people: readonly Account[]): void {
		writeWhole(this.#file, `${JSON.stringify({ people }, null, '\t')}\n`, { flush: true });
		chmodSync(this.#file, 0o600);
		this.#people = people;
	}
}

export interface Invited {
	readonly account: Account;
	readonly token: string;
}

function peopleIn(file: string): readonly Account[] {
	const read = v.safeParse(AccountFile, parseJson(readFileSync(file, 'utf8')));
	if (!read.success) {
		const [issue] = read.issues;
		const place = v.getDotPath(issue) ?? 'all of it';
		throw new StartError(
			`${file} cannot be read (${place}): mend it, or put a copy from a backup in its place.`
		);
	}
	return read.output.people;
}
