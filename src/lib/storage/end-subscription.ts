import { readSettings, writeSetting } from './settings-store.ts';
import type { HandrailDatabase } from './database.ts';
import { write } from './transaction.ts';

/** More are never waiting, unless a server has been away for as many changes of mind. */
const LONGEST = 16;

/**
 * Notices are off from here on. The token stays as a tombstone until the server has deleted what it
 * keeps. One transaction: a token that is lost is an address that can never be taken back.
 */
export async function buryPush(db: HandrailDatabase): Promise<void> {
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

/** The server has answered for these. */
export async function forgetGone(
	db: HandrailDatabase,
	tokens: ReadonlySet<string>
): Promise<string[]> {
	const { pushGone = [] } = await readSettings(db);
	const left = pushGone.filter((token) => !tokens.has(token));
	await writeSetting(db, 'pushGone', left.length > 0 ? left : undefined);
	return left;
}
