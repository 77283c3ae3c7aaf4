import type { PartChange } from './document.ts';

/** One approval in a file. */
export interface ApprovalRow {
	readonly name: string;
	readonly role: string;
	readonly on: string;
	readonly state: 'standing' | 'void';
	/** `proved`: by a passkey that the team has on record for this name. */
	readonly proof: 'proved' | 'unproved' | 'wrong';
	/** Of a void one: what has changed since, by words; `unknown` if no commit has the approved text. */
	readonly changedSince?: readonly PartChange[] | 'unknown';
}

export interface ApprovalState {
	readonly path: string;
	/** SHA-256 of the file but its approvals, in hex: what a passkey signs as its challenge. */
	readonly hash: string;
	readonly rows: readonly ApprovalRow[];
	/** How many more people must approve it. */
	readonly missing: number;
	/** Who wrote it last; `unknown` where history does not say. */
	readonly lastAuthors: readonly string[] | 'unknown';
	/** Who has a passkey on record that was made for this screen: their approvals can be proved here. */
	readonly provers: readonly string[];
}

/** Why this person may not approve this text now. */
export type ApprovalRefusal =
	| 'last-author'
	| 'translator'
	| 'approved-already'
	| 'has-problems'
	| 'wrong-proof'
	| 'unknown-key';

/** What `navigator.credentials.get` answered, in base64url. */
export interface PasskeyProof {
	readonly credential: string;
	readonly authenticatorData: string;
	readonly clientData: string;
	readonly signature: string;
}

/** What `navigator.credentials.create` answered, for `approvers.json`. */
export interface PasskeyRegistration {
	readonly name: string;
	readonly credential: string;
	/** SPKI of an ES256 key (`getPublicKey()`), in base64url. */
	readonly publicKey: string;
}

export interface ApproveRequest {
	readonly draft: string;
	readonly path: string;
	readonly revision: number;
	readonly name: string;
	readonly role: string;
	/** Absent: it counts, and is called unproved. */
	readonly proof?: PasskeyProof;
}
