import fc from 'fast-check';
import { isLong } from '#tests/support/long-form.ts';

/** How many cases a property gets. In the quick suite the same few, by a fixed seed. */
export const CASES = isLong ? 12_000 : 250;

export const parameters: fc.Parameters<unknown> = {
	numRuns: CASES,
	...(isLong ? {} : { seed: 20_261_124 })
};

const JSON_VALUE = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });
/** What a forger would try in any place: of the wrong kind, too large, and names with a meaning. */
const NASTY = fc.oneof(
	JSON_VALUE,
	fc.constantFrom(-1, 0, 0.5, 2 ** 53, 1e308, '', '0', 'x'.repeat(5000), [], {}, true),
	fc.constantFrom('__proto__', 'constructor', 'toString', '../../head', '<script>', '\u202e\u0000')
);

/** A value that was good, with some of its places changed, dropped, doubled or renamed. */
export function spoilt(good: unknown): fc.Arbitrary<unknown> {
	const spot = fc.tuple(fc.nat(), NASTY, fc.constantFrom('replace', 'drop', 'double', 'rename'));
	return fc.array(spot, { minLength: 1, maxLength: 4 }).map((spots) => {
		const copy = structuredClone({ root: good });
		for (const [at, value, how] of spots) spoil(copy, at, value, how);
		return copy.root;
	});
}

type Spoiling = 'replace' | 'drop' | 'double' | 'rename';
type Place = readonly [holder: Record<string, unknown>, key: string];

function spoil(value: object, at: number, by: unknown, how: Spoiling): void {
	const places = [...placesIn(value)];
	const [holder, key] = places[at % places.length] ?? [];
	if (!holder || key === undefined) return;
	if (how === 'drop' && key !== 'root') delete holder[key];
	else if (how === 'double' && Array.isArray(holder)) holder.push(holder[Number(key)]);
	else if (how === 'rename') Object.assign(holder, { [`${key}x`]: holder[key], [key]: by });
	else holder[key] = by;
}

function* placesIn(value: object): Generator<Place> {
	for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
		yield [value as Record<string, unknown>, key];
		if (typeof inner === 'object' && inner !== null) yield* placesIn(inner);
	}
}
