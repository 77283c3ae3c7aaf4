/** Chromium's own, which TypeScript does not know. */
interface WithConnection extends Navigator {
	readonly connection?: { readonly saveData?: boolean; readonly type?: string };
}

/**
 * Whether nothing is fetched that was not asked for: the reader told the phone to save data, or the
 * line is a mobile one. That a line is metered no browser tells; a mobile one most often is.
 */
export function isSavingData(): boolean {
	const { connection } = navigator as WithConnection;
	return connection?.saveData === true || connection?.type === 'cellular';
}

/** As much as a page with one photograph. Some five changed blocks of a guide, at 60 kB each. */
const SMALL_BYTES = 300_000;

/**
 * How many bytes may come of what a reader once asked for and has not asked for now: none where data is
 * saved, all by Wi-Fi or cable, and little where the browser does not say what the line is. Firefox and
 * Safari never do.
 */
export function mostUnasked(): number {
	if (isSavingData()) return 0;
	const type = (navigator as WithConnection).connection?.type ?? '';
	return ['wifi', 'ethernet'].includes(type) ? Infinity : SMALL_BYTES;
}
