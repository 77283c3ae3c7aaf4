import type { PublisherChange } from '#lib/phone/facts.ts';

/** What the status line says: one thing at a time. Instants are ISO 8601. */
export type StatusLineState =
	| { kind: 'saving'; done: number; total: number }
	| { kind: 'ready'; whole: number; total: number; checkedAt: string }
	| { kind: 'unconfirmed'; since: string }
	| { kind: 'behind' }
	| { kind: 'clock-wrong' }
	/** Guides open offline, but code or texts of other pages are still missing. */
	| { kind: 'saved'; whole: number; total: number }
	/** The reader deleted everything. Nothing is stored until they start again. */
	| { kind: 'erased' }
	/** Some stored files no longer match their hash. */
	| { kind: 'damaged' }
	| { kind: 'new-app' }
	| { kind: 'guidance-changed' }
	| PublisherChange
	| { kind: 'needs-app-update' }
	/** The reader turned notices on, but the phone can no longer receive any. */
	| { kind: 'notices-stopped' }
	| { kind: 'storage-full' }
	| { kind: 'storage-denied' }
	/** Nothing is stored, and there is no connection. */
	| { kind: 'offline-first' }
	| { kind: 'rejected'; code: string };

/**
 * How far the texts of a language are that are not on the phone. `slow`: still being fetched, but nothing
 * has arrived for a while. `failed`: what arrived was refused; the status line says why.
 */
export type Arrival = 'getting' | 'slow' | 'offline' | 'failed' | 'erased';
