import * as v from 'valibot';
import { NEUTRAL_ICONS } from '#lib/edition/generated/site.ts';
import { Audience, Instant, Language, Status } from '#lib/edition/vocabulary.ts';
import { isReadOnly, type HandrailDatabase } from '../database/database.ts';
import type { TxWith, WriteTxWith } from '../database/transaction.ts';

/** This phone's part of a push subscription, which exists while the reader wants notices. */
const PushRecord = v.object({
	/** With it, this phone and nobody else can change or delete what the server stores. */
	token: v.string(),
	vapidKeyId: v.string(),
	/** The endpoint that the server has stored. Absent until it has answered. */
	endpoint: v.optional(v.string()),
	/** When to tell the server next that this phone still exists. */
	refreshAt: v.optional(Instant)
});
export type PushRecord = v.InferOutput<typeof PushRecord>;

/** The reader's choices by name. Absent: the reader has made none. */
export const Settings = v.object({
	lang: v.optional(Language),
	look: v.optional(v.picklist(['system', 'light', 'dark', 'contrast'])),
	/** Per cent. */
	textSize: v.optional(v.picklist([100, 115, 130, 150])),
	/** Which pages have a button that covers them. */
	hide: v.optional(v.picklist(['sensitive', 'all'])),
	/** What the title of the browser's tab names. */
	tabTitle: v.optional(v.picklist(['page', 'app'])),
	/** A neutral drawing on the icon of the home screen, and the name that goes with it. */
	homeIcon: v.optional(v.picklist(NEUTRAL_ICONS)),
	/** The edition whose critical changes the reader has acknowledged. */
	acknowledgedVersion: v.optional(v.number()),
	/** The edition that was installed when the reader last opened the list of changes. */
	seenVersion: v.optional(v.number()),
	/** The name of the publisher that the reader knows. Kept with the first edition. */
	publisher: v.optional(v.string()),
	/** What that publisher said that this is for, by language. Empty: nothing. */
	purpose: v.optional(v.record(v.string(), v.string())),
	/** The root that its keys go back to, and the ids of those that the reader knows. */
	keys: v.optional(v.string()),
	/** What lists show first: for whom, and how settled. Absent: no choice. */
	role: v.optional(Audience),
	firstStatus: v.optional(Status),
	/** Languages whose recordings are kept, all of them. */
	recordings: v.optional(v.array(Language)),
	/** Notices are silent from one full hour of the phone's clock until another. */
	quietHours: v.optional(v.object({ from: v.number(), until: v.number() })),
	push: v.optional(PushRecord),
	/** Tokens of subscriptions that the server has yet to be told to delete. */
	pushGone: v.optional(v.array(v.string()))
});
/** What the reader chose, and nothing about what was read. */
export type Settings = v.InferOutput<typeof Settings>;
export type SettingKey = keyof Settings;

/** Reads all settings. Those that this version of the app cannot read are left out. */
export async function readSettings(db: HandrailDatabase): Promise<Settings> {
	const { store } = db.transaction('settings');
	const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
	const readable = keys.flatMap((key, index) => {
		const one = v.safeParse(Settings, { [key]: values[index] });
		return one.success ? [one.output] : [];
	});
	return Object.assign({}, ...readable) as Settings;
}

/** Reads one setting within a larger transaction. */
export async function readSetting<Key extends SettingKey>(
	tx: TxWith<'settings'>,
	key: Key
): Promise<Settings[Key] | undefined> {
	const one = v.safeParse(Settings, { [key]: await tx.objectStore('settings').get(key) });
	return one.success ? one.output[key] : undefined;
}

/** Acknowledges the first edition on this phone: changes count from there. */
export async function acknowledgeFirst(
	tx: WriteTxWith<'settings'>,
	version: number
): Promise<void> {
	const key = 'acknowledgedVersion';
	if ((await readSetting(tx, key)) === undefined)
		await tx.objectStore('settings').put(version, key);
}

/**
 * Stores a setting; `undefined` deletes it. Does nothing if a newer release has upgraded the
 * database.
 */
export async function writeSetting<Key extends SettingKey>(
	db: HandrailDatabase,
	key: Key,
	value: Settings[Key] | undefined
): Promise<void> {
	if (isReadOnly(db)) return;
	const tx = db.transaction('settings', 'readwrite');
	const written = value === undefined ? tx.store.delete(key) : tx.store.put(value, key);
	// who chooses and leaves the page at once: what is unfinished then is undone
	tx.commit();
	await Promise.all([written, tx.done]);
}
