import type { ApiAction } from './api-call.ts';
import { guard } from './guard.ts';
import { problem } from './problem.ts';

/** For the methods that an address does not know. */
export const methodNotAllowed = (...methods: readonly string[]): ApiAction =>
	guard('shared', () =>
		Promise.resolve(problem('method-not-allowed', { allow: methods.join(', ') }))
	);

/** For addresses below `/api` that are none. */
export const notFound: ApiAction = guard('shared', () => Promise.resolve(problem('not-found')));
