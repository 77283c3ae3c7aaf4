import type * as v from 'valibot';
import { inLine, setTo, takeOut, type Fix, type FixPath } from '../../base/fix.ts';
import { didYouMean, nearestFix } from '../../base/nearest.ts';
import { isoDay } from './iso-day.ts';

interface Description {
	readonly problem: string;
	readonly remedy: string;
	readonly fixes?: readonly Fix[];
}

/** What to write in a field: one sentence, by the field's name. src/content/README.md */
const REMEDIES: Readonly<Record<string, string>> = {
	kind: 'Write the kind of this folder: guide, directive, contact, term, change or source.',
	slug: 'Use lower-case words joined by hyphens, at most 40 characters; for a change, the date first.',
	lang: 'Use the tag that is the name of the file.',
	title: 'Write a title of at most 60 characters that names the situation.',
	summary: 'Write a summary of at most 140 characters.',
	audiences: 'Name at least one reader; the first is the main one.',
	statusAsOf:
		'Write the day the evidence speaks for; a month or a year in quotes, such as "2025-03".',
	sources: 'Name the source files of the facts in this text.',
	checkedOn: 'Write the day somebody compared this text with the original, or null.',
	reviewBy: 'Write a day such as 2026-12-24, at most 30 days after checkedOn.',
	approvedBy:
		'Leave the list empty. Who approves the text runs: npm run edition:approve -- SLUG --as NAME --role ROLE',
	legalReview: 'Write {state: none}, or {state: done, by: …, on: …, textHash: …}.',
	translation: 'Write {sourceHash: …, method: human or draft, by: …, on: …}.',
	sourceHash: 'Write 64 zeros, then run `npm run edition:hash -- --write`.',
	changes: 'Name at least one change note, the newest first.',
	claim: 'Say the claim in our own words, in at most 140 characters.',
	claims: 'Use ids such as seed-03 from evidence/claims.json.',
	statusNote: 'Say in at most 240 characters what is in doubt, and by whom.',
	phone: 'Write the number with plus sign and country code, such as "+18003540365", or null.',
	does: 'Say in at most 120 characters what it does and for whom.',
	hours: 'Write a list of {days: [mon, …], open: "09:00", close: "18:00"}, or null if not known.',
	facts: 'Write fact ids in quotes, such as ["1.10", "3.15"].',
	factIds: 'Write fact ids in quotes, such as ["1.10", "3.15"].',
	docDate: 'Write the date of the document; a month or a year in quotes; null if it has none.',
	date: 'Write the day of publication where the site is, the same as at the start of the slug.',
	articles: 'Name articles by their slug, or leave the list empty for all of them.',
	terms: 'Write regular expressions below the slug of a term, such as: abogad[oa]s?',
	negations: 'Write regular expressions, such as: (?<!\\p{L})no(?!\\p{L})',
	pattern: 'Write a regular expression, such as: hielo\\p{L}*',
	languages: 'List language tags; "en" must be among them.'
};

const DATE =
	'Write a day such as 2026-12-24; where a part is enough, "2026-12" or "2026" in quotes.';
const OTHER = 'See the fields of src/content/README.md.';

/** What is known of the fields of a file. */
interface Known {
	/** Those that it may have, for "did you mean". */
	readonly fields: readonly string[];
	/** Those that a translation takes over from the English. */
	readonly inherited: readonly string[];
	/** All that the file says, as far as it can be read. */
	readonly plain: unknown;
}

/** Says in an editor's words what a schema found wrong, and what to write instead. */
export function describeIssue(
	issue: v.BaseIssue<unknown>,
	path: readonly PropertyKey[],
	known: Known
): Description {
	const field = nameOf(path);
	const is = (problem: string) => ({ problem: `${field} ${problem}`, remedy: remedyFor(path) });

	if (isUnknownField(issue)) return unknownField(path, known);
	if (issue.input === undefined) return { ...is('is missing'), fixes: addedFor(path, known) };
	switch (issue.type) {
		case 'picklist':
		case 'variant':
			return notInList(issue, path, is);
		case 'literal':
			return is(`is not ${issue.expected ?? ''}`);
		case 'iso_date':
			return {
				problem: `${field} is not a date`,
				remedy: remedyFor(path, DATE),
				...dayMeant(issue, path)
			};
		case 'iso_time':
			return is('is not a time such as "09:00"');
		case 'max_length':
			return is(`is too long: ${String((issue.input as string).length)} characters`);
		case 'min_length':
		case 'non_empty':
			return is('is empty');
		case 'regex':
		case 'url':
		case 'email':
		case 'starts_with':
			return is(`does not have the right form: ${JSON.stringify(issue.input)}`);
		case 'check':
			return is(issue.message);
		default:
			return is(`is not ${TYPES[issue.expected ?? ''] ?? 'of the right kind'}`);
	}
}

