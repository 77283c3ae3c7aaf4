import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port that the system has just given, for a server that must be told its own. */
export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}
