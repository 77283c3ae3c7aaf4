import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** Why an edition is not accepted. The codes are stable; the reader's words are chosen by them. */
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
/** Why nothing was received. Nobody lied: the next try may succeed. */
export type Silence = (typeof SILENCES)[number];

export type Failure = Rejection | Silence | 'needs-app-update';

/** Every outcome that can be expected. Anything else is a bug, and is thrown. */
export type SyncOutcome =
	/** Another edition, another language, or repaired texts: pages must be read again. */
	| { status: 'switched'; version: number; languages: LanguageTag[] }
	| { status: 'already-current' }
	| { status: 'busy' }
	| { status: 'offline'; code?: Silence }
	| { status: 'needs-app-update' }
	| { status: 'rejected'; code: Rejection }
	| { status: 'storage'; code: 'storage-full' | 'storage-denied' | 'storage-blocked' };

/** How many articles of a language are on the phone, and how many it has. */
export interface SyncProgress {
	readonly lang: LanguageTag;
	readonly done: number;
	readonly total: number;
}

export function toOutcome(code: Failure): SyncOutcome {
	if (code === 'needs-app-update') return { status: code };
	return isSilence(code) ? { status: 'offline', code } : { status: 'rejected', code };
}

/** Whether nothing was received, and so nothing was refused. */
export const isSilence = (code: Failure): code is Silence =>
	(SILENCES as readonly string[]).includes(code);
