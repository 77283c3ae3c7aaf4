/** A document of a public register, as far as the register says. What it does not say is absent. */
export interface LawDocument {
	/** `fr-2025-02006`, `council-67890`, `senate-2025-s9005`: the name of its task and of its source. */
	readonly id: string;
	readonly title: string;
	readonly summary?: string | undefined;
	/** What it is called and numbered besides: "Executive Order 14159", "Local Law 228 of 2017". */
	readonly names: readonly string[];
	readonly issuer: string;
	/** Who publishes the register. */
	readonly register: string;
	readonly citation?: string | undefined;
	readonly url: string;
	readonly level: 'federal' | 'city' | 'state';
	readonly isOrder: boolean;
	/** How far it has come, in the register's words. */
	readonly status?: string | undefined;
	/** Calendar days. */
	readonly publishedOn?: string | undefined;
	readonly signedOn?: string | undefined;
	readonly effectiveOn?: string | undefined;
}

/** Days from and to, both included. */
export interface Span {
	readonly from: string;
	readonly to: string;
}

/** JSON of one address; throws `FeedError` if there is none. */
export type AskJson = (url: string) => Promise<unknown>;

/** A register cannot be read now: it says why, and never with the address, which may hold a key. */
export class FeedError extends Error {
	override readonly name = 'FeedError';
}

/** A public register of law. */
export interface LawFeed {
	readonly name: string;
	/** The first part of its documents' ids. */
	readonly prefix: string;
	/** Everything of these days that may be about us. */
	readonly list: (span: Span, ask: AskJson) => Promise<LawDocument[]>;
	/** One document by its id; `undefined` if the id is not of the form of this register. */
	readonly readOne: (id: string, ask: AskJson) => Promise<LawDocument | undefined>;
}
