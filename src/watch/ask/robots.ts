import { createRequire } from 'node:module';
import type robotsParser from 'robots-parser';

/** What a host asks of robots: may an address be read, and how long to wait between two. */
export interface Robots {
	readonly allows: (url: string) => boolean;
	readonly delayMs: number;
}

// its types say ES module, its file is CommonJS
const parse = createRequire(import.meta.url)('robots-parser') as typeof robotsParser;

/** No longer wait is kept: a host that asks for minutes is asked for one page a day. */
const LONGEST_DELAY_MS = 30_000;

export const ALLOW_ALL: Robots = { allows: () => true, delayMs: 0 };
export const ALLOW_NONE: Robots = { allows: () => false, delayMs: 0 };

/** Parses a robots.txt as RFC 9309 has it, for the agent of this name. */
export function parseRobots(url: string, text: string, agent: string): Robots {
	const robots = parse(url, text);
	const delay = robots.getCrawlDelay(agent) ?? 0;
	return {
		allows: (address) => robots.isAllowed(address, agent) ?? true,
		delayMs: Math.min(Number.isFinite(delay) ? delay * 1000 : 0, LONGEST_DELAY_MS)
	};
}

/** The rules by the status of a robots.txt: none if there is none, all closed if the host is ill. */
export function robotsOfStatus(status: number): Robots | undefined {
	if (status >= 200 && status < 300) return undefined;
	return status >= 400 && status < 500 && status !== 429 ? ALLOW_ALL : ALLOW_NONE;
}
