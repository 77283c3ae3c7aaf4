import type { VapidKey } from '#lib/push/subscription-request.ts';
import type { InstallState, QuietHours } from './choices.ts';

/** Why notices are not on after a tap. `no-answer`: the phone's question is still on screen. */
export type PushProblem =
	'no-answer' | 'no-connection' | 'no-push-service' | 'refused' | 'no-storage';

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

/** How a tap on the switch ended. */
export type TurnedOn =
	| { readonly kind: 'on' }
	| { readonly kind: 'denied' }
	| { readonly kind: 'default'; readonly problem?: PushProblem };

/** This phone's subscription to notices. Nothing here rejects. */
export interface Notices {
	/** Repairs the subscription where it can, and fetches the key that `turnOn` needs. */
	readonly read: (install: InstallState) => Promise<PushState>;
	/** Only ever called by a tap, and at once: the phone's question must come before any wait. */
	readonly turnOn: (key: VapidKey) => Promise<TurnedOn>;
	readonly turnOff: () => Promise<void>;
	readonly quietHours: () => Promise<QuietHours | undefined>;
	/** `undefined`: notices may sound at any hour. */
	readonly setQuietHours: (hours: QuietHours | undefined) => Promise<void>;
}
