import type { PushProblem, TurnedOn } from '#lib/phone/notices.ts';
import type { VapidKey } from '#lib/push/subscription-request.ts';
import { readSettings, writeSetting } from '#lib/storage/stores/settings-store.ts';
import { toBase64Url } from '#lib/trust/signed/bytes.ts';
import { subscribe, type Subscribed } from './subscribe.ts';
import { unsubscribe } from './unsubscribe.ts';
import type { PushPorts } from './push-ports.ts';
import { within } from '../deadline/within.ts';

const problems: Readonly<Record<Exclude<Subscribed, 'ok'>, PushProblem>> = {
	later: 'no-connection',
	unknown: 'refused',
	refused: 'refused',
	'no-subscription': 'no-push-service'
};

/**
 * Only ever called by a tap. `ask` is the browser's own question, put first, because a tap that is
 * spent on a network request no longer counts. The token is stored before it is sent: an answer that
 * is lost must not cost the way out. What fails leaves nothing half done.
 */
export async function turnOn(
	ports: PushPorts,
	key: VapidKey,
	ask: () => Promise<NotificationPermission>
): Promise<TurnedOn> {
	const permission = await within(ask(), ports.waitMs);
	if (!permission) return { kind: 'default', problem: 'no-answer' };
	if (permission !== 'granted') return { kind: permission };
	return ports
		.alone(() => subscribeAnew(ports, key))
		.catch(() => {
			// the phone refuses to store anything: then there would be no way out
			return { kind: 'default', problem: 'no-storage' } as const;
		});
}

async function subscribeAnew(ports: PushPorts, key: VapidKey): Promise<TurnedOn> {
	const db = await ports.open();
	const before = (await readSettings(db)).push;
	const record = before ?? { token: newToken(), vapidKeyId: key.keyId };
	await writeSetting(db, 'push', record);
	const subscribed = await subscribe(ports, key, record, before ? 'PUT' : 'POST');
	if (subscribed === 'ok') return { kind: 'on' };
	// the server may have it all the same, if only its answer was lost
	await unsubscribe(ports);
	return { kind: 'default', problem: problems[subscribed] };
}

const newToken = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
