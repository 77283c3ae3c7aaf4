import { setTimeout as sleep } from 'node:timers/promises';
import type { Agent } from './agent.ts';
import type { Answer, Hop, HttpResponse, Validators } from './answer.ts';
import { requestOnce, type Limits } from './request-once.ts';
import { ALLOW_NONE, parseRobots, robotsOfStatus, type Robots } from './robots.ts';

export interface PoliteOptions extends Limits {
	readonly agent: Agent;
	/** The least time between two requests to one host. */
	readonly pauseMs: number;
}

/** As RFC 9309 has it: more of a robots.txt need not be read. */
const ROBOTS_BYTES = 512 * 1024;
const MOST_HOPS = 8;

/**
 * Asks hosts as a guest does: by name, one request at a time, with pauses, nothing that robots.txt
 * refuses, and nothing again that has not changed. Different hosts are asked side by side.
 */
export class PoliteClient {
	readonly #options: PoliteOptions;
	/** By host: settled when its last request has ended, with the time from which it may be asked. */
	readonly #queues = new Map<string, Promise<number>>();
	readonly #robots = new Map<string, Promise<Robots>>();

	constructor(options: PoliteOptions) {
		this.#options = options;
	}

	/** Reads a document. Redirects are followed, each with its host's own rules. */
	async read(url: string, validators: Validators = {}): Promise<Answer> {
		const hops: Hop[] = [];
		for (let at = withoutFragment(url); ;) {
			const requestHeaders = this.#headersFor(validators);
			const robots = await this.#robotsOf(at);
			if (!robots.allows(at)) return { kind: 'failed', why: 'robots', detail: at };
			const outcome = await this.#inTurn(at, robots.delayMs, requestHeaders);
			if (!outcome.ok) return { kind: 'failed', why: outcome.why, detail: outcome.detail };
			const { response } = outcome;
			if (response.status === 304) return { kind: 'unchanged', hops };
			const to = targetOf(response);
			if (to === undefined) return { kind: 'answered', hops, response, requestHeaders };
			hops.push({ status: response.status, from: at, to });
			if (hops.length > MOST_HOPS || hops.some(({ from }) => from === to)) {
				return { kind: 'failed', why: 'redirects', detail: to };
			}
			at = to;
		}
	}

	/** Asks an interface that is made for programs: its keys and limits are its rules, not robots.txt. */
	async askApi(url: string): Promise<Answer> {
		const requestHeaders = {
			'user-agent': this.#options.agent.header,
			accept: 'application/json'
		};
		const outcome = await this.#inTurn(url, 0, requestHeaders);
		if (!outcome.ok) return { kind: 'failed', why: outcome.why, detail: outcome.detail };
		return { kind: 'answered', hops: [], response: outcome.response, requestHeaders };
	}

	#headersFor({ etag, lastModified }: Validators): Record<string, string> {
		return {
			'user-agent': this.#options.agent.header,
			accept: 'text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.1',
			'accept-language': 'en',
			...(etag === undefined ? {} : { 'if-none-match': etag }),
			...(lastModified === undefined ? {} : { 'if-modified-since': lastModified })
		};
	}

	#robotsOf(url: string): Promise<Robots> {
		const { origin } = new URL(url);
		const known = this.#robots.get(origin) ?? this.#readRobots(`${origin}/robots.txt`);
		this.#robots.set(origin, known);
		return known;
	}

	async #readRobots(url: string): Promise<Robots> {
		let at = url;
		for (let hops = 0; hops < MOST_HOPS; hops += 1) {
			const outcome = await this.#inTurn(at, 0, this.#headersFor({}), ROBOTS_BYTES);
			// a host that cannot be asked for its rules is not asked for its pages
			if (!outcome.ok) return ALLOW_NONE;
			const { response } = outcome;
			const to = targetOf(response);
			if (to === undefined) {
				const text = new TextDecoder().decode(response.body);
				const byStatus = robotsOfStatus(response.status);
				return byStatus ?? parseRobots(url, text, this.#options.agent.name);
			}
			at = to;
		}
		return ALLOW_NONE;
	}

	/** Waits until nobody else asks this host and its pause is over, then asks. */
	async #inTurn(
		url: string,
		delayMs: number,
		headers: Record<string, string>,
		maxBytes = this.#options.maxBytes
	) {
		const { host } = new URL(url);
		const { deadlineMs, pauseMs } = this.#options;
		const before = this.#queues.get(host) ?? Promise.resolve(0);
		const outcome = before.then(async (freeAt) => {
			await sleep(Math.max(0, freeAt - performance.now()));
			return requestOnce(url, headers, { deadlineMs, maxBytes });
		});
		const freeAt = outcome.then(() => performance.now() + Math.max(pauseMs, delayMs));
		this.#queues.set(host, freeAt);
		return outcome;
	}
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends us; absent for any other answer. */
function targetOf({ status, headers, url }: HttpResponse): string | undefined {
	const location = headers.find(([name]) => name === 'location')?.[1];
	if (!REDIRECTS.has(status) || location === undefined || !URL.canParse(location, url)) {
		return undefined;
	}
	const target = new URL(location, url);
	const isWeb = target.protocol === 'https:' || target.protocol === 'http:';
	return isWeb ? withoutFragment(target.href) : undefined;
}

function withoutFragment(url: string): string {
	const without = new URL(url);
	without.hash = '';
	return without.href;
}
