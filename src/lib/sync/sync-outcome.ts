import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** Why what a host served is not accepted. Stable codes; the reader's words are chosen by them. */
export type Rejection =
	| 'malformed'
	| 'below-threshold'
	| 'rollback'
	| 'conflict'
	| 'lifetime'
	| 'root-expired'
	| 'wrong-hash'
	| 'wrong-length'
	| 'too-large'
	| 'mismatch'
	| 'incomplete'
	| 'no-such-language';

const SILENCES = [
	'network',
	'timeout',
	'not-served',
	'captive-portal',
	'root-unreachable'
] as const;
/** Why nothing came. It is nobody's lie: the next try may succeed. */
export type Silence = (typeof SILENCES)[number];

export type Failure = Rejection | Silence | 'needs-app-update';

/** Everything that is expected to happen. Anything else is a bug, and is thrown. */
export type SyncOutcome =
	/** Another edition, another language, or repaired texts: pages must read again. */
	| { status: 'switched'; version: number; languages: LanguageTag[] }
	| { status: 'already-current' }
	| { status: 'busy' }
	| { status: 'offline'; code?: Silence }
	| { status: 'needs-app-update' }
	| { status: 'rejected'; code: Rejection }
	| { status: 'storage'; code: 'storage-full' | 'storage-denied' | 'storage-blocked' };

/** Articles that are on the phone, of those that the language has. */
export interface SyncProgress {
	readonly lang: LanguageTag;
	readonly done: number;
	readonly total: number;
}

export function toOutcome(code: Failure): SyncOutcome {
	if (code === 'needs-app-update') return { status: code };
	return isSilence(code) ? { status: 'offline', code } : { status: 'rejected', code };
}

/** Nothing came, so nothing was refused. */
export const isSilence = (code: Failure): code is Silence =>
	(SILENCES as readonly string[]).includes(code);
