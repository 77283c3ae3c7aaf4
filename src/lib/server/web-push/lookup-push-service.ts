import { lookup as systemLookup } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { suffixOf } from '#lib/server/push-services/endpoint-policy.ts';
import type { Lookup } from './public-address.ts';

/** Twice so long at most, then a name leads nowhere. */
const resolver = new Resolver({ timeout: 2000, tries: 2 });

/**
 * Looks a push service up. The system's own lookup takes one of four threads, which serve files as
 * well, for as long as it takes; so names that may be invented are asked for without it.
 */
export const lookupPushService: Lookup = (hostname, options, callback) => {
	if (suffixOf(hostname) === undefined) {
		systemLookup(hostname, options, callback);
		return;
	}
	void Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]).then(
		([four, six]) => {
			const found = [
				...(four.status === 'fulfilled'
					? four.value.map((address) => ({ address, family: 4 }))
					: []),
				...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : [])
			];
			const reason: unknown = four.status === 'rejected' ? four.reason : undefined;
			const isError = found.length === 0 && reason instanceof Error;
			callback(isError ? reason : null, found);
		}
	);
};
