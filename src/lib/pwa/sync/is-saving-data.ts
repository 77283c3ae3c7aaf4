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
