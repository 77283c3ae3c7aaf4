import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { PublisherChange } from '#lib/phone/facts.ts';
import type { HandrailDatabase } from '#lib/storage/database/database.ts';
import { readInstalledEdition } from '#lib/storage/stores/edition-store.ts';
import { writeSetting, type Settings } from '#lib/storage/stores/settings-store.ts';
import { readTrust } from '#lib/storage/stores/trust-store.ts';
import type { TrustState } from '#lib/trust/trust-state.ts';

/** Who publishes, what for, and with whose keys. */
interface Publishing {
	readonly publisher: string;
	/** By language. */
	readonly purpose: Record<string, string>;
	/** The first root, and the ids of the keys. */
	readonly keys: string;
}
/** The same as the reader knows it. */
type Known = Pick<Settings, keyof Publishing>;

/** What the edition on screen says of its publisher, if there is one. */
function publishingOf({ edition, trust }: OnScreen): Publishing | undefined {
	if (!edition || !trust?.installed) return undefined;
	const { root, edition: publishing } = trust.root.roles;
	// without the head's: a machine signs it every day, and its key is replaced as a matter of course
	const ids = new Set([...root.keyIds, ...publishing.keyIds]);
	return {
		publisher: edition.publisher.name,
		purpose: edition.publisher.purpose ?? {},
		keys: [trust.chain[0], ...[...ids].sort()].join(' ')
	};
}

/** What each change is a change of. */
const PART_OF = {
	'new-publisher': 'publisher',
	'new-purpose': 'purpose',
	'new-keys': 'keys'
} as const satisfies Record<PublisherChange['kind'], keyof Publishing>;

/** What is on screen, as far as it tells of its publisher. */
interface OnScreen {
	readonly edition: Edition | undefined;
	readonly trust: TrustState | undefined;
}

/** Notes as known what was not known before, as with the first edition: that is no change. */
export async function noteFirstPublisher(
	db: HandrailDatabase,
	known: Known,
	shown: OnScreen
): Promise<void> {
	const now = publishingOf(shown);
	if (!now) return;
	for (const part of Object.values(PART_OF)) {
		if (known[part] === undefined) await writeSetting(db, part, now[part]);
	}
}

/** Tells what has changed since the reader last looked: the gravest, where several have. */
export function describePublisherChange(
	known: Known,
	shown: OnScreen,
	lang: LanguageTag
): PublisherChange | undefined {
	const now = publishingOf(shown);
	if (!now) return undefined;
	const { publisher = now.publisher, purpose = now.purpose, keys = now.keys } = known;
	if (publisher !== now.publisher) {
		return { kind: 'new-publisher', before: publisher, now: now.publisher };
	}
	// a purpose that differs in one language alone is meant for those who read that one
	const changed = [lang, 'en', ...Object.keys({ ...purpose, ...now.purpose })].find(
		(it) => purpose[it] !== now.purpose[it]
	);
	if (changed !== undefined) {
		const text = now.purpose[changed] ?? now.purpose['en'] ?? '';
		return { kind: 'new-purpose', lang: changed, purpose: text };
	}
	if (keys === now.keys) return undefined;
	// another first root came with an update of the app, and no key that was known signed it
	const { chain, root } = shown.trust ?? {};
	const areVouchedFor = keys.split(' ')[0] === chain?.[0];
	return { kind: 'new-keys', issued: root?.issued ?? '', areVouchedFor };
}

/**
 * Notes that the reader has been told of this one change. What else is new is told next: a new name must
 * not cover that nobody vouches for the keys, too.
 */
export async function notePublisher(
	db: HandrailDatabase,
	{ kind }: Pick<PublisherChange, 'kind'>
): Promise<void> {
	const now = publishingOf({ edition: await readInstalledEdition(db), trust: await readTrust(db) });
	await writeSetting(db, PART_OF[kind], now?.[PART_OF[kind]]);
}
