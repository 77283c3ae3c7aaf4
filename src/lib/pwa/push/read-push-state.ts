import type { InstallState } from '#lib/phone/choices.ts';
import type { PushState } from '#lib/phone/notices.ts';
import { repairSubscription } from './repair-subscription.ts';
import type { PushPorts } from './push-ports.ts';
import { fetchVapidKey } from './push-server.ts';

/** The key is fetched before the tap: a tap that is spent on a network request no longer counts. */
export async function readPushState(
	ports: PushPorts,
	{ install }: { readonly install: InstallState }
): Promise<PushState> {
	if (ports.permission() === undefined) {
		return { kind: install === 'ios' ? 'needs-install' : 'unsupported' };
	}
	// where nothing can be stored, there is no subscription either
	const checked = await repairSubscription(ports).catch(() => 'off' as const);
	if (checked === 'on') return { kind: 'on' };
	if (ports.permission() === 'denied') return { kind: 'denied' };
	const key = await fetchVapidKey(ports);
	if (key === 'unknown') return { kind: 'not-offered' };
	const kind = checked === 'lost' ? 'lost' : 'default';
	if (typeof key === 'object') return { kind, key };
	return kind === 'lost' ? { kind } : { kind, problem: 'no-connection' };
}
