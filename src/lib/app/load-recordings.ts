import type { Settings } from '#lib/storage/stores/settings-store.ts';
import type { PhoneRecordings } from '#lib/phone/recordings.ts';

/** What can be heard. `undefined` where its code is not on this phone yet, and cannot be fetched. */
export const loadRecordings = (): Promise<PhoneRecordings | undefined> =>
	import('./phone-parts.ts').then(
		({ phoneParts }) => phoneParts.recordings,
		() => undefined
	);

/** Fetches what is missing of the recordings that are kept: those of another edition, and damaged ones. */
export async function renewRecordings({ recordings }: Settings): Promise<void> {
	if (recordings) await (await loadRecordings())?.renew();
}
