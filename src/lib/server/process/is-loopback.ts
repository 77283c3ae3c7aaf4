const HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether an address such as `http://localhost:4173` is this machine. Only then do the exemptions
 * hold: behind a proxy every peer is on loopback, so what a peer is proves nothing.
 */
export function isLoopbackOrigin(origin: string): boolean {
	const { hostname } = new URL(origin);
	return HOSTS.has(hostname) || hostname.endsWith('.localhost');
}

/** Whether the other end of a connection is on this machine. */
export function isLoopbackPeer(address: string): boolean {
	return /^(::ffff:)?127\./.test(address) || address === '::1';
}
