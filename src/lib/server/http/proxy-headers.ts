import type { IncomingHttpHeaders } from 'node:http';

/** What proxies commonly add. Clients send none of these. */
const OF_PROXIES = /^(forwarded|via|x-real-ip|x-forwarded-.+)$/;

/** Whether a request says that it came through a proxy. One that says nothing may have come through one, too. */
export const hasProxyHeader = (headers: IncomingHttpHeaders): boolean =>
	Object.keys(headers).some((name) => OF_PROXIES.test(name));
