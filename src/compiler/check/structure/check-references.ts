import { checkFactIds } from '../evidence/check-fact-ids.ts';
import { englishOf, textsIn, type ArticleText, type Corpus } from '../../read/corpus.ts';
import { compareText, problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { nameIn, setTo, takeOut, type FixPath } from '../../base/fix.ts';
import { didYouMean, nearestFix } from '../../base/nearest.ts';
import type { Located } from '../../read/yaml/parse-yaml.ts';

/**
 * Every name in a text is that of something that exists, and two texts that should name each other do.
 * English only: a translation repeats the fields of the English.
 */
export function* checkReferences(corpus: Corpus): Generator<Diagnostic> {
	for (const article of englishOf(corpus)) {
		const { fields } = article;
		yield* checkNames(article, ['sources'], fields.sources, 'source', corpus);
		yield* checkNames(article, ['changes'], fields.changes, 'change', corpus);
		yield* checkChanges(article, corpus);
		if (fields.kind === 'guide') {
			yield* checkNames(article, ['directives'], fields.directives, 'directive', corpus);
			yield* checkFoundation(article, fields.directives, corpus);
			continue;
		}
		yield* checkNames(article, ['guides'], fields.guides, 'guide', corpus);
		for (const field of ['replaces', 'replacedBy', 'amends'] as const) {
			yield* checkNames(article, [field], fields[field], 'directive', corpus);
		}
	}
	yield* checkBothEnds(corpus);
	yield* checkChangeNotes(corpus);
	yield* checkSmallKinds(corpus);
}

/** A guide names at least one directive, in an edition that has any. */
function* checkFoundation(
	guide: ArticleText,
	directives: readonly string[],
	{ known }: Corpus
): Generator<Diagnostic> {
	const names = [...known].filter((id) => id.startsWith('directive/'));
	if (directives.length > 0 || names.length === 0) return;
	const remedy = 'Name at least one of directives/, and this guide in its "guides".';
	yield problemAt(guide, guide.lineOf(['directives']), 'rests on no directive', remedy);
}

type Kind = 'source' | 'change' | 'directive' | 'guide' | 'term';

/** Every name in a list is that of a file, and stands there once. */
function* checkNames(
	text: Located<unknown>,
	field: FixPath,
	slugs: readonly string[],
	kind: Kind,
	{ known }: Corpus
): Generator<Diagnostic> {
	for (const [index, slug] of slugs.entries()) {
		// a term names one, and has no list
		const place = field.length === 1 && field[0] === 'confusedWith' ? field : [...field, index];
		const line = text.lineOf(place);
		if (slugs.indexOf(slug) < index) {
			const again = takeOut(place, slug);
			yield problemAt(text, line, `"${slug}" is named twice`, 'Keep one of them.', [again]);
		}
		if (known.has(`${kind}/${slug}`)) continue;
		const names = [...known].filter((id) => id.startsWith(`${kind}/`));
		const candidates = names.map((id) => id.slice(kind.length + 1));
		const problem = `there is no ${kind} "${slug}"`;
		const remedy = `${didYouMean(slug, candidates)}Write it, or take the name out.`;
		const meant = nearestFix(slug, candidates, (best) => setTo(place, best));
		yield problemAt(text, line, problem, remedy, [...meant, takeOut(place, slug)]);
	}
}

/** `guide.directives` and `directive.guides`; `replaces` and `replacedBy`. */
function* checkBothEnds({ guides, directives }: Corpus): Generator<Diagnostic> {
	for (const [slug, texts] of guides) {
		const guide = texts.get('en');
		for (const [index, name] of (guide?.fields.directives ?? []).entries()) {
			const directive = directives.get(name)?.get('en');
			if (!guide || !directive || directive.fields.guides.includes(slug)) continue;
			const problem = `rests on "${name}", which does not name this guide`;
			const remedy = `Add ${slug} to "guides" of ${directive.name}, or take "${name}" out here.`;
			const fixes = [nameIn(directive.name, 'guides', slug)];
			yield problemAt(guide, guide.lineOf(['directives', index]), problem, remedy, fixes);
		}
	}
	for (const [slug, texts] of directives) {
		const directive = texts.get('en');
		if (!directive) continue;
		for (const [index, name] of directive.fields.guides.entries()) {
			const guide = guides.get(name)?.get('en');
			if (!guide || guide.fields.directives.includes(slug)) continue;
			const problem = `names the guide "${name}", which does not rest on it`;
			const remedy = `Add ${slug} to "directives" of ${guide.name}, or take "${name}" out here.`;
			const fixes = [nameIn(guide.name, 'directives', slug)];
			yield problemAt(directive, directive.lineOf(['guides', index]), problem, remedy, fixes);
		}
		for (const [field, back] of REPLACEMENTS) {
			for (const [index, name] of directive.fields[field].entries()) {
				const other = directives.get(name)?.get('en');
				if (!other || other.fields[back].includes(slug)) continue;
				const problem = `${field} names "${name}", whose ${back} does not name this directive`;
				const remedy = `Add ${slug} to "${back}" of ${other.name}, or take "${name}" out here.`;
				const fixes = [nameIn(other.name, back, slug)];
				yield problemAt(directive, directive.lineOf([field, index]), problem, remedy, fixes);
			}
		}
	}
}

const REPLACEMENTS = [
	['replaces', 'replacedBy'],
	['replacedBy', 'replaces']
] as const;

/** The newest first; and a change note that names articles names this one. */
function* checkChanges(article: ArticleText, { changes }: Corpus): Generator<Diagnostic> {
	const slugs = article.fields.changes;
	for (const [index, slug] of slugs.entries()) {
		const line = article.lineOf(['changes', index]);
		const note = changes.get(slug)?.get('en');
		const before = changes.get(slugs[index - 1] ?? '')?.get('en');
		if (note && before && compareText(before.fields.date, note.fields.date) < 0) {
			const remedy = 'Put the newest change first.';
			const fixes = [setTo(['changes'], newestFirst(slugs, changes), 'reorder')];
			yield problemAt(article, line, `"${slug}" is newer than the change before it`, remedy, fixes);
		}
		const named = note?.fields.articles ?? [];
		if (!note || named.length === 0 || named.includes(article.slug)) continue;
		const problem = `"${slug}" does not name this article`;
		const remedy = `Add ${article.slug} to "articles" of ${note.name}, or take the change out here.`;
		const fixes = [nameIn(note.name, 'articles', article.slug)];
		yield problemAt(article, line, problem, remedy, fixes);
	}
}

function newestFirst(slugs: readonly string[], changes: Corpus['changes']): string[] {
	const dayOf = (slug: string): string => changes.get(slug)?.get('en')?.fields.date ?? '';
	return [...slugs].sort((a, b) => compareText(dayOf(b), dayOf(a)));
}

function* checkChangeNotes(corpus: Corpus): Generator<Diagnostic> {
	const { changes, guides, directives, known, publisher } = corpus;
	const withdrawn = publisher.fields.withdrawn.map(({ id }) => id.split('/')[1]);
	for (const note of textsIn(changes, 'en')) {
		yield* checkNames(note, ['sources'], note.fields.sources, 'source', corpus);
		for (const [index, slug] of note.fields.articles.entries()) {
			const line = note.lineOf(['articles', index]);
			const article = (guides.get(slug) ?? directives.get(slug))?.get('en');
			if (article && !article.fields.changes.includes(note.slug)) {
				const problem = `names "${slug}", whose changes do not name this note`;
				const remedy = `Add ${note.slug} to "changes" of ${article.name}, or take "${slug}" out here.`;
				const fixes = [nameIn(article.name, 'changes', note.slug)];
				yield problemAt(note, line, problem, remedy, fixes);
			}
			const isKnown = known.has(`guide/${slug}`) || known.has(`directive/${slug}`);
			if (isKnown || withdrawn.includes(slug)) continue;
			const candidates = [...guides.keys(), ...directives.keys()];
			const meant = nearestFix(slug, candidates, (best) => setTo(['articles', index], best));
			const remedy = `${didYouMean(slug, candidates)}If it was withdrawn, enter it in publisher.json under "withdrawn".`;
			yield problemAt(note, line, `there is no article "${slug}"`, remedy, meant);
		}
	}
	for (const [index, { id }] of publisher.fields.withdrawn.entries()) {
		if (!known.has(id)) continue;
		const line = publisher.lineOf(['withdrawn', index]);
		yield problemAt(publisher, line, `"${id}" is not withdrawn: its file is here`, 'Delete one.');
	}
}

/** The names in contacts, terms and sources. */
function* checkSmallKinds(corpus: Corpus): Generator<Diagnostic> {
	const { contacts, terms, sources } = corpus;
	for (const contact of textsIn(contacts, 'en')) {
		yield* checkFactIds(contact, ['facts'], contact.fields.facts, corpus);
	}
	for (const term of textsIn(terms, 'en')) {
		yield* checkFactIds(term, ['facts'], term.fields.facts, corpus);
		const { confusedWith } = term.fields;
		const named = confusedWith === undefined ? [] : [confusedWith];
		yield* checkNames(term, ['confusedWith'], named, 'term', corpus);
	}
	for (const source of sources.values()) {
		yield* checkFactIds(source, ['facts'], source.fields.facts, corpus);
	}
}
