import type { VapidKey } from '#lib/push/subscription-request.ts';
import type { ApiAction } from './api-call.ts';
import { guard } from './guard.ts';
import { jsonAnswer } from './json-answer.ts';

/** The key that new subscriptions are made with. */
export const getPushKey: ApiAction = guard('shared', (_call, { vapidKeys }) => {
	const { publicKey, keyId } = vapidKeys.current;
	return Promise.resolve(jsonAnswer({ publicKey, keyId } satisfies VapidKey));
});
