import type { EventEmitter } from 'node:events';
import type { Server } from 'node:http';

/** Answers under way get so long; phones ask again. */
const ANSWERS_MS = 3000;
/** Messages under way get so long, then their leases end by themselves. */
const ALL_MS = 25_000;

/**
 * Stops in order: no new connections, the answers that are under way, then the event that the backend
 * waits for: it gives back what was not sent, and closes the database. The process ends by itself.
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
