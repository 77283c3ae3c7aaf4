import { openApi } from '#lib/server/api/openapi.ts';

/** Where other apps share texts to. The service worker takes them; a POST here means there is none. */
export const SHARE_TARGET = '/check/';

const READING = ['GET', 'HEAD'] as const;

/** Methods of which Kit cannot make a request. The routes of the API refuse others themselves. */
const NEVER: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT']);

/** The allowed methods of an address, if `method` is to be refused; `undefined` if it is not. */
export function refusedFor(method: string, pathname: string): readonly string[] | undefined {
	if (pathname.startsWith('/api/')) {
		return NEVER.has(method) ? apiMethods(pathname) : undefined;
	}
	const allowed = pathname === SHARE_TARGET ? [...READING, 'POST'] : READING;
	return allowed.some((it) => it === method) ? undefined : allowed;
}

/** The methods of an address of the API. Empty if there is no such address. */
function apiMethods(pathname: string): string[] {
	const paths: Readonly<Record<string, object>> = openApi.paths;
	const known = Object.hasOwn(paths, pathname) ? Object.keys(paths[pathname] ?? {}) : [];
	return known.flatMap((it) => (it === 'get' ? READING : [it.toUpperCase()]));
}
