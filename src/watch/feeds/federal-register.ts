import * as v from 'valibot';
import {
	FeedError,
	type AskJson,
	type LawDocument,
	type LawFeed,
	type Span
} from './law-document.ts';
import { parseAnswer } from './parse-answer.ts';
import { TERMS } from './terms.ts';

const API = 'https://www.federalregister.gov/api/v1';
/** Whose documents are asked for, as the register names them in addresses. */
const AGENCIES: readonly string[] = [
	'executive-office-of-the-president',
	'homeland-security-department',
	'u-s-immigration-and-customs-enforcement',
	'u-s-citizenship-and-immigration-services',
	'u-s-customs-and-border-protection',
	'executive-office-for-immigration-review',
	'justice-department'
];
const FIELDS: readonly string[] = [
	'document_number',
	'title',
	'type',
	'subtype',
	'abstract',
	'citation',
	'html_url',
	'publication_date',
	'signing_date',
	'effective_on',
	'executive_order_number',
	'agencies'
];
const MOST_PAGES = 20;

const MaybeText = v.nullish(v.string());
const Day = v.pipe(v.string(), v.isoDate());

/** A document as `GET /documents/{number}.json` gives it, and as it stands in lists. */
const Document = v.object({
	document_number: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{3,30}$/)),
	title: v.string(),
	type: MaybeText,
	subtype: MaybeText,
	abstract: MaybeText,
	citation: MaybeText,
	html_url: v.pipe(v.string(), v.startsWith('https://')),
	publication_date: Day,
	signing_date: v.nullish(Day),
	effective_on: v.nullish(Day),
	executive_order_number: v.nullish(v.union([v.string(), v.number()])),
	/** Some agencies are not in the register's own list: then only the name that was printed is there. */
	agencies: v.array(v.object({ name: MaybeText, raw_name: MaybeText }))
});
/** No `results` where nothing was found. */
const List = v.object({ results: v.optional(v.array(Document), []), next_page_url: MaybeText });

/** The daily gazette of the United States: rules, notices, orders of the President. No key. */
export const federalRegister: LawFeed = {
	name: 'Federal Register',
	prefix: 'fr',
	async list(span, ask) {
		const found = new Map<string, LawDocument>();
		for (const term of TERMS) {
			for (const document of await pagesOf(listUrl(term, span), ask)) {
				found.set(document.id, document);
			}
		}
		return [...found.values()];
	},
	async readOne(id, ask) {
		const number = /^fr-([a-z0-9-]+)$/.exec(id)?.[1];
		if (number === undefined) return undefined;
		const fields = FIELDS.map((field) => `fields[]=${field}`).join('&');
		const url = `${API}/documents/${number.toUpperCase()}.json?${fields}`;
		return toDocument(parseAnswer(Document, await ask(url)));
	}
};

function listUrl(term: string, { from, to }: Span): string {
	const query = new URLSearchParams([
		['conditions[term]', `"${term}"`],
		...AGENCIES.map((agency) => ['conditions[agencies][]', agency]),
		['conditions[publication_date][gte]', from],
		['conditions[publication_date][lte]', to],
		...FIELDS.map((field) => ['fields[]', field]),
		['per_page', '100'],
		['order', 'oldest']
	]);
	return `${API}/documents.json?${query.toString()}`;
}

async function pagesOf(first: string, ask: AskJson): Promise<LawDocument[]> {
	const documents: LawDocument[] = [];
	let url: string | undefined = first;
	for (let page = 0; url !== undefined; page += 1) {
		// better no answer than half of one that looks whole
		if (page === MOST_PAGES) throw new FeedError('has too many documents for these days');
		const list: v.InferOutput<typeof List> = parseAnswer(List, await ask(url));
		documents.push(...list.results.map(toDocument));
		const next = list.next_page_url ?? undefined;
		if (next !== undefined && !next.startsWith(API)) throw new FeedError('leads to another host');
		url = next;
	}
	return documents;
}

function toDocument(document: v.InferOutput<typeof Document>): LawDocument {
	const { document_number: number, agencies } = document;
	const order = document.executive_order_number;
	return {
		id: `fr-${number.toLowerCase()}`,
		title: document.title,
		summary: document.abstract ?? undefined,
		names: [...(order ? [`Executive Order ${String(order)}`] : []), number],
		issuer: agencies.flatMap(({ name, raw_name }) => name ?? raw_name ?? []).join('; '),
		register: 'Federal Register',
		citation: document.citation ?? undefined,
		url: document.html_url,
		level: 'federal',
		isOrder: document.subtype === 'Executive Order',
		status: document.subtype ?? document.type ?? undefined,
		publishedOn: document.publication_date,
		signedOn: document.signing_date ?? undefined,
		effectiveOn: document.effective_on ?? undefined
	};
}
