import type { InstallState } from '#lib/phone/choices.ts';

export interface InstallClues {
	readonly userAgent: string;
	/** An iPad says that it is a Mac, but no Mac has more than one. */
	readonly touchPoints: number;
	readonly isStandalone: boolean;
	/** The browser has offered to ask. */
	readonly canPrompt: boolean;
}

/** Browsers inside other apps: they cannot install, and forget what they store. */
const IN_APP =
	/\bFBA[NV]\b|FB_IAB|Instagram|\bLine\/|MicroMessenger|TikTok|musical_ly|Snapchat|; wv\)/;
const IOS = /iPhone|iPad|iPod/;

/** The user agent is only asked where nothing else can tell which steps are right. */
export function installStateOf(clues: InstallClues): InstallState {
	const { userAgent, touchPoints, isStandalone, canPrompt } = clues;
	if (isStandalone) return 'installed';
	if (canPrompt) return 'can-prompt';
	if (IN_APP.test(userAgent)) return 'in-app-browser';
	const isIpad = userAgent.includes('Macintosh') && touchPoints > 1;
	return IOS.test(userAgent) || isIpad ? 'ios' : 'unsupported';
}
