import { englishOf, textsIn, type Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { setTo } from '../../base/fix.ts';
import type { Located } from '../../read/yaml/parse-yaml.ts';

interface Named extends Located<{ readonly slug: string; readonly lang: string }> {
	readonly slug: string;
	readonly lang: string;
}

/**
 * What a file says of itself agrees with where it lies, and no two articles share a slug. English only:
 * of a translation, its place alone says what it is.
 */
export function* checkIdentity(corpus: Corpus): Generator<Diagnostic> {
	const { contacts, terms, changes } = corpus;
	yield* checkTexts([
		...englishOf(corpus),
		...textsIn(contacts, 'en'),
		...textsIn(terms, 'en'),
		...textsIn(changes, 'en')
	]);
	for (const [slug, source] of corpus.sources) {
		if (source.fields.slug === slug) continue;
		const problem = `slug is "${source.fields.slug}", but the file is ${slug}.yaml`;
		const fixes = [setTo(['slug'], slug)];
		yield problemAt(source, source.lineOf(['slug']), problem, 'Make them the same.', fixes);
	}
	yield* checkSharedSlugs(corpus);
}

function* checkTexts(texts: readonly Named[]): Generator<Diagnostic> {
	for (const text of texts) {
		const { fields, slug, lang, lineOf } = text;
		if (fields.slug !== slug) {
			const problem = `slug is "${fields.slug}", but the folder is ${slug}`;
			const fixes = [setTo(['slug'], slug)];
			yield problemAt(text, lineOf(['slug']), problem, 'Make them the same.', fixes);
		}
		if (fields.lang !== lang) {
			const problem = `lang is "${fields.lang}", but the file is for "${lang}"`;
			const fixes = [setTo(['lang'], lang)];
			yield problemAt(text, lineOf(['lang']), problem, 'Make them the same.', fixes);
		}
	}
}

/** No two articles share a slug: change notes name an article by its slug alone, without its kind. */
function* checkSharedSlugs(corpus: Corpus): Generator<Diagnostic> {
	for (const article of englishOf(corpus)) {
		if (article.kind !== 'directive' || !corpus.known.has(`guide/${article.slug}`)) continue;
		const problem = `the slug "${article.slug}" is that of a guide, too`;
		yield problemAt(article, article.lineOf(['slug']), problem, 'Give the directive another slug.');
	}
}
