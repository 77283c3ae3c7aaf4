import * as v from 'valibot';
import { DAY_MS } from '#lib/edition/durations.ts';
import type { Register } from '../../build/site/site-file.ts';
import { FeedError, type LawDocument, type LawFeed, type Span } from './law-document.ts';
import { parseAnswer } from './parse-answer.ts';

/** As many as the interface gives at once. */
const PAGE = 1000;
const MOST_PAGES = 20;

const MaybeText = v.nullish(v.string());
/** `2017-11-16T00:00:00`, local time without a zone. */
const Moment = v.nullish(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT/)));

/** A matter as Legistar's Web API gives it: bills, resolutions, and much besides. */
const Matter = v.object({
	MatterId: v.pipe(v.number(), v.integer()),
	MatterFile: MaybeText,
	MatterName: MaybeText,
	MatterTitle: MaybeText,
	MatterTypeName: MaybeText,
	MatterStatusName: MaybeText,
	MatterBodyName: MaybeText,
	MatterIntroDate: Moment,
	MatterPassedDate: Moment,
	MatterEnactmentDate: Moment,
	MatterEnactmentNumber: MaybeText
});
type Matter = v.InferOutput<typeof Matter>;
const Matters = v.array(Matter);

/**
 * Bills and local laws of a council whose register Legistar keeps. The council gives a token to who
 * asks for one.
 */
export function cityCouncil(token: string, register: Register): LawFeed {
	const withToken = (path: string, query: readonly (readonly [string, string])[]): string =>
		`${register.api}/${path}?${new URLSearchParams([...query.map(([a, b]) => [a, b]), ['token', token]]).toString()}`;
	return {
		name: 'City Council',
		prefix: 'council',
		async list(span, ask) {
			const documents: LawDocument[] = [];
			for (let page = 0; page < MOST_PAGES; page += 1) {
				const url = withToken('matters', [
					['$filter', filterOf(span)],
					['$orderby', 'MatterId'],
					['$top', String(PAGE)],
					['$skip', String(page * PAGE)]
				]);
				const matters = parseAnswer(Matters, await ask(url));
				documents.push(...matters.map((it) => toDocument(it, register)));
				if (matters.length < PAGE) return documents;
			}
			throw new FeedError('has too many matters for these days');
		},
		async readOne(id, ask) {
			const matter = /^council-(\d+)$/.exec(id)?.[1];
			if (matter === undefined) return undefined;
			const found = parseAnswer(Matter, await ask(withToken(`matters/${matter}`, [])));
			return toDocument(found, register);
		}
	};
}

/** What was touched on these days. The time has no zone: a day more at both ends costs nothing. */
function filterOf({ from, to }: Span): string {
	const at = (day: string) => `datetime'${day}'`;
	const after = new Date(Date.parse(to) + 2 * DAY_MS).toISOString().slice(0, 10);
	return `MatterLastModifiedUtc ge ${at(from)} and MatterLastModifiedUtc lt ${at(after)}`;
}

function toDocument(matter: Matter, { issuer, register, page }: Register): LawDocument {
	const law = lawName(matter.MatterEnactmentNumber);
	const file = matter.MatterFile ?? undefined;
	// what a matter does stands in its title; its name is the short form
	const title = matter.MatterName ?? matter.MatterTitle ?? file ?? '';
	return {
		id: `council-${String(matter.MatterId)}`,
		title,
		summary: matter.MatterTitle ?? undefined,
		names: [...(law === undefined ? [] : [law]), ...(file === undefined ? [] : [file])],
		issuer,
		register,
		citation: file,
		url: `${page}${String(matter.MatterId)}`,
		level: 'city',
		isOrder: false,
		status: matter.MatterStatusName ?? undefined,
		publishedOn: dayOf(matter.MatterIntroDate),
		signedOn: dayOf(matter.MatterEnactmentDate)
	};
}

const dayOf = (moment: string | null | undefined): string | undefined => moment?.slice(0, 10);

/** `2017/228` is Local Law 228 of 2017. */
function lawName(number: string | null | undefined): string | undefined {
	const [, year, law] = /^(\d{4})\/0*(\d+)$/.exec(number ?? '') ?? [];
	return year === undefined || law === undefined ? undefined : `Local Law ${law} of ${year}`;
}
