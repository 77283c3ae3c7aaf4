import { textsIn, type Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import type { FieldPath, Located } from '../../read/yaml/parse-yaml.ts';

/** The addresses of facts, sources and contacts are ones that a browser can open. */
export function* checkEvidence(corpus: Corpus): Generator<Diagnostic> {
	for (const fact of corpus.facts.values()) {
		// `null`: nobody has read a document behind it, and its confidence says so
		if (fact.fields.source === null) continue;
		yield* checkAddress(fact, ['sourceUrl'], fact.fields.sourceUrl);
	}
	for (const source of corpus.sources.values()) {
		const { url, originalUrl } = source.fields;
		yield* checkAddress(source, ['url'], url);
		if (originalUrl !== undefined) yield* checkAddress(source, ['originalUrl'], originalUrl);
	}
	for (const contact of textsIn(corpus.contacts, 'en')) {
		const { url } = contact.fields;
		if (url !== undefined) yield* checkAddress(contact, ['url'], url);
	}
}

function* checkAddress(
	text: Located<unknown>,
	field: FieldPath,
	address: string
): Generator<Diagnostic> {
	if (isWebAddress(address)) return;
	const problem = `"${address}" is no address of a page`;
	const remedy = 'Write the whole address, such as https://www.example.gov/page, without spaces.';
	yield problemAt(text, text.lineOf(field), problem, remedy);
}

/** Stricter than the URL parser, which accepts `https://city` and `https:/city.gov`: both lead nowhere. */
function isWebAddress(address: string): boolean {
	if (!/^https?:\/\/[^\s/]+/.test(address) || /[\s"<>\\^`{|}]/.test(address)) return false;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	return url !== undefined && /[^.]\.[^.]/.test(url.hostname) && url.username === '';
}
