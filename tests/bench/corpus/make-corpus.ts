import type { SourceFile, Sources } from '../../../src/compiler/read/source-file.ts';
import { copyArticle, keepArticle } from './copy-article.ts';
import { copySource } from './copy-source.ts';
import { materialOf } from './material.ts';
import { factIdsOf, namesOf } from './names.ts';
import { seededRandom } from './random.ts';
import { readRealArticles, readRealSources } from './real-article.ts';

/** The small kinds that go with every edition, and whose it is. */
const KEPT = /^(site\.json|(contacts|terms|changes)\/[^/]+\/en\.yaml)$/;

/**
 * English content of exactly `count` articles. The real ones come first, as they are; each further
 * round copies all of them with other sentences, other words, other facts and other sources, so that
 * a thousand articles compress as a thousand real ones would. The same `real` gives the same corpus.
 */
export function makeCorpus(real: Sources, count: number): Sources {
	const articles = readRealArticles(real);
	if (articles.length === 0) throw new Error('There is no English article to make a corpus from.');
	const sources = readRealSources(real);
	const material = materialOf(articles);
	const factIds = factIdsOf(articles, sources);

	const files: SourceFile[] = real.filter(({ path }) => KEPT.test(path));
	files.push(publisherOf(real));
	for (let round = 0; round * articles.length < count; round += 1) {
		const names = namesOf({ articles, factIds, round, count });
		const present = articles.slice(0, count - round * articles.length);
		for (const article of present) {
			const random = seededRandom(`${article.slug} ${String(round)}`);
			const copy = () => copyArticle(article, { names, material, random });
			files.push(round === 0 ? keepArticle(article, names) : copy());
		}
		for (const source of sources) {
			const random = seededRandom(`${source.slug} ${String(round)}`);
			files.push(copySource(source, { names, material, random, isReal: round === 0 }));
		}
	}
	return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The content's own publisher, in English only. */
function publisherOf(real: Sources): SourceFile {
	const path = 'publisher.json';
	const own = real.find((file) => file.path === path)?.text ?? '{}';
	const fields = { ...(JSON.parse(own) as object), languages: ['en'] };
	return { path, name: path, text: JSON.stringify(fields) };
}

/**
 * The corpus with one sentence changed, as an editor's correction would: in the background of one
 * guide. `marker` is in the sentence, so that it can be looked for on the phone.
 */
export function changeOneSentence(corpus: Sources, slug: string, marker: string): Sources {
	const path = `guides/${slug}/en.md`;
	return corpus.map((file) => {
		if (file.path !== path) return file;
		// a sentence before a marker, so that it rests on something as all do
		const text = file.text.replace(/(\{#why\}\n)[^.]+\./, `$1The new rule is ${marker}.`);
		if (text === file.text) throw new Error(`No sentence to change in ${path}`);
		return { ...file, text };
	});
}
