/** One message on its way: what to send, and where to. */
export interface PushRequest {
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

/** What a push service said. Of the body only the first kilobytes are read. */
export interface PushAnswer {
	readonly status: number;
	readonly retryAfter: string | undefined;
	readonly body: string;
}

/** `unreachable`: DNS, connecting, TLS, a reset. `not-public`: the name leads into a private network. */
export type PostFailure = 'timeout' | 'unreachable' | 'not-public';
