import type { ApiAction } from '#lib/server/requests/api-call.ts';
import { guard } from '#lib/server/requests/guard.ts';
import { problem } from '#lib/server/requests/problem.ts';

/** For the methods that an address does not know. */
export const methodNotAllowed = (...methods: readonly string[]): ApiAction =>
	guard('shared', () =>
		Promise.resolve(problem('method-not-allowed', { allow: methods.join(', ') }))
	);

/** For addresses below `/api` that are none. */
export const notFound: ApiAction = guard('shared', () => Promise.resolve(problem('not-found')));
