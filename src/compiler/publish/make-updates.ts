import * as v from 'valibot';
import {
	Listing,
	Shard,
	type Entry,
	type FileRef,
	type LanguageFiles
} from '#lib/edition/edition.ts';
import {
	blobPath,
	editionPath,
	listingPath,
	updatePath
} from '#lib/edition/address/published-paths.ts';
import { makePatch, type Base } from './make-patch.ts';
import type { PublishedEdition } from './read-editions.ts';

/** How many editions phones are led from: whoever was away for longer gets files, or the pack. */
const MOST_BEHIND = 4;
/** Of the bytes of a language: where more of its members is new, phones read them from the pack. */
const MOST_CHANGED = 1 / 3;

/** The edition that phones are led to. */
export interface NextEdition extends PublishedEdition {
	/** Signed, as it will lie in the folder. */
	readonly file: string;
}

/** A file of the folder: of the next edition, or of one before it. */
export type ReadText = (path: string) => string | undefined;

export interface Updates {
	/** The lowest edition that phones are led from: absent where there is none. */
	readonly from?: number;
	/** From each edition that is known from there on, and in each language of the next one, by path. */
	readonly files: ReadonlyMap<string, string>;
}

/** What leads phones from the last editions to the next: ADR 0037. */
export function makeUpdates(
	before: readonly PublishedEdition[],
	next: NextEdition,
	read: ReadText
): Updates {
	const writePatch = createPatchWriter();
	const files = new Map<string, string>();
	const { version } = next.edition;
	const known = before
		.filter(({ edition }) => edition.version < version && edition.version >= version - MOST_BEHIND)
		.sort((a, b) => b.edition.version - a.edition.version);
	let from: number | undefined;
	for (const old of known) {
		const made = updatesFrom(old, next, { read, writePatch });
		// its files are not all there any more: phones that have it, or one before it, do without
		if (!made) break;
		for (const [path, text] of made) files.set(path, text);
		from = old.edition.version;
	}
	return { ...(from !== undefined && { from }), files };
}

interface Tools {
	readonly read: ReadText;
	readonly writePatch: (text: Base, base: Base | undefined) => string;
}

function updatesFrom(
	{ edition, sha256 }: PublishedEdition,
	next: NextEdition,
	{ read, writePatch }: Tools
): Map<string, string> | undefined {
	const [, oldPayload] = splitFile(read(editionPath(sha256)) ?? '');
	const [header, payload] = splitFile(next.file);
	const text = { sha256: next.sha256, text: payload };
	const first = [header, writePatch(text, { sha256, text: oldPayload })];
	const updates = new Map<string, string>();
	for (const files of next.edition.languages) {
		const old = edition.languages.find(({ lang }) => lang === files.lang);
		const changes = changesOf(old, files, read);
		if (!changes) return undefined;
		const lines = [...first, ...changes.map((it) => writePatch(it.text, it.base))];
		updates.set(updatePath(next.sha256, edition.version, files.lang), lines.join('\n'));
	}
	return updates;
}

/** The header and the payload of a signed file. */
function splitFile(file: string): [string, string] {
	const end = file.indexOf('\n');
	return [file.slice(0, end), file.slice(end + 1)];
}

/** Most languages show some texts in English: what was written once is not worked out again. */
function createPatchWriter(): (text: Base, base: Base | undefined) => string {
	const written = new Map<string, string>();
	return (text, base) => {
		const key = `${base?.sha256 ?? ''} ${text.sha256}`;
		const line = written.get(key) ?? JSON.stringify(makePatch(text.text, base));
		written.set(key, line);
		return line;
	};
}

/** A text of the next edition, and what phones have of it. */
interface Change {
	readonly text: Base;
	readonly base: Base | undefined;
}

/**
 * The listing, and what of its shards and members is not in the edition before. `undefined` where files
 * of that edition are not there any more.
 */
function changesOf(
	old: LanguageFiles | undefined,
	files: LanguageFiles,
	read: ReadText
): Change[] | undefined {
	const before = old ? readLanguage(old, read) : NOTHING;
	const after = readLanguage(files, read);
	if (!before || !after) return undefined;
	const here = new Map(before.entries.map((entry) => [entry.id, entry]));
	const stored = new Set([...before.shards, ...before.entries].map(({ sha256 }) => sha256));
	const isNew = ({ sha256 }: FileRef): boolean => !stored.has(sha256);
	const members = [...new Map(after.entries.map((entry) => [entry.sha256, entry])).values()];
	const changed = members.filter(isNew);
	const bytes = changed.reduce((sum, { length }) => sum + length, 0);
	const isFew = bytes <= files.pack.length * MOST_CHANGED;

	const textOf = (path: (sha256: string) => string, ref: FileRef | undefined) => {
		const text = ref && read(path(ref.sha256));
		return text === undefined ? undefined : { sha256: ref?.sha256 ?? '', text };
	};
	const changes = [
		[textOf(listingPath, files.listing), textOf(listingPath, old?.listing)],
		...after.shards.map((shard, at) =>
			isNew(shard) ? [textOf(listingPath, shard), textOf(listingPath, before.shards[at])] : []
		),
		...(isFew ? changed : []).map((entry) => [
			textOf(blobPath, entry),
			textOf(blobPath, here.get(entry.id))
		])
	];
	return changes.flatMap(([text, base]) => (text ? [{ text, base }] : []));
}

const NOTHING = { shards: [] as readonly FileRef[], entries: [] as readonly Entry[] };

function readLanguage({ listing }: LanguageFiles, read: ReadText) {
	const parse = <S extends v.GenericSchema>(schema: S, { sha256 }: FileRef) => {
		const text = read(listingPath(sha256));
		return text === undefined ? undefined : v.parse(schema, JSON.parse(text));
	};
	const shards = parse(Listing, listing)?.shards;
	const lists = shards?.map((shard) => parse(Shard, shard)?.entries);
	if (!shards || !lists?.every((it) => it !== undefined)) return undefined;
	return { shards, entries: lists.flat() };
}
