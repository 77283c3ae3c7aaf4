import type { MergeChoice, MergePiece } from '../contract/drafts.ts';

/** Lines of two whole articles, or of the longest file of JSON, against each other. */
const MOST_CELLS = 4_000_000;

type Lines = readonly string[];

/**
 * Two texts that were made of one, in pieces: where one alone has changed, or both did the same, that is
 * taken. Where each says something else, somebody has to choose.
 *
 * @param base `null`: each was written anew, and whatever differs is chosen
 */
export function mergeTexts(base: string | null, yours: string, theirs: string): MergePiece[] {
	const [own, other] = [linesOf(yours), linesOf(theirs)];
	const [old, ofOwn, ofOther] =
		base === null ? withoutBase(own, other) : withBase(linesOf(base), own, other);
	const pieces: MergePiece[] = [];
	let [i, y, t] = [0, 0, 0];
	for (let at = 0; at <= old.length; at += 1) {
		const [atOwn, atOther] = [ofOwn.get(at), ofOther.get(at)];
		const isEnd = at === old.length;
		if (!isEnd && (atOwn === undefined || atOther === undefined)) continue;
		const [endOwn, endOther] = [atOwn ?? own.length, atOther ?? other.length];
		const cut = [old.slice(i, at), own.slice(y, endOwn), other.slice(t, endOther)] as const;
		for (const piece of base === null ? [differing(cut[1], cut[2])] : decide(...cut)) {
			add(pieces, piece);
		}
		if (!isEnd) add(pieces, { text: old[at] ?? '' });
		[i, y, t] = [at + 1, endOwn + 1, endOther + 1];
	}
	return pieces;
}

/** The text that the choices make, one for each piece that has two; `undefined`: there are not as many. */
export function mergedText(
	pieces: readonly MergePiece[],
	choices: readonly MergeChoice[]
): string | undefined {
	const rest = [...choices];
	const texts = pieces.map((piece) => {
		if ('text' in piece) return piece.text;
		const choice = rest.shift();
		if (choice === undefined) return undefined;
		return choice === 'both' ? piece.theirs + piece.yours : piece[choice];
	});
	if (rest.length > 0 || texts.includes(undefined)) return undefined;
	return texts.join('');
}

/** Each with its end, so that joined they are the text; the last of a text may have none. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/));

const withBase = (base: Lines, own: Lines, other: Lines) =>
	[base, sameLines(base, own), sameLines(base, other)] as const;

/** What both have is what they were made of. */
function withoutBase(own: Lines, other: Lines) {
	const same = sameLines(own, other);
	const places = [...same];
	const old = places.map(([at]) => own[at] ?? '');
	return [
		old,
		new Map(places.map(([at], index) => [index, at])),
		new Map(places.map(([, at], index) => [index, at]))
	] as const;
}

/** As many lines in all three are items or fields that were changed where they stand, each by itself. */
function decide(old: Lines, own: Lines, other: Lines): MergePiece[] {
	if (old.length !== own.length || old.length !== other.length) return [decided(old, own, other)];
	return old.map((line, at) => decided([line], own.slice(at, at + 1), other.slice(at, at + 1)));
}

function decided(old: Lines, own: Lines, other: Lines): MergePiece {
	const [was, yours, theirs] = [old, own, other].map((it) => it.join(''));
	if (was === theirs) return { text: yours ?? '' };
	if (was === yours) return { text: theirs ?? '' };
	return differing(own, other, old.length === 0);
}

function differing(own: Lines, other: Lines, isAdded = false): MergePiece {
	const [yours, theirs] = [own.join(''), other.join('')];
	return yours === theirs ? { text: yours } : { yours, theirs, isAdded };
}

/** Neighbours that are decided are one piece. */
function add(pieces: MergePiece[], piece: MergePiece): void {
	const last = pieces.at(-1);
	if (!('text' in piece)) pieces.push(piece);
	else if (last && 'text' in last) pieces[pieces.length - 1] = { text: last.text + piece.text };
	else if (piece.text !== '') pieces.push(piece);
}

/** Which line of the second each line of the first is, by the longest common sequence. */
function sameLines(a: Lines, b: Lines): Map<number, number> {
	const same = new Map<number, number>();
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) {
		same.set(start, start);
		start += 1;
	}
	let end = 0;
	const shorter = Math.min(a.length, b.length) - start;
	while (end < shorter && a.at(-1 - end) === b.at(-1 - end)) {
		end += 1;
		same.set(a.length - end, b.length - end);
	}
	const [height, width] = [a.length - end - start + 1, b.length - end - start + 1];
	if (height * width > MOST_CELLS) return new Map([...same].sort(([x], [y]) => x - y));
	/** At (i, j): how many lines are common from there on. */
	const longest = new Uint16Array(height * width);
	const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
	for (let i = height - 2; i >= 0; i -= 1) {
		for (let j = width - 2; j >= 0; j -= 1) {
			const isSame = a[start + i] === b[start + j];
			longest[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	for (let i = 0, j = 0; i < height - 1 && j < width - 1;) {
		if (a[start + i] === b[start + j]) same.set(start + i++, start + j++);
		else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
		else j += 1;
	}
	return new Map([...same].sort(([x], [y]) => x - y));
}
