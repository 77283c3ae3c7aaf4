import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '#lib/server/process/start-error.ts';

/** `localhost`, by its two addresses: no other program shall answer in our place on one of them. */
const ADDRESSES = ['127.0.0.1', '::1'] as const;
const MOST_TRIES = 20;
const REQUEST_MS = 30_000;

export interface Listening {
	readonly port: number;
	/** The port is known only now, and with it the names that requests may use. */
	readonly answer: (listener: RequestListener) => void;
	readonly close: () => void;
}

/**
 * Opens one port on the two loopback addresses, and on nothing that another computer reaches: the wanted
 * one, or one that is free.
 */
export async function listenOnLoopback(wanted: number): Promise<Listening> {
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const first = await listen(tries === 0 ? wanted : 0, ADDRESSES[0]);
		if (first === undefined) continue;
		const { port } = first.address() as AddressInfo;
		const second = await listen(port, ADDRESSES[1]);
		if (second === undefined) {
			first.close();
			continue;
		}
		return listeningOn([first, ...(second === 'no-such-address' ? [] : [second])]);
	}
	throw new Error('No port of this computer is free');
}

/** Opens this port and no other, because a proxy sends to it: on one address, or on the loopback ones. */
export async function listenAt(port: number, host: string | undefined): Promise<Listening> {
	if (host === undefined) {
		const listening = await listenOnLoopback(port);
		if (port === 0 || listening.port === port) return listening;
		listening.close();
		throw new StartError(`Port ${String(port)} is taken. --port names another one.`);
	}
	const server = await listen(port, host);
	if (server === undefined) {
		throw new StartError(`Port ${String(port)} of ${host} is taken. --port names another one.`);
	}
	if (server === 'no-such-address') {
		throw new StartError(`EDITOR_HOST must be an address of this machine, and ${host} is none.`);
	}
	return listeningOn([server]);
}

function listeningOn(servers: readonly Server[]): Listening {
	const { port } = servers[0]?.address() as AddressInfo;
	return {
		port,
		answer: (listener) => {
			for (const server of servers) server.on('request', listener);
		},
		close: () => {
			for (const server of servers) {
				server.close();
				server.closeAllConnections();
			}
		}
	};
}

function listen(port: number, host: '127.0.0.1'): Promise<Server | undefined>;
function listen(port: number, host: string): Promise<Server | 'no-such-address' | undefined>;
/** `undefined`: the port is taken. */
function listen(port: number, host: string): Promise<Server | 'no-such-address' | undefined> {
	const server = createServer();
	server.requestTimeout = REQUEST_MS;
	server.headersTimeout = REQUEST_MS;
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE') resolve(undefined);
			// a computer without IPv6
			else if (/EADDRNOTAVAIL|EAFNOSUPPORT/.test(error.code ?? '')) resolve('no-such-address');
			else reject(error);
		});
		server.listen(port, host, () => {
			resolve(server);
		});
	});
}
