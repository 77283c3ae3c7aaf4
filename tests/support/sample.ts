import { globSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { LANGUAGE_TAGS, type LanguageTag } from '#lib/edition/language-tags.ts';
import { pick, seededRandom } from '#tests/bench/corpus/random.ts';

const DAY_MS = 86_400_000;
/** Languages in the sample besides English. Each adds one full round to tests that open every text. */
const OTHERS = 2;

/**
 * The seed of the sample: `SAMPLE_SEED`, or the number of the day. It is stored in the environment, so
 * that all processes of a run agree, even around midnight.
 */
export const sampleSeed = (): string =>
	(process.env['SAMPLE_SEED'] ??= String(Math.floor(Date.now() / DAY_MS)));

/** The languages that articles of this repository are written in. */
export function writtenLanguages(): LanguageTag[] {
	const files = globSync('src/content/{guides,directives}/*/*.md');
	const tags = new Set(files.map((file) => basename(file, extname(file))));
	return LANGUAGE_TAGS.filter((tag) => tags.has(tag));
}

/** Whether this is `npm run test:whole`, which runs everything that `npm test` samples. */
export const isWhole = (): boolean => process.env['TEST_SAMPLE'] === 'whole';
/** Whether this is `npm test`. Files that are run by hand are never sampled. */
export const isDaily = (): boolean => process.env['TEST_SAMPLE'] === 'daily';

/** `count` items of a list, in its order. The same seed draws the same items. */
function sampleOf<Item>(items: readonly Item[], count: number, seed: string): Item[] {
	const random = seededRandom(seed);
	const left = [...items];
	const drawn = new Set<Item>();
	while (drawn.size < count && left.length > 0) {
		const item = pick(left, random);
		left.splice(left.indexOf(item), 1);
		drawn.add(item);
	}
	return items.filter((item) => drawn.has(item));
}

/**
 * English and some other languages that have texts, for tests that open every text: all fifteen
 * languages would take fifteen times as long, and find the same.
 */
export function sampleLanguages(
	written: readonly LanguageTag[] = writtenLanguages(),
	{ seed = sampleSeed(), whole = isWhole() } = {}
): LanguageTag[] {
	if (whole) return [...written];
	const others = written.filter((tag) => tag !== 'en');
	const drawn = new Set<LanguageTag>(['en', ...sampleOf(others, OTHERS, seed)]);
	return written.filter((tag) => drawn.has(tag));
}

/** Half of these test files, for an engine that the tests are not about. */
export const sampleFiles = (files: readonly string[], seed = sampleSeed()): string[] =>
	sampleOf(files, Math.ceil(files.length / 2), `${seed} files`);

/**
 * In `npm test` some of the items that cost much and mostly find the same, others each day. All of them
 * in the long form and where a file is named by hand.
 */
export const sampleItems = <Item>(
	items: readonly Item[],
	count: number,
	{ seed = sampleSeed(), daily = isDaily() } = {}
): readonly Item[] => (daily ? sampleOf(items, count, `${seed} items`) : items);
