import type { Notices } from '#lib/phone/notices.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { pagePushPorts } from './page-push-ports.ts';
import { keepQuietHours, readQuietHours } from './quiet-hours.ts';
import { readPushState } from './read-push-state.ts';
import { turnOn } from './turn-on.ts';
import { unsubscribe } from './unsubscribe.ts';

/** Notices on this phone, for the page that turns them on and off. */
export function createNotices(open: OpenDatabase): Notices {
	const ports = pagePushPorts(open);
	return {
		read: (install) => readPushState(ports, { install }),
		turnOn: (key) => turnOn(ports, key, () => Notification.requestPermission()),
		async turnOff() {
			// what could not be reached is told at the next start
			await ports.alone(() => unsubscribe(ports)).catch(() => undefined);
		},
		quietHours: () => readQuietHours(open),
		setQuietHours: (hours) => keepQuietHours(open, hours)
	};
}
