/** What a connection tells about the client. Used for rate limits, and not stored. */
export interface Connection {
	/** The other end of the connection: a proxy of ours, or the client. */
	readonly peer: string;
	readonly forwardedFor: string | null;
}

/**
 * The address of the client: as far from the right in `X-Forwarded-For` as we have proxies, because
 * what is further left was written by the client itself. Without proxies, the peer of the connection.
 */
export function clientAddress({ peer, forwardedFor }: Connection, proxyHops: number): string {
	if (proxyHops === 0 || forwardedFor === null) return peer;
	const addresses = forwardedFor.split(',').map((it) => it.trim());
	return addresses.at(-proxyHops) ?? addresses[0] ?? peer;
}

/** The addresses that share a limit: one IPv4 address, or the /64 that an IPv6 customer is given. */
export function addressBlock(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped !== undefined) return mapped;
	if (!address.includes(':')) return address;
	// the URL parser gives every form of an IPv6 address one spelling
	const bare = address.split('%')[0] ?? '';
	const host = `http://[${bare}]/`;
	if (!URL.canParse(host)) return address;
	const [head = '', tail = ''] = new URL(host).hostname.slice(1, -1).split('::');
	const groups = (text: string): string[] => text.split(':').filter((it) => it !== '');
	const [start, end] = [groups(head), groups(tail)];
	const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0');
	return [...start, ...zeros, ...end].slice(0, 4).join(':');
}