/** `translation.by`, `hours item 1.close`: editors count from one. */
const nameOf = (path: readonly PropertyKey[]): string =>
	path
		.map((key) => (typeof key === 'number' ? ` item ${String(key + 1)}` : `.${String(key)}`))
		.join('')
		.replace(/^[. ]/, '') || 'this file';

export const isUnknownField = (issue: v.BaseIssue<unknown>): boolean => issue.expected === 'never';

/** Valibot's names for types, in an editor's words. */
const TYPES: Readonly<Record<string, string>> = {
	string: 'text (a number needs quotes)',
	boolean: 'true or false',
	Array: 'a list',
	Object: 'a group of fields'
};

const remedyFor = (path: readonly PropertyKey[], other = OTHER): string => {
	const names = path.filter((key) => typeof key === 'string').reverse();
	const known = names.find((name) => Object.hasOwn(REMEDIES, name));
	return (known === undefined ? undefined : REMEDIES[known]) ?? other;
};

function unknownField(path: readonly PropertyKey[], { fields, inherited }: Known): Description {
	const name = String(path.at(-1));
	const parent = path.slice(0, -1);
	if (parent.length === 0 && inherited.includes(name)) {
		const remedy = name === 'lang' ? 'the name of the file says it.' : 'it comes from the English.';
		return {
			problem: `${name} stands in a translation`,
			remedy: `Remove it: ${remedy}`,
			fixes: [takeOut([name], name)]
		};
	}
	const known = parent.length > 0 ? [] : fields;
	const place = parent.length > 0 ? ` in ${nameOf(parent)}` : '';
	const use = known.length > 0 ? `The fields of this file are: ${known.join(', ')}.` : OTHER;
	const fixes = nearestFix(name, known, (best) => inLine(`${name}:`, `${best}:`));
	return {
		problem: `unknown field "${name}"${place}`,
		remedy: didYouMean(name, known) + use,
		fixes
	};
}

function notInList(
	{ input, expected }: v.BaseIssue<unknown>,
	path: readonly PropertyKey[],
	is: (problem: string) => Description
): Description {
	const words = [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
	if (words.length === 0) return is('is not a group of fields');
	const word = typeof input === 'string' ? input : JSON.stringify(input);
	return {
		fixes: nearestFix(word, words, (best) => setTo(placeOf(path), best)),
		problem: `${nameOf(path)} is "${word}", which is not one of its words`,
		remedy: `${didYouMean(word, words)}Use one of: ${words.join(', ')}.`
	};
}

/** Names and positions: a schema knows no other keys. */
const placeOf = (path: readonly PropertyKey[]): FixPath =>
	path.map((key) => (typeof key === 'number' ? key : String(key)));

function dayMeant(
	{ input }: v.BaseIssue<unknown>,
	path: readonly PropertyKey[]
): Pick<Description, 'fixes'> {
	const day = isoDay(input);
	return day === undefined ? {} : { fixes: [setTo(placeOf(path), day, 'set-date')] };
}

/** What is said of a text of which nothing is known yet, and the day of its evidence. */
function addedFor(path: readonly PropertyKey[], { plain }: Known): Fix[] {
	const [field, ...deeper] = path;
	if (deeper.length > 0) return [];
	if (field === 'checkedOn') return [setTo([field], null, 'add')];
	if (field === 'legalReview') {
		const value = { state: 'none' };
		return [{ code: 'add', to: 'none', change: { in: 'field', path: [field], value } }];
	}
	if (field !== 'statusAsOf') return [];
	const { sources } = plain as { readonly sources?: unknown };
	const slugs = Array.isArray(sources) ? sources.filter((it) => typeof it === 'string') : [];
	if (slugs.length === 0) return [];
	return [{ code: 'set-date', to: field, change: { in: 'day', field, sources: slugs } }];
}
