import { backend } from '#lib/server/backend/backend.ts';
import type { ApiAction } from './api-call.ts';

/** What a route of Kit is given, as far as an action needs it. */
interface RouteEvent {
	readonly request: Request;
	readonly getClientAddress: () => string;
}

/** An action as a route: the one place where actions meet Kit and the backend of this process. */
export const toRoute =
	(action: ApiAction) =>
	({ request, getClientAddress }: RouteEvent): Promise<Response> =>
		action({ request, peer: getClientAddress() }, backend());
