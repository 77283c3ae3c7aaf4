import type { VapidKey } from '#lib/push/subscription-request.ts';
import type { ApiAction } from '#lib/server/requests/api-call.ts';
import { guard } from '#lib/server/requests/guard.ts';
import { jsonAnswer } from '#lib/server/requests/json-answer.ts';

/** The VAPID key for new subscriptions. */
export const getPushKey: ApiAction = guard('shared', (_call, { vapidKeys }) => {
	const { publicKey, keyId } = vapidKeys.current;
	return Promise.resolve(jsonAnswer({ publicKey, keyId } satisfies VapidKey));
});
