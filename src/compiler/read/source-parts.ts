import { sha256 } from '../base/text-hash.ts';
import { unitsOf, type Block } from './parse-body.ts';

/**
 * Short hashes of an English text: of a field one, of a block one for its heading and one for each line
 * below it. Against them a translation knows which sentence of the English has changed since.
 */
export type SourceParts = ReadonlyMap<string, readonly string[]>;

/** Digits of a hash: one in sixteen million changes would go unseen by it. */
const DIGITS = 6;

/** Stands for `sourceHash` in a new translation until `edition:hash -- --write` has filled it in. */
export const UNFILLED_HASH = '0'.repeat(64);

/** Of a line of which nobody knows any more what it was translated from. */
export const UNKNOWN_PART = 'f'.repeat(DIGITS);

/** `title 1f2e3d, do 4a5b6c 7d8e9f`, as it stands in a translation. */
export const SOURCE_PARTS = /^[A-Za-z-]+( [0-9a-f]{6})+(, [A-Za-z-]+( [0-9a-f]{6})+)*$/;

const short = (text: string): string => sha256(text.normalize('NFC').trim()).slice(0, DIGITS);

/** The parts of a text: of its fields those that have words, and its blocks. */
export function hashParts(
	fields: Readonly<Record<string, unknown>>,
	names: readonly string[],
	blocks: readonly Block[]
): SourceParts {
	const words = names.flatMap((name) => {
		const text = fields[name];
		return typeof text === 'string' && text !== '' ? [[name, [short(text)]] as const] : [];
	});
	const lines = blocks.map((block) => {
		const units = unitsOf(block).map(({ text, links }) =>
			short([text, ...links.map(({ url }) => url)].join('\n'))
		);
		return [block.anchor, [short(block.heading), ...units]] as const;
	});
	return new Map([...words, ...lines]);
}

/** Reads what `showParts` writes; the schema has looked at its form. */
export const parseParts = (text: string): SourceParts =>
	new Map(
		text.split(', ').map((part) => {
			const [name = '', ...hashes] = part.split(' ');
			return [name, hashes];
		})
	);

export const showParts = (parts: SourceParts): string =>
	[...parts].map(([name, hashes]) => [name, ...hashes].join(' ')).join(', ');

/** Those of the English that a translation has words for. */
export const partsFor = (parts: SourceParts, own: ReadonlySet<string>): SourceParts =>
	new Map([...parts].filter(([name]) => own.has(name)));

/** `do`, its heading, or `do.3`, its third line. */
const lineId = (name: string, index: number): string =>
	index === 0 ? name : `${name}.${String(index)}`;

/** The names of all lines. */
export const linesIn = (parts: SourceParts): string[] =>
	[...parts].flatMap(([name, hashes]) => hashes.map((_, index) => lineId(name, index)));

/**
 * The lines of the English that are not as they were: changed and new ones, and the block where one was
 * taken away.
 *
 * @param needed parts that the translation has or must have
 */
export function changedLines(
	recorded: SourceParts,
	now: SourceParts,
	needed: ReadonlySet<string>
): string[] {
	const names = new Set([...now.keys(), ...recorded.keys()].filter((name) => needed.has(name)));
	return [...names].flatMap((name) => {
		const [old, current] = [recorded.get(name), now.get(name)];
		return old && current ? changedIn(name, old, current) : [name];
	});
}

function changedIn(name: string, old: readonly string[], now: readonly string[]): string[] {
	const inOrder = (index: number): string => lineId(name, index);
	if (old.length === now.length) {
		return now.flatMap((hash, index) => (hash === old[index] ? [] : [inOrder(index)]));
	}
	let start = 0;
	while (start < now.length && old[start] === now[start]) start += 1;
	let end = now.length;
	const added = now.length - old.length;
	while (end > Math.max(start, start + added) && old[end - added - 1] === now[end - 1]) end -= 1;
	const changed = now.slice(start, end).map((_, index) => inOrder(start + index));
	// only taken away: the block has a line too many
	return changed.length > 0 ? changed : [name];
}

/**
 * What a translation is of after some of its lines were translated anew: those are of the English that was
 * handed out, the others of what they were of before.
 *
 * @param recorded what it was of; `undefined` where nobody knows
 * @param handedOut of the English, for the parts that the translation has
 * @param isNew whether the line of this id has new words
 */
export const mergeParts = (
	recorded: SourceParts | undefined,
	handedOut: SourceParts,
	isNew: (id: string) => boolean
): SourceParts =>
	new Map(
		[...handedOut].map(([name, hashes]) => {
			const old = recorded?.get(name) ?? [];
			const hashOf = (hash: string, index: number): string =>
				isNew(lineId(name, index)) || old.includes(hash) ? hash : (old[index] ?? UNKNOWN_PART);
			return [name, hashes.map(hashOf)];
		})
	);
