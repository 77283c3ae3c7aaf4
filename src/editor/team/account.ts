import * as v from 'valibot';
import { ROLES, type TeamPerson } from '../core/contract/team.ts';

/** It goes into commits, where a line break or an angle bracket would end it. */
export const OneLine = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(1),
	v.maxLength(200),
	v.regex(/^[^\p{Cc}<>]+$/u)
);
/** As browsers write what a passkey is and signs. */
export const Base64Url = v.pipe(v.string(), v.maxLength(4000), v.regex(/^[\w-]+$/));
const Instant = v.pipe(v.string(), v.isoTimestamp());

/** What an owner decides about a person. */
export const Invited = v.strictObject({
	name: OneLine,
	email: OneLine,
	/** As it stands in approvals: `lawyer`. */
	title: OneLine,
	roles: v.pipe(v.array(v.picklist(ROLES)), v.maxLength(ROLES.length)),
	isOwner: v.boolean()
});

export const Account = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
	...Invited.entries,
	passkeys: v.array(
		v.strictObject({ credential: Base64Url, publicKey: Base64Url, madeAt: Instant })
	),
	/** A link that waits to be used: its hash, and when it ends. */
	link: v.exactOptional(v.strictObject({ hash: Base64Url, expires: Instant })),
	/** Who this is for the service that says who somebody is, once they have come in by it. */
	subject: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(1000)))
});
export type Account = v.InferOutput<typeof Account>;

export const toTeamPerson = (account: Account): TeamPerson => {
	const { id, name, title, roles, isOwner, passkeys, subject } = account;
	const hasJoined = passkeys.length > 0 || subject !== undefined;
	return { id, name, title, roles, isOwner, hasJoined };
};
