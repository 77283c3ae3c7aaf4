import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a `<meta>` policy cannot hold, and every answer carries. */
const FRAME = "frame-ancestors 'none'";
const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/;

/** Nothing at all: for data, pictures and answers without a page. */
export const NOTHING = `default-src 'none'; ${FRAME}`;

/** A worker runs under the policy of its own file: it fetches what its pages may, and no more. */
export function workerPolicy(page: string | undefined): string {
	const connect = /connect-src [^;]*/.exec(page ?? '')?.[0] ?? "connect-src 'self'";
	return `default-src 'none'; ${connect}; script-src 'self'; ${FRAME}`;
}

/** The page that works where the app does not: one script and one style of its own. */
export const RESET = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; ${FRAME}`;

interface Known {
	readonly changedMs: number;
	readonly policy: string | undefined;
}

/**
 * Makes the header of a prerendered page from the `<meta>` that Kit wrote into it: its hashes are
 * those of this page's scripts. `undefined` where the path is no prerendered page.
 */
export function pagePolicies(
	prerenderedDir: string
): (pathname: string) => Promise<string | undefined> {
	const known = new Map<string, Known>();
	return async (pathname) => {
		// a path that climbs out of the folder is no page of ours
		if (pathname.split('/').includes('..')) return;
		const file = join(prerenderedDir, pathname, 'index.html');
		// only real pages are kept: a stranger's made-up paths must not fill the memory
		const found = await stat(file).catch(() => undefined);
		if (!found?.isFile()) return;
		const before = known.get(pathname);
		// a publish writes pages anew while the server runs
		if (before?.changedMs === found.mtimeMs) return before.policy;
		const meta = META.exec(await readFile(file, 'utf8'))?.[1];
		const policy = meta && `${meta.replaceAll('&#39;', "'")}; ${FRAME}`;
		known.set(pathname, { changedMs: found.mtimeMs, policy });
		return policy;
	};
}
