import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { readSettings, writeSetting, type Settings } from '#lib/storage/stores/settings-store.ts';

/** From ten in the evening until six: `{ from: 22, until: 6 }`. Full hours of the phone's clock. */
export type QuietHours = NonNullable<Settings['quietHours']>;

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
