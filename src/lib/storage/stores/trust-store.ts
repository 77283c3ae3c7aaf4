import * as v from 'valibot';
import { parseTrustState, type TrustState } from '#lib/trust/trust-state.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { write, type TxWith } from '../database/transaction.ts';

const Numbered = v.object({ version: v.number(), sha256: v.string() });
const OnScreen = v.object({
	installed: v.fallback(v.optional(Numbered), undefined),
	previous: v.fallback(v.optional(v.number()), undefined)
});
/** The edition on screen, and the number of the one before it. */
export type OnScreen = v.InferOutput<typeof OnScreen>;

/**
 * The one reader of what is installed. It parses these two fields alone: whatever another release of
 * the app wrote beside them, the texts stay readable.
 */
export async function readOnScreen(tx: TxWith<'trust'>): Promise<OnScreen> {
	const row = v.safeParse(OnScreen, await tx.objectStore('trust').get('state'));
	return row.success ? row.output : {};
}

/** What this phone believes. `undefined` before the first sync. */
export async function readTrust(db: HandrailDatabase): Promise<TrustState | undefined> {
	return parseTrustState(await db.get('trust', 'state'));
}

/** A file as it came, and the path under which it is kept. */
interface Proof {
	readonly path: string;
	readonly file: string;
}

/**
 * Replaces the row by what `change` makes of it, in a transaction of its own: what another tab wrote
 * in between is seen, not lost. Strict: a revocation must survive an empty battery. With it goes the
 * file that proves it.
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
			const rows = tx.objectStore('trust');
			const state = change(parseTrustState(await rows.get('state')));
			await rows.put(state, 'state');
			if (proof) await tx.objectStore('proof').put(proof.file, proof.path);
			return state;
		},
		'strict'
	);
}
