import type { FileRef } from '#lib/edition/edition.ts';
import { SOUND_TYPE } from '#lib/edition/recordings.ts';
import type { PhoneRecordings } from '#lib/phone/recordings.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';
import { dropSound, readSound } from '#lib/storage/stores/recording-store.ts';
import { checkNamed } from '#lib/sync/fetch/fetch-named.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { isSavingData } from '../sync/is-saving-data.ts';
import { fetchSound } from './fetch-sound.ts';

/**
 * Makes the port that gets the sound files of one guide, to be played now. What it fetches is not stored.
 * What is kept and damaged is deleted, and `onDamaged` told.
 */
export function createReadSounds(
	open: OpenDatabase,
	onDamaged: () => void
): PhoneRecordings['read'] {
	const checked = async (db: HandrailDatabase, file: FileRef): Promise<Bytes | undefined> => {
		const bytes = await readSound(db, file.sha256);
		const sound = bytes && (await checkNamed(file, new Uint8Array(bytes)));
		if (sound?.ok !== false) return sound?.value;
		await dropSound(db, file.sha256);
		onDamaged();
		return undefined;
	};
	// if storage is denied, nothing is kept either
	const kept = (file: FileRef): Promise<Bytes | undefined> =>
		open()
			.then((db) => checked(db, file))
			.catch(() => undefined);
	return async (files, mayCost) => {
		const sounds: (Bytes | undefined)[] = [];
		for (const file of files) sounds.push(await kept(file));
		if (!mayCost && sounds.includes(undefined) && isSavingData()) return { absent: 'saving-data' };
		const all = await Promise.all(files.map(async (file, at) => sounds[at] ?? fetchSound(file)));
		const found = all.flatMap((bytes) => (bytes ? [new Blob([bytes], { type: SOUND_TYPE })] : []));
		return found.length === files.length ? { found } : { absent: 'failed' };
	};
}
