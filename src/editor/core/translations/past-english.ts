import { partsOf } from '../../../compiler/read/compare-with-original.ts';
import { parseSource, placeOf } from '../../../compiler/read/parse-source.ts';
import { linesIn } from '../../../compiler/read/source-parts.ts';
import { segmentsOf } from '../../../compiler/exchange/segments.ts';
import { isTranslated } from '../../../compiler/read/translated-front.ts';

/** What lines of an English text said, by their hashes; of a text that cannot be read nothing. */
export function wordsByHash(path: string, text: string): Map<string, string> {
	const file = { path, name: path, text };
	const place = placeOf(file);
	if (!place || 'problem' in place || !isTranslated(place.kind)) return new Map();
	const parts = partsOf(parseSource(file, place));
	if (!parts) return new Map();
	const hashes = [...parts.values()].flat();
	const hashOf = new Map(linesIn(parts).map((id, index) => [id, hashes[index] ?? '']));
	return new Map(
		segmentsOf(place.kind, text).map(({ id, words }) => [hashOf.get(id) ?? '', words] as const)
	);
}

/** A text is looked for in so many versions, the newest first: each is a question to Git. */
const MOST_VERSIONS = 40;

/** What the English said when a line was translated, in earlier versions of its file. */
export class PastEnglish {
	readonly #texts: (path: string) => Iterable<string>;
	/** By path, what was found of each version so far, and the versions that are left. */
	readonly #known = new Map<string, { words: Map<string, string>; left: Iterator<string> }>();

	/** @param texts earlier versions of an English file, the newest first */
	constructor(texts: (path: string) => Iterable<string>) {
		this.#texts = texts;
	}

	/** `undefined`: no version that is known had it. */
	wordsOf(path: string, hash: string): string | undefined {
		const known = this.#known.get(path) ?? {
			words: new Map<string, string>(),
			left: take(this.#texts(path), MOST_VERSIONS)
		};
		this.#known.set(path, known);
		while (!known.words.has(hash)) {
			const next = known.left.next();
			if (next.done === true) break;
			// of two versions that have it, the newer one is nearer
			known.words = new Map([...wordsByHash(path, next.value), ...known.words]);
		}
		return known.words.get(hash);
	}

	/** A new version was committed. */
	forget(): void {
		this.#known.clear();
	}
}

function* take(texts: Iterable<string>, most: number): Generator<string> {
	let count = 0;
	for (const text of texts) {
		count += 1;
		if (count > most) return;
		yield text;
	}
}
