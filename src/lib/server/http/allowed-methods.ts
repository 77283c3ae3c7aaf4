import { openApi } from '#lib/server/api/openapi.ts';

/** Where other apps share texts to. The phone's worker takes them; here there was none. */
export const SHARE_TARGET = '/check/';

const READING = ['GET', 'HEAD'] as const;

/** Methods that Kit cannot make a request of. The API's other ones are for its routes to refuse. */
const NEVER: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT']);

/** What may not be asked of this address, as the methods that may; `undefined`: let it be asked. */
export function refusedFor(method: string, pathname: string): readonly string[] | undefined {
	if (pathname.startsWith('/api/')) {
		return NEVER.has(method) ? apiMethods(pathname) : undefined;
	}
	const allowed = pathname === SHARE_TARGET ? [...READING, 'POST'] : READING;
	return allowed.some((it) => it === method) ? undefined : allowed;
}

/** None where there is no such address. */
function apiMethods(pathname: string): string[] {
	const paths: Readonly<Record<string, object>> = openApi.paths;
	const known = Object.hasOwn(paths, pathname) ? Object.keys(paths[pathname] ?? {}) : [];
	return known.flatMap((it) => (it === 'get' ? READING : [it.toUpperCase()]));
}
