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
	/** Never rejects, and is done after `deadlineMs` at the latest: connecting, headers and body. */
	readonly post: (
		request: PushRequest,
		deadlineMs: number
	) => Promise<Result<PushAnswer, PostFailure>>;
	readonly close: () => void;
}

interface ClientOptions {
	/** Whether addresses are not checked: a push service for tests, on this machine. */
	readonly isTestOrigin?: (origin: string) => boolean;
	/** Certificates to trust besides the usual: for tests. */
	readonly ca?: string | undefined;
	/** Resolves names; checked addresses only, unless a test says otherwise. */
	readonly lookup?: LookupFunction;
}

const MAX_SOCKETS = 128;
const IDLE_MS = MINUTE_MS;

/**
 * Posts to push services. Connections are kept: HTTP/2 where the service speaks it, else HTTP/1.1.
 * `fetch` was tried and costs twice as much processor time; it also hides the address it connects to.
 * Redirects are not followed, cookies are not kept.
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
