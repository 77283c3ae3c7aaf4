import { READS } from '#lib/edition/known.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { AcceptedEdition } from '#lib/trust/accept-edition.ts';
import { checkEditionVersion, type VersionRejection } from '#lib/trust/is-rollback.ts';
import { isInRole } from '#lib/trust/root.ts';
import { parseTrustState, type TrustState } from '#lib/trust/trust-state.ts';
import type { HandrailDatabase, ListingRow } from '../database/database.ts';
import { writeContent } from '../database/transaction.ts';
import { areWhole, deleteListings, putListings } from '../stores/listing-store.ts';
import { readSetting } from '../stores/settings-store.ts';

/** A verified edition, with the languages whose texts are all on the phone. */
export interface StagedEdition {
	readonly accepted: AcceptedEdition;
	readonly listings: readonly ListingRow[];
	/** The lowest version that this build of the app accepts. */
	readonly floor: number;
}

export type SwitchRejection = VersionRejection | 'below-threshold' | 'incomplete';

/**
 * Puts an edition and the trust that vouches for it in place: both, whole, or neither. Everything
 * was verified and worked out before; what another tab may have changed since is compared again
 * here, where two writers meet.
 */
export async function switchEdition(
	db: HandrailDatabase,
	{ accepted, listings, floor }: StagedEdition
): Promise<Result<{ version: number }, SwitchRejection>> {
	const { edition, sha256, signers } = accepted;
	const { version } = edition;

	return writeContent(db, async (tx) => {
		const state = parseTrustState(await tx.objectStore('trust').get('state'));
		if (!state || !isInRole(state.root, 'edition', signers)) return fail('below-threshold');
		const order = checkEditionVersion(state, { version, sha256 }, floor);
		if (!order.ok) return order;
		if (!(await areWhole(tx, listings))) return fail('incomplete');

		// rows of the same number can be those of an edition that a stolen key had signed
		await deleteListings(tx, version);
		await putListings(tx, version, listings);
		await tx.objectStore('editions').put({ ...edition, readWith: READS });
		await tx.objectStore('trust').put(withInstalled(state, accepted), 'state');

		// the first edition is not news: changes are counted from here
		if ((await readSetting(tx, 'acknowledgedVersion')) === undefined) {
			await tx.objectStore('settings').put(version, 'acknowledgedVersion');
		}
		return ok({ version });
	});
}

function withInstalled(
	{ previous, ...state }: TrustState,
	{ edition, sha256, signers }: AcceptedEdition
): TrustState {
	const { version, issued, expires } = edition;
	const before = state.installed;
	// signed again by a new key, it is still the same edition, with the same one before it
	const last = before && before.version !== version ? before.version : previous;
	return {
		...state,
		installed: { version, issued, expires, sha256, signers: [...signers], isFloor: true },
		...(last !== undefined && { previous: last })
	};
}
