import { openBackend } from '#lib/server/backend/open-backend.ts';
import { isStartError } from '#lib/server/process/start-error.ts';

/** Longer than messages under way can take. If stopping takes longer still, their leases end anyway. */
const STOP_MS = 25_000;

// `npm run sender`: a sender without the server. Any number of them may share one database.
try {
	const backend = await openBackend({ ...process.env, SENDER: 'on' });
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			setTimeout(() => process.exit(1), STOP_MS).unref();
			void backend.close();
		});
	}
	console.log(`Handrail's sender works for ${backend.settings.address}/ (Ctrl-C stops it)`);
} catch (error) {
	if (!isStartError(error)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
