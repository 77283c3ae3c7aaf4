import { readFile, stat } from 'node:fs/promises';

/** What a `<meta>` policy cannot hold, and every answer carries. */
const FRAME = "frame-ancestors 'none'";
const META = /<meta\s+http-equiv="content-security-policy"\s+content="([^"]*)"/;

/** Nothing at all: for data, pictures and answers without a page. */
export const NOTHING = `default-src 'none'; ${FRAME}`;

/** A worker runs under the policy of its own file: it fetches what its pages may, and no more. */
export function workerPolicy(page: string | undefined): string {
	const connect = /connect-src [^;]*/.exec(page ?? '')?.[0] ?? "connect-src 'self'";
	return `default-src 'none'; ${connect}; script-src 'self'; ${FRAME}`;
}

interface Known {
	readonly changedMs: number;
	readonly policy: string;
}

/**
 * Makes the header of a page from the `<meta>` in its file: its hashes are those of this page's
 * scripts. Kept by file, of which there are as many as the build has: by what is asked for, a
 * stranger's made-up addresses would fill the memory.
 */
export function pagePolicies(): (file: string) => Promise<string> {
	const known = new Map<string, Known>();
	return async (file) => {
		const { mtimeMs } = await stat(file);
		const before = known.get(file);
		// a publish writes pages anew while the server runs
		if (before?.changedMs === mtimeMs) return before.policy;
		const meta = META.exec(await readFile(file, 'utf8'))?.[1];
		const policy = meta === undefined ? NOTHING : `${meta.replaceAll('&#39;', "'")}; ${FRAME}`;
		known.set(file, { changedMs: mtimeMs, policy });
		return policy;
	};
}
