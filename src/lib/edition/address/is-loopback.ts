/** As the URL parser and sockets write them: RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3. */
const LOOPBACK = /^(?:(?:.+\.)?localhost|(?:::ffff:)?127(?:\.\d{1,3}){3}|::1|\[::1\])$/i;

/**
 * Whether a host name, or the address of a socket, means this machine and is reached from nowhere else.
 * Everything that is allowed for trying things out hangs on it.
 */
export function isLoopbackHost(host: string): boolean {
	return LOOPBACK.test(host);
}

/**
 * The same of an address such as `http://localhost:4173`. A server judges itself by its public one, and
 * not by who asks: behind a proxy, every peer is a loopback address.
 */
export function isLoopbackOrigin(origin: string): boolean {
	return isLoopbackHost(new URL(origin).hostname);
}
