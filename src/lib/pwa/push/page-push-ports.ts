import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { ownReadyRegistration } from '../worker/own-registration.ts';
import { PUSH_WAIT_MS, takingTurns, type PushPorts } from './push-ports.ts';
import { within } from '../deadline/within.ts';

/** Asked when it is needed: a page is made while prerendering, too. */
const hasPush = (): boolean =>
	'Notification' in window && 'PushManager' in window && 'serviceWorker' in navigator;

/** The real phone, from a page. */
export function pagePushPorts(open: OpenDatabase): PushPorts {
	return {
		open,
		fetch: (input, init) => fetch(input, init),
		async pushManager() {
			if (!hasPush()) return;
			// a first visit's worker may still be installing
			const ready = await within(ownReadyRegistration(), PUSH_WAIT_MS);
			return ready?.pushManager;
		},
		permission: () => (hasPush() ? Notification.permission : undefined),
		alone: takingTurns,
		now: () => new Date(),
		waitMs: PUSH_WAIT_MS
	};
}
