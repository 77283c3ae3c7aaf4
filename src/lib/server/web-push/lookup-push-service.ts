import { lookup as systemLookup } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { suffixOf } from '#lib/server/push-services/endpoint-policy.ts';
import type { Lookup } from './public-address.ts';

/** A name that is not resolved in two attempts, 4 s in all, counts as unknown. */
const resolver = new Resolver({ timeout: 2000, tries: 2 });

/**
 * Resolves the name of a push service. The system's lookup occupies one of four threads, which also
 * read files, for as long as it takes. So names that may be invented are resolved without it.
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
