import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { AcceptedEdition } from '#lib/trust/accept-edition.ts';
import { checkEditionVersion, type VersionRejection } from '#lib/trust/is-rollback.ts';
import { isInRole } from '#lib/trust/signed/root.ts';
import type { TrustState } from '#lib/trust/trust-state.ts';
import type { HandrailDatabase, ListingRow } from '../database/database.ts';
import { writeContent } from '../database/transaction.ts';
import { putEdition } from '../stores/edition-store.ts';
import { areWhole, deleteListings, putListings } from '../stores/listing-store.ts';
import { acknowledgeFirst } from '../stores/settings-store.ts';
import { putTrustState, readTrustState } from '../stores/trust-store.ts';

/** A verified edition, with the languages of which every text is on the phone. */
export interface StagedEdition {
	readonly accepted: AcceptedEdition;
	readonly listings: readonly ListingRow[];
	/** The lowest version that this build of the app accepts. */
	readonly floor: number;
}

export type SwitchRejection = VersionRejection | 'below-threshold' | 'incomplete';

/**
 * Puts an edition on screen, with the trust that vouches for it: both completely, or neither.
 * Everything was verified and prepared before. What another tab may have changed since then is
 * compared again in this transaction, because two writers can only meet here.
 */
export async function switchEdition(
	db: HandrailDatabase,
	{ accepted, listings, floor }: StagedEdition
): Promise<Result<{ version: number }, SwitchRejection>> {
	const { edition, sha256, signers } = accepted;
	const { version } = edition;

	return writeContent(db, async (tx) => {
		const state = await readTrustState(tx);
		if (!state || !isInRole(state.root, 'edition', signers)) return fail('below-threshold');
		const order = checkEditionVersion(state, { version, sha256 }, floor);
		if (!order.ok) return order;
		if (!(await areWhole(tx, listings))) return fail('incomplete');

		// rows of this number may be those of an edition that was signed with a stolen key
		await deleteListings(tx, version);
		await putListings(tx, version, listings);
		await putEdition(tx, edition);
		await putTrustState(tx, withInstalled(state, accepted));
		await acknowledgeFirst(tx, version);
		return ok({ version });
	});
}

function withInstalled(
	{ previous, ...state }: TrustState,
	{ edition, sha256, signers }: AcceptedEdition
): TrustState {
	const { version, issued, expires } = edition;
	const before = state.installed;
	// an edition that was signed again with a new key is the same edition, with the same one before
	// it
	const last = before && before.version !== version ? before.version : previous;
	return {
		...state,
		installed: { version, issued, expires, sha256, signers: [...signers], isFloor: true },
		...(last !== undefined && { previous: last })
	};
}
