import type { ApiAction } from '#lib/server/requests/api-call.ts';
import { guard } from '#lib/server/requests/guard.ts';
import { problem } from '#lib/server/requests/problem.ts';

/** For methods that an address does not support. */
export const methodNotAllowed = (...methods: readonly string[]): ApiAction =>
	guard('shared', () =>
		Promise.resolve(problem('method-not-allowed', { allow: methods.join(', ') }))
	);

/** For addresses below `/api` that do not exist. */
export const notFound: ApiAction = guard('shared', () => Promise.resolve(problem('not-found')));
