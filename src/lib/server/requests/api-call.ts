import type { Backend } from '#lib/server/backend/backend.ts';

/** A request, and the address at the other end of its connection. */
export interface ApiCall {
	readonly request: Request;
	readonly peer: string;
}

/** Answers one method of one address. */
export type ApiAction = (call: ApiCall, backend: Backend) => Promise<Response>;
