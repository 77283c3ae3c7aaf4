import { openBackend } from '#lib/server/backend/open-backend.ts';
import { isStartError } from '#lib/server/process/start-error.ts';

/** As long as messages under way may take; their leases end by themselves. */
const ALL_MS = 25_000;

// `npm run sender`: the sender without the server. Any number of them may run on one database.
try {
	const backend = await openBackend({ ...process.env, SENDER: 'on' });
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			setTimeout(() => process.exit(1), ALL_MS).unref();
			void backend.close();
		});
	}
	console.log(`Handrail's sender works for ${backend.settings.address}/ (Ctrl-C stops it)`);
} catch (error) {
	if (!isStartError(error)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
