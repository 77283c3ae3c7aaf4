export type InstallState = 'installed' | 'can-prompt' | 'ios' | 'in-app-browser' | 'unsupported';

export interface InstallPrompt {
	readonly state: () => InstallState;
	/** `true` once the reader accepted. Only on a tap. */
	readonly prompt: () => Promise<boolean>;
}

/** Chromium's own, which TypeScript does not know. */
interface BeforeInstallPromptEvent extends Event {
	readonly prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Names that apps leave in the user agent of the window they open pages in. */
const IN_APP = /FBAN|FBAV|Instagram|Line\/|MicroMessenger|WhatsApp|TikTok|BytedanceWebview|; wv\)/;
const IOS = /iPhone|iPad|iPod/;

/** Call it early: the browser offers once, and only to who listens. */
export function watchInstallPrompt(onChange: (state: InstallState) => void): InstallPrompt {
	let offer: BeforeInstallPromptEvent | undefined;
	let isInstalled = isStandalone();
	const state = (): InstallState => {
		if (isInstalled) return 'installed';
		if (offer) return 'can-prompt';
		if (IN_APP.test(navigator.userAgent)) return 'in-app-browser';
		return isIos() ? 'ios' : 'unsupported';
	};
	addEventListener('beforeinstallprompt', (event) => {
		// the browser's own banner would come in the middle of reading
		event.preventDefault();
		offer = event as BeforeInstallPromptEvent;
		onChange(state());
	});
	addEventListener('appinstalled', () => {
		isInstalled = true;
		onChange(state());
	});
	return {
		state,
		async prompt() {
			const { outcome } = (await offer?.prompt()) ?? { outcome: 'dismissed' };
			// an offer can be used once
			offer = undefined;
			onChange(state());
			return outcome === 'accepted';
		}
	};
}

const isStandalone = (): boolean =>
	matchMedia('(display-mode: standalone)').matches ||
	('standalone' in navigator && navigator.standalone === true);

/** An iPad calls itself a Mac; no Mac has a touch screen. */
const isIos = (): boolean =>
	IOS.test(navigator.userAgent) ||
	(navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);
