import { englishOf, textsIn, type Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { unitsOf } from '../../read/parse-body.ts';
import { proseOf } from '../../text/prose.ts';

/**
 * Sources, contacts and terms that no text uses: nobody reads them, or sees when they go out of date.
 * Only English texts are looked at, because translations use the same ones. Articles are never
 * orphans: the app lists all of them.
 */
export function* checkOrphans(corpus: Corpus): Generator<Diagnostic> {
	yield* checkSources(corpus);
	yield* checkContacts(corpus);
	yield* checkTerms(corpus);
}

function* checkSources(corpus: Corpus): Generator<Diagnostic> {
	const { contacts, terms, changes } = corpus;
	const notes = textsIn(changes, 'en');
	const named = new Set([...englishOf(corpus), ...notes].flatMap(({ fields }) => fields.sources));
	const facts = new Set(
		[...textsIn(contacts, 'en'), ...textsIn(terms, 'en')].flatMap(({ fields }) => fields.facts)
	);
	for (const [slug, source] of corpus.sources) {
		if (named.has(slug) || source.fields.facts.some((id) => facts.has(id))) continue;
		const remedy = 'Use one of its facts, or take the file out: the facts keep address and date.';
		yield problemAt(source, 1, 'no text rests on this source', remedy);
	}
}

/** A contact is called in a guide, or an article uses one of its facts. */
function* checkContacts(corpus: Corpus): Generator<Diagnostic> {
	const units = corpus.bodies
		.filter(({ lang }) => lang === 'en')
		.flatMap(({ blocks }) => blocks.flatMap(unitsOf));
	const called = new Set(units.map(({ text }) => text));
	const facts = new Set(units.flatMap(({ markers }) => markers.flatMap((it) => it.facts)));
	for (const contact of textsIn(corpus.contacts, 'en')) {
		if (called.has(`contact:${contact.slug}`)) continue;
		// a fact that is not there is reported as such
		if (contact.fields.facts.some((id) => facts.has(id) || !corpus.facts.has(id))) continue;
		const remedy = `Write contact:${contact.slug} in {#call} of a guide, or take the contact out.`;
		yield problemAt(contact, 1, 'no article names this contact', remedy);
	}
}

/** A term of the glossary is used in some text. */
function* checkTerms(corpus: Corpus): Generator<Diagnostic> {
	const terms = textsIn(corpus.terms, 'en');
	const confused = new Set(terms.flatMap(({ fields }) => fields.confusedWith ?? []));
	const texts = proseOf(corpus)
		.filter(({ lang, place }) => lang === 'en' && place !== 'plain')
		.map(({ text }) => text.toLowerCase().replaceAll('’', "'"));
	for (const term of terms) {
		const word = term.fields.term.toLowerCase().replaceAll('’', "'");
		if (confused.has(term.slug) || texts.some((text) => text.includes(word))) continue;
		const remedy = 'Use the word where its concept is meant, or take it out of the glossary.';
		yield problemAt(term, term.lineOf(['term']), `no text uses "${term.fields.term}"`, remedy);
	}
}
