/** The one thing that the status line says. Instants are ISO 8601. */
export type StatusLineState =
	| { kind: 'saving'; done: number; total: number }
	| { kind: 'ready'; whole: number; total: number; checkedAt: string }
	| { kind: 'unconfirmed'; since: string }
	| { kind: 'behind' }
	| { kind: 'clock-wrong' }
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

/** `since`: when the edition was last confirmed. Same words as `lib/trust/freshness.ts`. */
export interface FreshnessView {
	readonly state: 'current' | 'behind' | 'unconfirmed' | 'clock-wrong';
	readonly since?: string;
	/** What came last was refused: why. */
	readonly refused?: string;
}

/** How many articles of a language are on this phone, whole, when that was last checked. */
export interface Readiness {
	readonly whole: number;
	readonly total: number;
	readonly checkedAt: string;
	/** Texts that are here, and only a newer app can read. */
	readonly leftOut?: number;
}
