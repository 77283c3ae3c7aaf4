/** Chromium's own, which TypeScript does not know. */
interface WithConnection extends Navigator {
	readonly connection?: { readonly saveData?: boolean };
}

/**
 * Whether the reader told the phone to save data: then nothing is fetched that was not asked for.
 * That a line is metered no browser tells; who pays for each byte turns this on.
 */
export const isSavingData = (): boolean =>
	(navigator as WithConnection).connection?.saveData === true;
