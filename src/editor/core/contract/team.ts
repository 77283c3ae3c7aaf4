/** What a person of a team may do, beside reading: `server/calls-of-roles.ts` says it for each call. */
export const ROLES = ['editor', 'approver', 'translator'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody of the team, as all of it sees them. */
export interface TeamPerson {
	readonly id: string;
	readonly name: string;
	/** As it stands in approvals: `lawyer`. */
	readonly title: string;
	readonly roles: readonly Role[];
	/** Keeps the list of people. */
	readonly isOwner: boolean;
	/** Has been here; else their link waits. */
	readonly hasJoined: boolean;
}

/** What an owner says of somebody whom they invite. */
export interface Invitation {
	readonly name: string;
	readonly email: string;
	readonly title: string;
	readonly roles: readonly Role[];
	readonly isOwner: boolean;
}

/** One thing that somebody did. */
export interface LogEntry {
	readonly who: string;
	readonly at: string;
	readonly what: string;
}

/** How one comes in: shown before anybody has. */
export type Door =
	| { readonly by: 'address' }
	| {
			readonly by: 'passkey';
			/** Absent: no other service says who somebody is. */
			readonly service?: string;
	  };

/** What a browser answered to `navigator.credentials.create`, in base64url. */
export interface NewPasskey {
	readonly credential: string;
	/** SPKI of an ES256 key. */
	readonly publicKey: string;
	readonly authenticatorData: string;
	readonly clientData: string;
}
