import * as v from 'valibot';
import type { Register } from '../../build/site/site-file.ts';
import { FeedError, type LawDocument, type LawFeed, type Span } from './law-document.ts';
import { parseAnswer } from './parse-answer.ts';
import { TERMS } from './terms.ts';

const PAGE = 100;
const MOST_PAGES = 20;

const MaybeText = v.nullish(v.string());

/** The summary view of a bill, of Senate or Assembly; the documents of the API call it "info". */
const Bill = v.object({
	basePrintNo: v.pipe(v.string(), v.regex(/^[A-Z]\d+$/)),
	session: v.pipe(v.number(), v.integer()),
	printNo: v.string(),
	title: v.string(),
	summary: MaybeText,
	publishedDateTime: MaybeText,
	signed: v.optional(v.boolean(), false),
	status: v.nullish(
		v.object({ statusType: v.string(), statusDesc: MaybeText, actionDate: MaybeText })
	),
	approvalMessage: v.nullish(v.object({ year: v.number(), chapter: v.nullish(v.number()) }))
});
type Bill = v.InferOutput<typeof Bill>;
const Found = v.object({
	success: v.literal(true),
	offsetEnd: v.number(),
	total: v.number(),
	result: v.object({ items: v.array(v.object({ result: Bill })) })
});
const One = v.object({ success: v.literal(true), result: Bill });

/** Bills of a state's legislature, by its Senate's Open Legislation. A key is sent to who asks. */
export function stateSenate(key: string, register: Register): LawFeed {
	const withKey = (path: string, query: Record<string, string>): string =>
		`${register.api}/${path}?${new URLSearchParams({ ...query, key }).toString()}`;
	return {
		name: 'State Senate',
		prefix: 'senate',
		async list(span, ask) {
			const bills: LawDocument[] = [];
			let offset = 1;
			for (let page = 0; page < MOST_PAGES; page += 1) {
				const query = { term: termOf(span), limit: String(PAGE), offset: String(offset) };
				const found = parseAnswer(Found, await ask(withKey('bills/search', query)));
				bills.push(...found.result.items.map(({ result }) => toDocument(result, register)));
				if (found.offsetEnd >= found.total || found.result.items.length === 0) return bills;
				offset = found.offsetEnd + 1;
			}
			throw new FeedError('has too many bills for these days');
		},
		async readOne(id, ask) {
			const [, session, print] = /^senate-(\d{4})-([as]\d+)$/.exec(id) ?? [];
			if (session === undefined || print === undefined) return undefined;
			const url = withKey(`bills/${session}/${print.toUpperCase()}`, { view: 'no_fulltext' });
			return toDocument(parseAnswer(One, await ask(url)).result, register);
		}
	};
}

/** A query of Elasticsearch: what moved on these days, and has one of our words in title or summary. */
function termOf({ from, to }: Span): string {
	const words = TERMS.map((term) => `"${term}"`).join(' OR ');
	return `status.actionDate:[${from} TO ${to}] AND (title:(${words}) OR summary:(${words}))`;
}

function toDocument(bill: Bill, { issuer, register, page }: Register): LawDocument {
	const { basePrintNo, session, approvalMessage: approval } = bill;
	const number = `${basePrintNo.slice(0, 1)}.${basePrintNo.slice(1)}`;
	const chapter = approval?.chapter
		? `chapter ${String(approval.chapter)} of ${String(approval.year)}`
		: undefined;
	return {
		id: `senate-${String(session)}-${basePrintNo.toLowerCase()}`,
		title: bill.title,
		summary: bill.summary ?? undefined,
		names: [...(chapter === undefined ? [] : [chapter]), `${number} of ${String(session)}`],
		issuer,
		register,
		citation: `${number} of ${String(session)}`,
		url: `${page}${String(session)}/${basePrintNo}`,
		level: 'state',
		isOrder: false,
		status: bill.status?.statusDesc ?? bill.status?.statusType,
		publishedOn: dayOf(bill.publishedDateTime),
		signedOn: bill.signed ? dayOf(bill.status?.actionDate) : undefined
	};
}

const dayOf = (moment: string | null | undefined): string | undefined =>
	moment === undefined || moment === null ? undefined : /^\d{4}-\d\d-\d\d/.exec(moment)?.[0];
