import * as v from 'valibot';
import { Audience, Instant, Language, Status } from '#lib/edition/vocabulary.ts';
import { isReadOnly, type HandrailDatabase } from '../database/database.ts';
import type { TxWith } from '../database/transaction.ts';

/** This phone's part of a push subscription. It exists for as long as the reader wants notices. */
const PushRecord = v.object({
	/** Lets this phone, and nobody else, change or delete what the server keeps. */
	token: v.string(),
	vapidKeyId: v.string(),
	/** As the server knows it: absent until it has answered. */
	endpoint: v.optional(v.string()),
	/** The next time to tell the server that this phone is still there. */
	refreshAt: v.optional(Instant)
});
export type PushRecord = v.InferOutput<typeof PushRecord>;

/** Each choice by its name. Absent: the reader has made none. */
export const Settings = v.object({
	lang: v.optional(Language),
	look: v.optional(v.picklist(['system', 'light', 'dark', 'contrast'])),
	/** Per cent. */
	textSize: v.optional(v.picklist([100, 115, 130, 150])),
	/** Which pages have a button that covers them. */
	hide: v.optional(v.picklist(['sensitive', 'all'])),
	/** What the title of the browser's tab names. */
	tabTitle: v.optional(v.picklist(['page', 'app'])),
	/** The edition whose critical changes the reader has acknowledged. */
	acknowledgedVersion: v.optional(v.number()),
	/** The edition that was installed when the reader last opened the list of changes. */
	seenVersion: v.optional(v.number()),
	/** The name of the publisher that the reader knows. Kept with the first edition. */
	publisher: v.optional(v.string()),
	/** What lists show first: for whom, and how settled. Absent: no choice. */
	role: v.optional(Audience),
	firstStatus: v.optional(Status),
	/** Notices come without a sound, from one full hour of the phone's clock until another. */
	quietHours: v.optional(v.object({ from: v.number(), until: v.number() })),
	push: v.optional(PushRecord),
	/** Tokens of subscriptions that the server has yet to be told to delete. */
	pushGone: v.optional(v.array(v.string()))
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

/** One setting, as a part of a larger transaction. */
export async function readSetting<Key extends SettingKey>(
	tx: TxWith<'settings'>,
	key: Key
): Promise<Settings[Key] | undefined> {
	const one = v.safeParse(Settings, { [key]: await tx.objectStore('settings').get(key) });
	return one.success ? one.output[key] : undefined;
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
