import type { ApiAction } from '#lib/server/requests/api-call.ts';
import { guard } from '#lib/server/requests/guard.ts';
import { jsonAnswer } from '#lib/server/requests/json-answer.ts';

/** Whether the server can do its work: the database answers. Says nothing of what is in it. */
export const getHealth: ApiAction = guard('health', async (_call, { store }) => {
	await store.ping();
	return jsonAnswer({ status: 'ok' });
});
