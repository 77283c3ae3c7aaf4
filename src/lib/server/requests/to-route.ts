import { backend } from '#lib/server/backend/backend.ts';
import type { ApiAction } from './api-call.ts';

/** The part of Kit's request event that an action needs. */
interface RouteEvent {
	readonly request: Request;
	readonly getClientAddress: () => string;
}

/** Makes a Kit route of an action. Only here do actions meet Kit and the backend of this process. */
export const toRoute =
	(action: ApiAction) =>
	({ request, getClientAddress }: RouteEvent): Promise<Response> =>
		action({ request, peer: getClientAddress() }, backend());
