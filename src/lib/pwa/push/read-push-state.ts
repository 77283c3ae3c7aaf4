import type { VapidKey } from '#lib/push/subscription-request.ts';
import type { InstallState } from '../install/install-state.ts';
import { repairSubscription } from './repair-subscription.ts';
import type { PushPorts } from './push-ports.ts';
import { fetchVapidKey } from './push-server.ts';
import type { PushProblem } from './turn-on.ts';

/** What the page about notices shows. Each has its own text and next step. */
export type PushState =
	/** Not read yet. */
	| { readonly kind: 'reading' }
	| { readonly kind: 'unsupported' }
	/** iOS has push only for what stands on the home screen. */
	| { readonly kind: 'needs-install' }
	/** This host has no server for notices: a static host. */
	| { readonly kind: 'not-offered' }
	| { readonly kind: 'default'; readonly problem?: PushProblem; readonly key?: VapidKey }
	/** Only the phone's own settings can undo it. */
	| { readonly kind: 'denied' }
	| { readonly kind: 'subscribing' }
	/** Turning off. */
	| { readonly kind: 'working' }
	| { readonly kind: 'on' }
	| { readonly kind: 'lost'; readonly key?: VapidKey };

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
