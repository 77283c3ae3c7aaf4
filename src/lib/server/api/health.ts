import type { ApiAction } from '#lib/server/requests/api-call.ts';
import { guard } from '#lib/server/requests/guard.ts';
import { jsonAnswer } from '#lib/server/requests/json-answer.ts';

/** Whether the server can work, which means that the database answers. Tells nothing of its content. */
export const getHealth: ApiAction = guard('health', async (_call, { store }) => {
	await store.ping();
	return jsonAnswer({ status: 'ok' });
});
