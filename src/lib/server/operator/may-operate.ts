import { isLoopbackOrigin, isLoopbackPeer } from '../is-loopback.ts';
import type { ServerSettings } from '../settings.ts';
import { isSameSecret } from '../subscriptions/token-hash.ts';

/** Whoever asks for the operator's pages, as far as it matters. */
export interface OperatorCall {
	readonly headers: Headers;
	/** The other end of the connection itself. */
	readonly peer: string;
}

/**
 * Whether to show the operator's pages: to whoever has the token, as `Bearer` or as the password of
 * HTTP Basic, which a browser can ask for. On this machine without a token, too, but only while
 * `ORIGIN` says that nobody else is served, and not through a proxy or under another name.
 */
export function mayOperate(
	{ headers, peer }: OperatorCall,
	{ operatorToken, isLocal }: Pick<ServerSettings, 'operatorToken' | 'isLocal'>
): boolean {
	const given = tokenOf(headers.get('authorization') ?? '');
	if (operatorToken !== undefined && given !== undefined && isSameSecret(given, operatorToken)) {
		return true;
	}
	const isForwarded = headers.has('x-forwarded-for') || headers.has('forwarded');
	// a page of another site whose name leads to 127.0.0.1 comes with its own name
	const host = `http://${headers.get('host') ?? ''}`;
	const isHere = isLoopbackPeer(peer) && URL.canParse(host) && isLoopbackOrigin(host);
	return isLocal && isHere && !isForwarded;
}

function tokenOf(authorization: string): string | undefined {
	const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)$/i.exec(authorization) ?? [];
	if (scheme.toLowerCase() === 'bearer') return value;
	if (scheme.toLowerCase() !== 'basic') return;
	const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(value, 'base64').toString('utf8')) ?? [];
	return password;
}
