import { sql } from 'kysely';
import { QUARANTINE_REFUSALS, type ServerDatabase } from '#lib/server/database/server-database.ts';
import { countHosts } from '#lib/server/subscriptions/count-hosts.ts';
import { SUFFIXES } from '#lib/server/push-services/endpoint-policy.ts';
import type { Statistics } from './statistics.ts';

export function createStatistics({ query }: ServerDatabase): Statistics {
	return {
		countByMonth: () =>
			query
				.selectFrom('subscription')
				.select(({ fn }) => [
					'created_month as created',
					'last_seen_month as lastSeen',
					fn.countAll<number>().as('count')
				])
				.groupBy(['last_seen_month', 'created_month'])
				.orderBy('created_month')
				.orderBy('last_seen_month')
				.execute(),
		countByVapidKey: () =>
			query
				.selectFrom('subscription')
				.select(({ fn }) => ['vapid_key_id as vapidKeyId', fn.countAll<number>().as('count')])
				.groupBy('vapid_key_id')
				.orderBy('vapid_key_id')
				.execute(),
		countHosts: () =>
			Promise.all(
				SUFFIXES.map(async (suffix) => ({ suffix, count: await countHosts(query, suffix) }))
			),
		async countQuarantined() {
			const { count } = await query
				.selectFrom('subscription')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				// a literal, because a parameter does not match the condition of the partial index
				.where('refusals', '>=', sql.lit(QUARANTINE_REFUSALS))
				.executeTakeFirstOrThrow();
			return count;
		}
	};
}
