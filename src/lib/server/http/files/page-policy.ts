import { readFile, stat } from 'node:fs/promises';

/** The directive that a `<meta>` policy cannot contain. Every answer has it. */
const FRAME = "frame-ancestors 'none'";
const META = /<meta\s+http-equiv="content-security-policy"\s+content="([^"]*)"/;

/** Allows nothing: for data, pictures and all answers that are not pages. */
export const NOTHING = `default-src 'none'; ${FRAME}`;

/** The policy of the worker's file, under which it runs: it may fetch what its pages may. */
export function workerPolicy(page: string | undefined): string {
	const connect = /connect-src [^;]*/.exec(page ?? '')?.[0] ?? "connect-src 'self'";
	return `default-src 'none'; ${connect}; script-src 'self'; ${FRAME}`;
}

interface Known {
	readonly changedMs: number;
	readonly policy: string;
}

/**
 * Gives the policy of a page as a header, from the `<meta>` in its file, which has the hashes of its
 * scripts. Cached by file and not by address: strangers can make up any number of addresses.
 */
export function pagePolicies(): (file: string) => Promise<string> {
	const known = new Map<string, Known>();
	return async (file) => {
		const { mtimeMs } = await stat(file);
		const before = known.get(file);
		// a publish may rewrite pages while the server runs
		if (before?.changedMs === mtimeMs) return before.policy;
		const meta = META.exec(await readFile(file, 'utf8'))?.[1];
		const policy = meta === undefined ? NOTHING : `${meta.replaceAll('&#39;', "'")}; ${FRAME}`;
		known.set(file, { changedMs: mtimeMs, policy });
		return policy;
	};
}
