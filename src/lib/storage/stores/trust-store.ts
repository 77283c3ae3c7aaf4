import * as v from 'valibot';
import { parseTrustState, type TrustState } from '#lib/trust/trust-state.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { write, type TxWith, type WriteTxWith } from '../database/transaction.ts';
import { putFiles } from './proof-store.ts';

const Numbered = v.object({ version: v.number(), sha256: v.string() });
const OnScreen = v.object({
	installed: v.fallback(v.optional(Numbered), undefined),
	previous: v.fallback(v.optional(v.number()), undefined)
});
/** The edition on screen, and the number of the one before it. */
export type OnScreen = v.InferOutput<typeof OnScreen>;

/**
 * Reads which edition is on screen. Nothing else reads this. It parses only these two fields, so
 * that whatever another release wrote beside them, the texts can be read.
 */
export async function readOnScreen(tx: TxWith<'trust'>): Promise<OnScreen> {
	const row = v.safeParse(OnScreen, await tx.objectStore('trust').get('state'));
	return row.success ? row.output : {};
}

/** Reads the state of trust. `undefined` before the first sync, or if it is damaged. */
export const readTrust = (db: HandrailDatabase): Promise<TrustState | undefined> =>
	readTrustState(db.transaction('trust'));

/** Reads the state of trust within a larger transaction. */
export async function readTrustState(tx: TxWith<'trust'>): Promise<TrustState | undefined> {
	return parseTrustState(await tx.objectStore('trust').get('state'));
}

/** Replaces the state of trust, and with it the edition on screen. */
export async function putTrustState(tx: WriteTxWith<'trust'>, state: TrustState): Promise<void> {
	await tx.objectStore('trust').put(state, 'state');
}

/** A file as it was received, and the path that it is stored under. */
interface Proof {
	readonly path: string;
	readonly file: string;
}

/**
 * Replaces the state of trust by what `change` makes of it. Reads and writes in one transaction, so
 * that what another tab has written meanwhile is not lost. Strict, because a revocation must
 * survive a power failure. `proof`, the file that proves the change, is stored with it.
 */
export async function updateTrust(
	db: HandrailDatabase,
	change: (state: TrustState | undefined) => TrustState,
	proof?: Proof
): Promise<TrustState> {
	return write(
		db,
		['trust', 'proof'],
		async (tx) => {
			const state = change(await readTrustState(tx));
			await putTrustState(tx, state);
			if (proof) await putFiles(tx, new Map([[proof.path, proof.file]]));
			return state;
		},
		'strict'
	);
}
