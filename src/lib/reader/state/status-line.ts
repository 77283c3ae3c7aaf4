/** The one thing that the status line says. Instants are ISO 8601. */
export type StatusLineState =
	| { kind: 'saving'; done: number; total: number }
	| { kind: 'ready'; whole: number; total: number; checkedAt: string }
	| { kind: 'unconfirmed'; since: string }
	| { kind: 'behind' }
	| { kind: 'clock-wrong' }
	/** Guides open offline; code or texts of other pages are still missing. */
	| { kind: 'saved'; whole: number; total: number }
	/** Nothing is kept until the reader begins anew. */
	| { kind: 'erased' }
	/** Part of what is stored is not what it was. */
	| { kind: 'damaged' }
	| { kind: 'new-app' }
	| { kind: 'guidance-changed' }
	| { kind: 'needs-app-update' }
	/** The reader wants notices, and none can come. */
	| { kind: 'notices-stopped' }
	| { kind: 'storage-full' }
	| { kind: 'storage-denied' }
	/** Nothing is stored and there is no network. */
	| { kind: 'offline-first' }
	| { kind: 'rejected'; code: string };

/**
 * How it stands with a language whose texts are not on the phone. `slow`: still under way, and for a
 * while nothing has come. `failed`: something came that could not be taken; the status line says why.
 */
export type Arrival = 'getting' | 'slow' | 'offline' | 'failed' | 'erased';
