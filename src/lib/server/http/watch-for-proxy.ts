import type { IncomingMessage } from 'node:http';
import { isLoopbackOrigin } from '#lib/edition/address/is-loopback.ts';
import { log } from '#lib/server/process/log.ts';
import type { ServerSettings } from '#lib/server/process/settings.ts';
import { hasProxyHeader } from './proxy-headers.ts';

const WHAT =
	'ORIGIN is of this machine, and requests come through a proxy or under another name. ' +
	'If readers come that way, set ORIGIN to the address that they open, such as ORIGIN=https://example.org, ' +
	'and TRUST_PROXY to the number of your proxies.';

/**
 * Tells the operator once that a server which was started for this machine alone is asked from elsewhere:
 * links, feeds and announcements would name this machine, and demo keys are allowed. Neither the name nor
 * the path of the request is told.
 */
export function watchForProxy({
	isLocal
}: Pick<ServerSettings, 'isLocal'>): (request: Pick<IncomingMessage, 'headers'>) => void {
	let isSaid = !isLocal;
	return (request) => {
		if (isSaid || !isFromElsewhere(request)) return;
		isSaid = true;
		log('origin-not-set', { alert: true, what: WHAT });
	};
}

function isFromElsewhere({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
	const address = `http://${headers.host ?? 'localhost'}`;
	const isOurs = URL.canParse(address) && isLoopbackOrigin(address);
	return !isOurs || hasProxyHeader(headers);
}
