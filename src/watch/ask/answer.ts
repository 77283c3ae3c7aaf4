/** What the next request may be conditional on: the headers of an earlier answer, as they came. */
export interface Validators {
	readonly etag?: string | undefined;
	readonly lastModified?: string | undefined;
}

/** One redirect on the way to a document. */
export interface Hop {
	readonly status: number;
	readonly from: string;
	readonly to: string;
}

/** A whole answer of a host, its body decompressed. */
export interface HttpResponse {
	readonly url: string;
	readonly status: number;
	readonly statusText: string;
	/** In the order and with the names that came, lower case. */
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: Uint8Array;
}

/** Why there is no answer. */
export type Failure = 'robots' | 'unreachable' | 'deadline' | 'too-large' | 'redirects';

export type Answer =
	| {
			readonly kind: 'answered';
			readonly hops: readonly Hop[];
			readonly response: HttpResponse;
			readonly requestHeaders: Readonly<Record<string, string>>;
	  }
	/** As at the last time, said the host. */
	| { readonly kind: 'unchanged'; readonly hops: readonly Hop[] }
	| { readonly kind: 'failed'; readonly why: Failure; readonly detail: string };
