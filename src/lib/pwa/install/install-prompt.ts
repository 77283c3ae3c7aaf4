import type { InstallState } from '#lib/phone/choices.ts';
import { installStateOf } from './install-state.ts';

export interface InstallPrompt {
	readonly state: () => InstallState;
	/** `true` once the reader accepted. Only on a tap. */
	readonly prompt: () => Promise<boolean>;
	/** The app has another name or icon now: what was offered is the one before. The browser offers anew. */
	readonly forget: () => void;
}

/** Chromium's own, which TypeScript does not know. */
interface BeforeInstallPromptEvent extends Event {
	readonly prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Call it early: the browser offers once, and only to who listens. */
export function watchInstallPrompt(onChange: (state: InstallState) => void): InstallPrompt {
	let offered: BeforeInstallPromptEvent | undefined;
	let isInstalled = false;
	const state = (): InstallState =>
		installStateOf({
			userAgent: navigator.userAgent,
			touchPoints: navigator.maxTouchPoints,
			isStandalone: isInstalled || isStandalone(),
			canPrompt: offered !== undefined
		});

	window.addEventListener('beforeinstallprompt', (event) => {
		// our own quiet button asks, when the reader wants it
		event.preventDefault();
		offered = event as BeforeInstallPromptEvent;
		onChange(state());
	});
	window.addEventListener('appinstalled', () => {
		isInstalled = true;
		onChange(state());
	});

	return {
		state,
		async prompt() {
			const event = offered;
			// an offer is good for one question
			offered = undefined;
			const answer = await event?.prompt();
			onChange(state());
			return answer?.outcome === 'accepted';
		},
		forget() {
			offered = undefined;
			onChange(state());
		}
	};
}

/** Whether this window is an installed app's. `standalone` is what iOS had before the media query. */
export function isStandalone(): boolean {
	const isOld = 'standalone' in navigator && navigator.standalone === true;
	return isOld || matchMedia('(display-mode: standalone)').matches;
}
