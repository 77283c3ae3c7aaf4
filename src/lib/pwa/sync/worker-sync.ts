import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';

/** A sync of the worker's, as it tells a page of it. */
export interface WorkerSync {
	readonly outcome: SyncOutcome;
	/** Those that it asked for: the reader's first. */
	readonly languages: readonly LanguageTag[];
	/** How far the host's clock is ahead of the phone's, in ms. */
	readonly clockSkewMs: number | undefined;
}

/** As much as a page needs in order not to trip: the worker may be that of another release. */
export function isWorkerSync(it: unknown): it is WorkerSync {
	if (typeof it !== 'object' || it === null) return false;
	const { outcome, languages, clockSkewMs }: Partial<Record<keyof WorkerSync, unknown>> = it;
	return (
		typeof outcome === 'object' &&
		outcome !== null &&
		'status' in outcome &&
		Array.isArray(languages) &&
		['number', 'undefined'].includes(typeof clockSkewMs)
	);
}
