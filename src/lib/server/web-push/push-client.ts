import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { MINUTE_MS } from '#lib/edition/durations.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { lookupPushService } from './lookup-push-service.ts';
import { createPublicLookup, NOT_PUBLIC } from './public-address.ts';
import { openHttp2Sessions } from './http2-sessions.ts';
import { postOverHttp1 } from './post-over-http1.ts';
import { postOverHttp2 } from './post-over-http2.ts';
import type { PostFailure, PushAnswer, PushRequest } from './push-request.ts';

export interface PushClient {
	/** Never rejects. Connecting, sending and reading the answer take `deadlineMs` at most. */
	readonly post: (
		request: PushRequest,
		deadlineMs: number
	) => Promise<Result<PushAnswer, PostFailure>>;
	readonly close: () => void;
}

interface ClientOptions {
	/** Whether an origin is a push service for tests, whose address may be of this machine. */
	readonly isTestOrigin?: (origin: string) => boolean;
	/** Certificates to trust instead of the usual ones, for tests. */
	readonly ca?: string | undefined;
	/** Resolves names. By default, to public addresses only. */
	readonly lookup?: LookupFunction;
}

const MAX_SOCKETS = 128;
const IDLE_MS = MINUTE_MS;

/**
 * A client that posts to push services and keeps its connections: HTTP/2 where the service speaks it,
 * else HTTP/1.1. It follows no redirects and stores no cookies. `fetch` takes twice the processor time,
 * and hides the address that it connects to.
 */
export function openPushClient(options: ClientOptions = {}): PushClient {
	const publicLookup = options.lookup ?? createPublicLookup(lookupPushService);
	const pooled = { keepAlive: true, maxSockets: MAX_SOCKETS, timeout: IDLE_MS } as const;
	const isTestOrigin = options.isTestOrigin ?? (() => false);
	const tls = { ...(options.ca !== undefined && { ca: options.ca }) };
	const agents = {
		plain: new HttpAgent(pooled),
		checked: new HttpsAgent({ ...pooled, ...tls, lookup: publicLookup }),
		test: new HttpsAgent({ ...pooled, ...tls })
	};
	const sessions = openHttp2Sessions(({ origin }) => ({
		...tls,
		...(!isTestOrigin(origin) && { lookup: publicLookup })
	}));

	async function send(request: PushRequest, signal: AbortSignal): Promise<PushAnswer> {
		const { url } = request;
		const isTest = isTestOrigin(url.origin);
		if (url.protocol === 'http:') {
			if (!isTest) throw new Error('plain HTTP is for tests');
			return postOverHttp1(request, agents.plain, signal);
		}
		const session = sessions.ready(url) ?? (await sessions.open(url, signal));
		if (session === undefined) {
			return postOverHttp1(request, isTest ? agents.test : agents.checked, signal);
		}
		signal.addEventListener('abort', () => {
			sessions.probe(session);
		});
		return postOverHttp2(request, session, signal);
	}

	return {
		post: async (request, deadlineMs) => {
			const deadline = new AbortController();
			const timer = setTimeout(() => {
				deadline.abort();
			}, deadlineMs);
			try {
				return ok(await send(request, deadline.signal));
			} catch (error) {
				return fail(deadline.signal.aborted ? 'timeout' : toFailure(error));
			} finally {
				clearTimeout(timer);
			}
		},
		close: () => {
			sessions.close();
			for (const agent of Object.values(agents)) agent.destroy();
		}
	};
}

const toFailure = (error: unknown): PostFailure =>
	(error as NodeJS.ErrnoException).code === NOT_PUBLIC ? 'not-public' : 'unreachable';
