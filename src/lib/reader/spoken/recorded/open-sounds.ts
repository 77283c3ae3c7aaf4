import { HOME_NAMES } from '#lib/edition/generated/site.ts';

/** A file whose length is not known after this time cannot be played here. */
const OPEN_MS = 6000;

/** Files that can be played, each with its length. `close` stops them and frees their memory. */
export interface OpenSounds {
	readonly sounds: readonly HTMLAudioElement[];
	readonly close: () => void;
}

/** Opens sound files to be played. `undefined` if this browser cannot play one of them. */
export async function openSounds(files: readonly Blob[]): Promise<OpenSounds | undefined> {
	const addresses = files.map((file) => URL.createObjectURL(file));
	const sounds = addresses.map((address) => new Audio(address));
	nameMedia(true);
	const close = (): void => {
		for (const sound of sounds) {
			sound.pause();
			// nothing can be played from the phone's notice any more, and the notice goes
			sound.src = '';
		}
		nameMedia(false);
		for (const address of addresses) URL.revokeObjectURL(address);
	};
	const areOpen = await Promise.all(sounds.map(hasLength));
	if (areOpen.every(Boolean)) return { sounds, close };
	close();
	return undefined;
}

/**
 * What the notice on the lock screen says of a sound that plays. Without a name it would have the page's
 * title, which is the guide's.
 */
function nameMedia(isPlaying: boolean): void {
	// absent in old browsers
	if (!('mediaSession' in navigator)) return;
	const title = Object.values(HOME_NAMES).find((name) => name === document.title) ?? HOME_NAMES.own;
	navigator.mediaSession.metadata = isPlaying ? new MediaMetadata({ title }) : null;
}

const hasLength = (sound: HTMLAudioElement): Promise<boolean> =>
	new Promise((resolve) => {
		const settle = (): void => {
			resolve(Number.isFinite(sound.duration));
		};
		sound.addEventListener('loadedmetadata', settle);
		sound.addEventListener('error', settle);
		setTimeout(settle, OPEN_MS);
		sound.preload = 'auto';
		sound.load();
	});
