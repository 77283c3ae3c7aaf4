import { SLICE } from '#lib/server/database/server-database.ts';
import type { Migration } from './migration.ts';

/**
 * Brings endpoints into their normal form. Each spelling was a row of its own, and its phone was
 * notified twice. The rule is written out here, because that of the current code will change.
 */
export const migrate0005: Migration = async (tx) => {
	for (let last = 0; ;) {
		const rows = await tx
			.selectFrom('subscription')
			.select(['id', 'endpoint'])
			.where('id', '>', last)
			.orderBy('id')
			.limit(SLICE)
			.execute();
		for (const { id, endpoint } of rows) {
			last = id;
			const normal = normalForm(endpoint);
			if (normal === endpoint) continue;
			// browsers give the normal form, so the row that has it belongs to the phone
			const own = await tx
				.selectFrom('subscription')
				.select('id')
				.where('endpoint', '=', normal)
				.executeTakeFirst();
			if (own) await tx.deleteFrom('subscription').where('id', '=', id).execute();
			else {
				await tx
					.updateTable('subscription')
					.set({ endpoint: normal })
					.where('id', '=', id)
					.execute();
			}
		}
		if (rows.length < SLICE) return;
	}
};

function normalForm(endpoint: string): string {
	if (!URL.canParse(endpoint)) return endpoint;
	const url = new URL(endpoint);
	url.pathname = url.pathname.replace(/\/{2,}/g, '/');
	return url.href.replace(/#.*$/, '');
}
