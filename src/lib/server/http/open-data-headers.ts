import type { ServerResponse } from 'node:http';

/** What everybody may read from any page: the same for all, and no request for it carries a secret. */
const OPEN = /^\/(data|published)\/|^\/[\w-]+\/feed\.(json|xml)$/;

/** Opens public data to other sites' pages. Nothing else is, and no answer allows credentials. */
export function setOpenDataHeaders(response: ServerResponse, pathname: string): void {
	if (!OPEN.test(pathname)) return;
	response.setHeader('access-control-allow-origin', '*');
	response.setHeader('cross-origin-resource-policy', 'cross-origin');
}
