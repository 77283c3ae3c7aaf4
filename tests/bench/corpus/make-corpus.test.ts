import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compileContent } from '../../../src/compiler/compile/compile-edition.ts';
import { formatDiagnostic } from '../../../src/compiler/base/diagnostic.ts';
import { parseCorpus } from '../../../src/compiler/read/parse-corpus.ts';
import { readSources } from '../../../src/compiler/read/read-sources.ts';
import type { Sources } from '../../../src/compiler/read/source-file.ts';
import { changeOneSentence, makeCorpus } from './make-corpus.ts';
import { readRealArticles } from './real-article.ts';

const real = readSources({ content: 'src/content' }).value;
const realCount = readRealArticles(real).length;

/** The blob of each article, by id. */
function blobsOf(corpus: Sources): Map<string, string> {
	const { value, diagnostics } = parseCorpus(corpus);
	expect(diagnostics.map(formatDiagnostic)).toEqual([]);
	const blobs = [...compileContent(value).files].filter(([path]) => path.startsWith('blob/'));
	const articles = blobs.flatMap(([, text]): [string, string][] => {
		const { kind, slug } = JSON.parse(text) as { kind?: string; slug?: string };
		return kind !== undefined && slug !== undefined ? [[`${kind}/${slug}`, text]] : [];
	});
	return new Map(articles);
}

function brotliBytes(texts: Iterable<string>): number {
	const params = { [constants.BROTLI_PARAM_LGWIN]: 24 };
	return brotliCompressSync([...texts].join('\n'), { params }).length;
}

describe('a corpus', () => {
	test('has exactly as many articles as were asked for, and compiles', () => {
		for (const count of [1, realCount, realCount + 7]) {
			expect(blobsOf(makeCorpus(real, count)).size).toBe(count);
		}
	});

	test('is the same each time', () => {
		expect(makeCorpus(real, realCount + 7)).toEqual(makeCorpus(real, realCount + 7));
	});

	test('has no two articles alike', () => {
		const blobs = blobsOf(makeCorpus(real, 3 * realCount));
		const texts = [...blobs.values()].map((text) => {
			const { do: steps, short, why, says } = JSON.parse(text) as Record<string, unknown>;
			return JSON.stringify([steps, short, why, says]);
		});
		expect(new Set(texts).size).toBe(3 * realCount);
	});

	test('has guides and directives in the proportion of the real content', () => {
		const guides = (corpus: Sources) =>
			corpus.filter(({ path }) => /^guides\/.*\/en\.md$/.test(path)).length;
		const expected = (guides(real) / realCount) * 300;
		expect(Math.abs(guides(makeCorpus(real, 300)) - expected)).toBeLessThan(2);
	});

	test('compresses like real text: a further article costs as much as the last real ones', () => {
		const own = [...blobsOf(makeCorpus(real, realCount)).values()];
		const [odd, even] = [0, 1].map((rest) => own.filter((_, index) => index % 2 === rest));
		const cost = brotliBytes(own) - brotliBytes(odd ?? []);
		const realCost = cost / (even ?? []).length;

		const doubled = blobsOf(makeCorpus(real, 2 * realCount)).values();
		const copyCost = (brotliBytes(doubled) - brotliBytes(own)) / realCount;
		expect(copyCost / realCost).toBeGreaterThan(0.85);
		expect(copyCost / realCost).toBeLessThan(1.2);
	});

	test('changes one article and no other when one sentence changes', () => {
		const corpus = makeCorpus(real, realCount);
		const slug = readRealArticles(real).find(({ folder }) => folder === 'guides')?.slug ?? '';
		const before = blobsOf(corpus);
		const after = blobsOf(changeOneSentence(corpus, slug, 'a new rule'));
		const changed = [...after].filter(([id, text]) => before.get(id) !== text);
		expect(changed.map(([id]) => id)).toEqual([`guide/${slug}`]);
		expect(changed[0]?.[1]).toContain('a new rule');
	});
});
