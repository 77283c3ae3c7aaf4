import type { ServerResponse } from 'node:http';

/** What pages of other sites may read: it is the same for everybody, and needs no credentials. */
const OPEN = /^\/(data|published)\/|^\/[\w-]+\/feed\.(json|xml)$/;

/** Allows pages of other sites to read public data, and nothing else. Never with credentials. */
export function setOpenDataHeaders(response: ServerResponse, pathname: string): void {
	if (!OPEN.test(pathname)) return;
	response.setHeader('access-control-allow-origin', '*');
	response.setHeader('cross-origin-resource-policy', 'cross-origin');
}
