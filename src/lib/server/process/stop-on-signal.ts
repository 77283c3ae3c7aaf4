import type { EventEmitter } from 'node:events';
import type { Server } from 'node:http';

/** How long answers under way may take. A phone whose answer is cut asks again. */
const ANSWERS_MS = 3000;
/** How long stopping may take in all. Messages still under way are settled by the end of their leases. */
const ALL_MS = 25_000;

/**
 * Stops the server in order at SIGINT or SIGTERM. It accepts no connections, finishes the answers under
 * way, and then emits the event at which the backend gives back what was not sent and closes the
 * database. After that nothing keeps the process alive.
 */
export function stopOnSignal(server: Server): void {
	let isStopping = false;
	const stop = (signal: NodeJS.Signals): void => {
		if (isStopping) return;
		isStopping = true;
		server.close(() => {
			(process as EventEmitter).emit('sveltekit:shutdown', signal);
		});
		server.closeIdleConnections();
		setTimeout(() => {
			server.closeAllConnections();
		}, ANSWERS_MS).unref();
		setTimeout(() => process.exit(1), ALL_MS).unref();
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
}
