import { readSettings, writeSetting } from './settings-store.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { write } from '../database/transaction.ts';

/**
 * How many tokens are kept at most. There are more only if the server was away for that many
 * subscriptions.
 */
const LONGEST = 16;

/**
 * Turns notices off on this phone. In the same transaction, the token moves to those that the
 * server must still be told to delete: without its token, a subscription can never be deleted.
 */
export async function endSubscription(db: HandrailDatabase): Promise<void> {
	const { push, pushGone = [] } = await readSettings(db);
	if (!push) return;
	await write(
		db,
		['settings'],
		async ({ store }) => {
			await store.put([...pushGone, push.token].slice(-LONGEST), 'pushGone');
			await store.delete('push');
		},
		'strict'
	);
}

/** Forgets the tokens whose subscriptions the server has deleted. Returns those that are left. */
export async function forgetTokens(
	db: HandrailDatabase,
	tokens: ReadonlySet<string>
): Promise<string[]> {
	const { pushGone = [] } = await readSettings(db);
	const left = pushGone.filter((token) => !tokens.has(token));
	await writeSetting(db, 'pushGone', left.length > 0 ? left : undefined);
	return left;
}
