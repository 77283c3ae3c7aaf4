/** What a connection tells about who asks. Used for rate limits, and kept nowhere. */
export interface Connection {
	/** The other end: a proxy of ours, or the caller. */
	readonly peer: string;
	readonly forwardedFor: string | null;
}

/**
 * The address of who asks: as far left in `X-Forwarded-For` as we have proxies, because what is
 * further left was written by the caller. With no proxies, or a shorter list: the connection's.
 */
export function clientAddress({ peer, forwardedFor }: Connection, proxyHops: number): string {
	if (proxyHops === 0 || forwardedFor === null) return peer;
	const addresses = forwardedFor.split(',').map((it) => it.trim());
	return addresses.at(-proxyHops) ?? addresses[0] ?? peer;
}

/** Who shares a limit: an IPv4 address, or the /64 that one subscriber of IPv6 has. */
export function addressBlock(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped !== undefined) return mapped;
	if (!address.includes(':')) return address;
	// the parser writes every form of an address in one way
	const bare = address.split('%')[0] ?? '';
	const host = `http://[${bare}]/`;
	if (!URL.canParse(host)) return address;
	const [head = '', tail = ''] = new URL(host).hostname.slice(1, -1).split('::');
	const groups = (text: string): string[] => text.split(':').filter((it) => it !== '');
	const [start, end] = [groups(head), groups(tail)];
	const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0');
	return [...start, ...zeros, ...end].slice(0, 4).join(':');
}
