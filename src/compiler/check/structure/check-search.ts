import { isLanguageTag, LANGUAGE_TAGS } from '#lib/edition/language-tags.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { didYouMean } from '../../base/nearest.ts';
import type { Corpus } from '../../read/corpus.ts';
import type { SearchFront } from '../../read/front-matter.ts';
import type { Located } from '../../read/yaml/parse-yaml.ts';

/** Of one language: it is on every phone that has the language, and changes whole with each word. */
const MOST_CHARACTERS = 30_000;

/** The words that readers type: `search/<lang>.yaml`. */
export function* checkSearch(corpus: Corpus): Generator<Diagnostic> {
	for (const [name, file] of corpus.search) {
		const { lang, articles, same } = file.fields;
		if (!isLanguageTag(name)) {
			const remedy = `${didYouMean(name, LANGUAGE_TAGS)}Use one of: ${LANGUAGE_TAGS.join(', ')}.`;
			yield problemAt(file, 1, `"${name}" is not one of the languages`, remedy);
		} else if (lang !== name) {
			const problem = `lang is ${lang}, but the file is called ${name}.yaml`;
			yield problemAt(file, file.lineOf(['lang']), problem, 'Make them the same.');
		}
		for (const [index, { length }] of same.entries()) {
			if (length > 1) continue;
			const remedy = 'Name the words that mean the same, or take the line out.';
			yield problemAt(file, file.lineOf(['same', index]), 'a word alone is like no other', remedy);
		}
		for (const slug of Object.keys(articles)) yield* checkSlug(file, slug, corpus);
		yield* checkRepeated(file);
		const { length } = JSON.stringify(file.fields);
		if (length <= MOST_CHARACTERS) continue;
		const problem = `it has ${length} characters, and ${MOST_CHARACTERS} is the most`;
		yield problemAt(file, 1, problem, 'Take out what a misspelling or another form would find.');
	}
}

function* checkSlug(
	file: Located<SearchFront>,
	slug: string,
	{ known }: Corpus
): Generator<Diagnostic> {
	if (known.has(`guide/${slug}`) || known.has(`directive/${slug}`)) return;
	const ids = [...known].filter((id) => /^(guide|directive)\//.test(id));
	const hint = didYouMean(
		slug,
		ids.map((id) => id.replace(/^\w+\//, ''))
	);
	const line = file.lineOf(['articles', slug]);
	const remedy = `${hint}Name a guide or a directive by its slug.`;
	yield problemAt(file, line, `there is no guide or directive "${slug}"`, remedy);
}

function* checkRepeated(file: Located<SearchFront>): Generator<Diagnostic> {
	const { articles, same } = file.fields;
	const lists = [
		...Object.entries(articles).map(([slug, words]) => ({ path: ['articles', slug], words })),
		...same.map((words, index) => ({ path: ['same', index], words }))
	];
	for (const { path, words } of lists) {
		const again = words.find((word, index) => words.indexOf(word) !== index);
		if (again === undefined) continue;
		const problem = `"${again}" stands here twice`;
		yield problemAt(file, file.lineOf(path), problem, 'Keep one of them.');
	}
}
