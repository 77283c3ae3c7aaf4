import * as v from 'valibot';
import { Audience, Instant, Language, Status } from '#lib/edition/vocabulary.ts';
import { isReadOnly, type HandrailDatabase } from './database.ts';

const Settings = v.object({
	lang: v.optional(Language),
	look: v.optional(v.picklist(['system', 'light', 'dark', 'contrast'])),
	/** Per cent. */
	textSize: v.optional(v.picklist([100, 115, 130, 150])),
	/** The edition whose changes the reader has acknowledged. */
	acknowledgedVersion: v.optional(v.number()),
	lastSyncAt: v.optional(Instant),
	/** What lists show first. */
	role: v.optional(Audience),
	firstStatus: v.optional(Status)
});
/** What the reader chose. Nothing about what was read. */
export type Settings = v.InferOutput<typeof Settings>;
export type SettingKey = keyof Settings;

/** One setting that another version wrote, and this one cannot read, costs only itself. */
export async function readSettings(db: HandrailDatabase): Promise<Settings> {
	const { store } = db.transaction('settings');
	const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
	const readable = keys.flatMap((key, index) => {
		const one = v.safeParse(Settings, { [key]: values[index] });
		return one.success ? [one.output] : [];
	});
	return Object.assign({}, ...readable) as Settings;
}

/** `undefined` forgets it. A database that a newer release upgraded is left as it is. */
export async function writeSetting<Key extends SettingKey>(
	db: HandrailDatabase,
	key: Key,
	value: Settings[Key] | undefined
): Promise<void> {
	if (isReadOnly(db)) return;
	if (value === undefined) await db.delete('settings', key);
	else await db.put('settings', value, key);
}
