export type StorageCode = 'storage-full' | 'storage-denied' | 'storage-blocked';

/** The phone refuses to store something. This can be expected; the reader is told by the code. */
export class StorageError extends Error {
	readonly code: StorageCode;

	constructor(code: StorageCode, options?: ErrorOptions) {
		super(code, options);
		// set here, because a minifier renames classes
		this.name = 'StorageError';
		this.code = code;
	}
}

/** The names of browsers' errors. Any other name is a bug of ours, and stays an exception. */
const CODES: Readonly<Record<string, StorageCode>> = {
	QuotaExceededError: 'storage-full',
	// a private window, blocked site data, or a profile that the browser cannot read
	SecurityError: 'storage-denied',
	NotAllowedError: 'storage-denied',
	UnknownError: 'storage-denied',
	// the connection was closed, for a tab with newer code or by the browser
	InvalidStateError: 'storage-blocked',
	AbortError: 'storage-blocked'
};

/**
 * The code for an error of IndexedDB, any of whose requests may throw. `undefined` for other
 * errors.
 */
export function toStorageCode(error: unknown): StorageCode | undefined {
	if (error instanceof StorageError) return error.code;
	return error instanceof Error ? CODES[error.name] : undefined;
}
