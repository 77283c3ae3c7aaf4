import { addressBlock, clientAddress } from '#lib/server/requests/client-address.ts';
import type { Backend } from '#lib/server/backend/backend.ts';
import { isLoopbackHost, isLoopbackOrigin } from '#lib/edition/address/is-loopback.ts';
import { isSameSecret } from '#lib/server/subscriptions/token-hash.ts';
import { hasProxySigns } from './proxy-signs.ts';

/** The part of a request that decides whether it comes from the operator. */
export interface OperatorCall {
	readonly headers: Headers;
	/** The address at the other end of the connection. */
	readonly peer: string;
}

/** The part of a server that decides who its operator is. */
type Operated = Pick<Backend, 'alertOnce'> & {
	readonly settings: Pick<Backend['settings'], 'operatorToken' | 'isLocal' | 'proxyHops'>;
	readonly limits: Pick<Backend['limits'], 'guesses'>;
};

/** `waitSeconds`: too many wrong tokens came from there, so this one was not compared. */
export type MayOperate = 'yes' | 'no' | { readonly waitSeconds: number };

/**
 * Whether to show the operator's pages. The token gives access, as `Bearer` or as the password of HTTP
 * Basic, which browsers can ask for. A request from this machine needs no token while `ORIGIN` is local,
 * unless it came through a proxy or under another host name.
 */
export function mayOperate(call: OperatorCall, operated: Operated): MayOperate {
	const { operatorToken, isLocal } = operated.settings;
	const given = tokenOf(call.headers.get('authorization') ?? '');
	const judged =
		operatorToken === undefined || given === undefined
			? 'no'
			: judgeToken(given, operatorToken, call, operated);
	if (judged !== 'no') return judged;
	return isLocal && isHere(call) ? 'yes' : 'no';
}

function judgeToken(
	given: string,
	operatorToken: string,
	{ headers, peer }: OperatorCall,
	{ settings, limits: { guesses }, alertOnce }: Operated
): MayOperate {
	const forwardedFor = headers.get('x-forwarded-for');
	const address = addressBlock(clientAddress({ peer, forwardedFor }, settings.proxyHops));
	const waitSeconds = guesses.waitSeconds(address);
	if (waitSeconds > 0) {
		alertOnce('operator-token-guessed');
		return { waitSeconds };
	}
	if (isSameSecret(given, operatorToken)) {
		guesses.countRight(address);
		return 'yes';
	}
	guesses.countWrong(address);
	return 'no';
}

function isHere({ headers, peer }: OperatorCall): boolean {
	// DNS rebinding: a site whose name resolves to 127.0.0.1 sends its own name as the host
	const host = `http://${headers.get('host') ?? ''}`;
	const isOurs = URL.canParse(host) && isLoopbackOrigin(host);
	return isLoopbackHost(peer) && isOurs && !hasProxySigns(headers);
}

function tokenOf(authorization: string): string | undefined {
	const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)$/i.exec(authorization) ?? [];
	if (scheme.toLowerCase() === 'bearer') return value;
	if (scheme.toLowerCase() !== 'basic') return;
	const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(value, 'base64').toString('utf8')) ?? [];
	return password;
}
