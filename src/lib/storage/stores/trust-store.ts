import { parseTrustState, type TrustState } from '#lib/trust/trust-state.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { write } from '../database/transaction.ts';

/** What this phone believes. `undefined` before the first sync. */
export async function readTrust(db: HandrailDatabase): Promise<TrustState | undefined> {
	return parseTrustState(await db.get('trust', 'state'));
}

/**
 * Replaces the row by what `change` makes of it, in a transaction of its own: what another tab wrote
 * in between is seen, not lost. Strict: a revocation must survive an empty battery.
 */
export async function updateTrust(
	db: HandrailDatabase,
	change: (state: TrustState | undefined) => TrustState
): Promise<TrustState> {
	return write(
		db,
		['trust'],
		async (tx) => {
			const state = change(parseTrustState(await tx.store.get('state')));
			await tx.store.put(state, 'state');
			return state;
		},
		'strict'
	);
}
