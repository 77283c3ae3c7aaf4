import { log } from '#lib/server/process/log.ts';
import type { ApiAction } from './api-call.ts';
import { addressBlock, clientAddress } from './client-address.ts';
import type { ApiLimits } from '#lib/server/rate-limits/server-limits.ts';
import { problem } from './problem.ts';
import { storageProblem } from '#lib/server/store/storage-problem.ts';

/**
 * Puts an action behind a rate limit, and turns its failures into problem documents. Neither the log
 * nor the answer says who asked for what.
 */
export function guard(limit: keyof ApiLimits, action: ApiAction): ApiAction {
	return async (call, backend) => {
		const forwardedFor = call.request.headers.get('x-forwarded-for');
		const { proxyHops } = backend.settings;
		// all readers behind that proxy share one limit, which the operator should know
		if (forwardedFor !== null && proxyHops === 0) backend.alertOnce('proxy-not-trusted');
		const address = clientAddress({ peer: call.peer, forwardedFor }, proxyHops);
		const waitSeconds = backend.limits[limit].take(addressBlock(address));
		if (waitSeconds > 0) {
			return problem('too-many-requests', { 'retry-after': String(waitSeconds) });
		}
		try {
			return await action(call, backend);
		} catch (error) {
			const code = storageProblem(error);
			log('request-failed', { code, error: error instanceof Error ? error.name : 'unknown' });
			return problem(code, code === 'unexpected' ? {} : { 'retry-after': '60' });
		}
	};
}
