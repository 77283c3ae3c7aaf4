const HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a public origin such as `http://localhost:4173` names this machine. The exemptions for local
 * use depend on it, and not on the peer: behind a proxy, every peer is a loopback address.
 */
export function isLoopbackOrigin(origin: string): boolean {
	const { hostname } = new URL(origin);
	return HOSTS.has(hostname) || hostname.endsWith('.localhost');
}

/** Whether the peer of a connection is on this machine. */
export function isLoopbackPeer(address: string): boolean {
	return /^(::ffff:)?127\./.test(address) || address === '::1';
}
