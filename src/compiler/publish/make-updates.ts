import * as v from 'valibot';
import { Listing, Shard, type FileRef, type LanguageFiles } from '#lib/edition/edition.ts';
import { blobPath, editionPath, listingPath, updatePath } from '#lib/edition/published-paths.ts';
import { makePatch, type Base } from './make-patch.ts';
import type { PublishedEdition } from './read-editions.ts';

/** docs/formats.md: phones ask for what leads to an edition from so many numbers before it. */
const MOST_BEHIND = 4;
/** Of the bytes of a language: where more is new, phones read all of it from the pack. */
const MOST_CHANGED = 1 / 3;

/** The edition that phones are led to. */
export interface NextEdition extends PublishedEdition {
	/** Signed, as it will lie in the folder. */
	readonly file: string;
}

/** A file of the folder: of the next edition, or of one before it. */
export type ReadText = (path: string) => string | undefined;

/** What leads phones from the last editions to the next, in each language, by path: ADR 0037. */
export function makeUpdates(
	before: readonly PublishedEdition[],
	next: NextEdition,
	read: ReadText
): Map<string, string> {
	const writePatch = createPatchWriter();
	const updates = new Map<string, string>();
	for (const from of before) {
		const behind = next.edition.version - from.edition.version;
		if (behind < 1 || behind > MOST_BEHIND) continue;
		const [, oldPayload = ''] = splitFile(read(editionPath(from.sha256)) ?? '');
		const [header = '', payload = ''] = splitFile(next.file);
		const text = { sha256: next.sha256, text: payload };
		const first = [header, writePatch(text, { sha256: from.sha256, text: oldPayload })];
		for (const files of next.edition.languages) {
			const old = from.edition.languages.find(({ lang }) => lang === files.lang);
			const changes = old && changesOf(old, files, read);
			if (!changes) continue;
			const lines = [...first, ...changes.map(({ text, base }) => writePatch(text, base))];
			const path = updatePath(next.sha256, from.edition.version, files.lang);
			updates.set(path, lines.join('\n'));
		}
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
 * Listing, shards and members that are not in the edition before. `undefined` where the pack is the
 * shorter way, or a file of that edition is not there any more.
 */
function changesOf(old: LanguageFiles, files: LanguageFiles, read: ReadText): Change[] | undefined {
	const [before, after] = [readLanguage(old, read), readLanguage(files, read)];
	if (!before || !after) return undefined;
	const here = new Map(before.entries.map((entry) => [entry.id, entry]));
	const stored = new Set([...before.shards, ...before.entries].map(({ sha256 }) => sha256));
	const isNew = ({ sha256 }: FileRef): boolean => !stored.has(sha256);
	const members = new Map(after.entries.filter(isNew).map((entry) => [entry.sha256, entry]));
	const bytes = [...members.values()].reduce((sum, { length }) => sum + length, 0);
	if (bytes > files.pack.length * MOST_CHANGED) return undefined;

	const textOf = (path: (sha256: string) => string, ref: FileRef | undefined) => {
		const text = ref && read(path(ref.sha256));
		return text === undefined ? undefined : { sha256: ref?.sha256 ?? '', text };
	};
	const changes = [
		[textOf(listingPath, files.listing), textOf(listingPath, old.listing)],
		...after.shards.map((shard, at) =>
			isNew(shard) ? [textOf(listingPath, shard), textOf(listingPath, before.shards[at])] : []
		),
		...[...members.values()].map((entry) => [
			textOf(blobPath, entry),
			textOf(blobPath, here.get(entry.id))
		])
	];
	return changes.flatMap(([text, base]) => (text ? [{ text, base }] : []));
}

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
