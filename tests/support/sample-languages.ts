import { globSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { LANGUAGE_TAGS, type LanguageTag } from '#lib/edition/language-tags.ts';
import { pick, seededRandom } from '#tests/bench/corpus/random.ts';

const DAY_MS = 86_400_000;
/** Beside English. Each costs its texts once more in every test that opens all of them. */
const OTHERS = 2;

/**
 * What the sample is drawn by: another one each day, or that of `SAMPLE_SEED`. Kept in the
 * environment, because the runners' processes must agree, around midnight too.
 */
export const sampleSeed = (): string =>
	(process.env['SAMPLE_SEED'] ??= String(Math.floor(Date.now() / DAY_MS)));

/** The languages that articles of this repository are written in. */
export function writtenLanguages(): LanguageTag[] {
	const files = globSync('src/content/{guides,directives}/*/*.md');
	const tags = new Set(files.map((file) => basename(file, extname(file))));
	return LANGUAGE_TAGS.filter((tag) => tags.has(tag));
}

/**
 * English and some of the languages that have texts, for tests that open every text of each:
 * fifteen languages would take fifteen times as long and find the same. `TEST_LANGUAGES=all` is the
 * long form; it names single ones, too: `TEST_LANGUAGES=ru,ht`.
 */
export function sampleLanguages(
	written: readonly LanguageTag[] = writtenLanguages(),
	{ seed = sampleSeed(), wish = process.env['TEST_LANGUAGES'] ?? '' } = {}
): LanguageTag[] {
	if (wish === 'all') return [...written];
	const wished = wish.split(',');
	if (wish !== '') return written.filter((tag) => tag === 'en' || wished.includes(tag));
	const random = seededRandom(seed);
	const left = written.filter((tag) => tag !== 'en');
	const drawn = new Set<LanguageTag>(['en']);
	while (drawn.size <= OTHERS && left.length > 0) {
		const tag = pick(left, random);
		left.splice(left.indexOf(tag), 1);
		drawn.add(tag);
	}
	return written.filter((tag) => drawn.has(tag));
}
