import type { Backend } from '#lib/server/backend/backend.ts';

/** A request, and the other end of the connection that it came by. */
export interface ApiCall {
	readonly request: Request;
	readonly peer: string;
}

/** What answers one method of one address. */
export type ApiAction = (call: ApiCall, backend: Backend) => Promise<Response>;
