export type StorageCode = 'storage-full' | 'storage-denied' | 'storage-blocked';

/** The phone refuses to store: ordinary, and told to the reader by its code. */
export class StorageError extends Error {
	readonly code: StorageCode;

	constructor(code: StorageCode, options?: ErrorOptions) {
		super(code, options);
		// by hand: a minifier renames classes
		this.name = 'StorageError';
		this.code = code;
	}
}

/** What browsers call it. A name that is not here is a mistake of ours, and stays an exception. */
const CODES: Readonly<Record<string, StorageCode>> = {
	QuotaExceededError: 'storage-full',
	// private windows, blocked site data, and a profile that the browser cannot read
	SecurityError: 'storage-denied',
	NotAllowedError: 'storage-denied',
	UnknownError: 'storage-denied',
	// the connection was closed under us: by a tab with newer code, or by the browser
	InvalidStateError: 'storage-blocked',
	AbortError: 'storage-blocked'
};

/** IndexedDB refuses by throwing, from any request: here it becomes a code, or `undefined`. */
export function toStorageCode(error: unknown): StorageCode | undefined {
	if (error instanceof StorageError) return error.code;
	return error instanceof Error ? CODES[error.name] : undefined;
}
