import type { ApiAction } from './api-call.ts';
import { guard } from './guard.ts';
import { jsonAnswer } from './json-answer.ts';

/** Whether the server can do its work: the database answers. Says nothing of what is in it. */
export const getHealth: ApiAction = guard('health', async (_call, { store }) => {
	await store.ping();
	return jsonAnswer({ status: 'ok' });
});
