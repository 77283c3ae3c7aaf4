import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';
import { countHosts } from './count-hosts.ts';
import type { SubscriptionCount } from './count-subscriptions.ts';
import { deleteUnusedPushServices } from './delete-unseen.ts';
import { suffixOf } from '#lib/server/push-services/endpoint-policy.ts';

/** How much may be stored. Without a limit, any number. */
export interface Capacity {
	readonly maxSubscriptions?: number | undefined;
	/** Different hosts under one suffix of the allow-list, such as `.notify.windows.com`. */
	readonly maxPushHosts?: number | undefined;
}

interface Candidate extends Capacity {
	readonly count: SubscriptionCount;
	readonly endpoint: string;
}

/**
 * Makes room for a new subscription, and says what is full if there is none. Strangers can invent host
 * names without end; those that nobody uses any more are deleted here.
 */
export async function makeRoom(
	db: ServerDatabase,
	tx: Tx,
	{ maxSubscriptions = Infinity, maxPushHosts = Infinity, count, endpoint }: Candidate
): Promise<'subscriptions-full' | 'push-hosts-full' | undefined> {
	if (maxSubscriptions < Infinity && (await count.read(tx)) >= maxSubscriptions) {
		return 'subscriptions-full';
	}
	const { origin, hostname } = new URL(endpoint);
	const suffix = suffixOf(hostname);
	if (suffix === undefined || maxPushHosts === Infinity || (await isKnown(tx, origin))) return;
	if ((await countHosts(tx, suffix)) < maxPushHosts) return;
	await deleteUnusedPushServices(db, tx);
	return (await countHosts(tx, suffix)) < maxPushHosts ? undefined : 'push-hosts-full';
}

async function isKnown(tx: Tx, origin: string): Promise<boolean> {
	const known = await tx
		.selectFrom('push_service')
		.select('id')
		.where('origin', '=', origin)
		.executeTakeFirst();
	return known !== undefined;
}
