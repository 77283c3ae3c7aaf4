/** One encrypted message and where to post it. */
export interface PushRequest {
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

/** The answer of a push service. Only the first kilobytes of the body are read. */
export interface PushAnswer {
	readonly status: number;
	readonly retryAfter: string | undefined;
	readonly body: string;
}

/** `unreachable`: DNS, connect, TLS or a reset. `not-public`: the name resolves to a private address. */
export type PostFailure = 'timeout' | 'unreachable' | 'not-public';
