import type { QuietHours } from '#lib/phone/choices.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { readSettings, writeSetting } from '#lib/storage/stores/settings-store.ts';

/** Read by the worker for each notice. The server learns nothing of them. Never rejects. */
export async function readQuietHours(open: OpenDatabase): Promise<QuietHours | undefined> {
	// where nothing can be stored, there are no notices to be quiet about
	return open()
		.then(readSettings)
		.then(
			({ quietHours }) => quietHours,
			() => undefined
		);
}

export async function keepQuietHours(
	open: OpenDatabase,
	quietHours: QuietHours | undefined
): Promise<void> {
	await open()
		.then((db) => writeSetting(db, 'quietHours', quietHours))
		.catch(() => undefined);
}

export function isQuiet(quiet: QuietHours | undefined, hour: number): boolean {
	if (!quiet) return false;
	const { from, until } = quiet;
	return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}
