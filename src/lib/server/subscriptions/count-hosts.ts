import type { Query } from '#lib/server/database/server-schema.ts';

/** How many push services under a suffix, such as `.notify.windows.com`, are stored. */
export async function countHosts(query: Query, suffix: string): Promise<number> {
	const { count } = await query
		.selectFrom('push_service')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('origin', 'like', `https://%${suffix}`)
		.executeTakeFirstOrThrow();
	return count;
}
