import { approvables } from './check-approvals.ts';
import { articlesOf, textsOf, type Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import type { LegalReview, Translation } from '../../read/front-matter.ts';
import type { FieldPath, Located } from '../../read/yaml/parse-yaml.ts';

/** The fields that name a day on which something was done. */
interface Dated {
	/** Of a change note: the day of publication. */
	readonly date?: string;
	readonly checkedOn?: string | null;
	readonly retrievedOn?: string;
	readonly legalReview?: LegalReview;
	readonly translation?: Translation | undefined;
}

/**
 * Reports days in the future: nobody can have reviewed, translated or approved a text tomorrow. The only
 * check that depends on the date, which is passed in as a day where the site is.
 */
export function* checkFutureDates(corpus: Corpus, today: string): Generator<Diagnostic> {
	const { contacts, terms, changes, sources, publisher } = corpus;
	const small = [...textsOf(contacts), ...textsOf(terms), ...textsOf(changes)];
	for (const text of [...articlesOf(corpus), ...small, ...sources.values()]) {
		for (const [path, day] of daysOf(text.fields)) {
			if (day > today) yield diagnose(text, path, day, today);
		}
	}
	for (const text of approvables(corpus)) {
		for (const [index, { on }] of text.fields.approvedBy.entries()) {
			if (on > today) yield diagnose(text, ['approvedBy', index], on, today);
		}
	}
	for (const [index, { on }] of publisher.fields.withdrawn.entries()) {
		if (on > today) yield diagnose(publisher, ['withdrawn', index, 'on'], on, today);
	}
}

type Days = readonly (readonly [FieldPath, string | null | undefined])[];

function daysOf({ date, checkedOn, retrievedOn, legalReview, translation }: Dated) {
	const own: Days = [
		[['date'], date],
		[['checkedOn'], checkedOn],
		[['retrievedOn'], retrievedOn],
		[['legalReview', 'on'], legalReview?.state === 'done' ? legalReview.on : undefined]
	];
	// a translation takes the other days over from the English, where they are reported
	const days: Days = translation
		? [
				[['translation', 'on'], translation.on],
				[['translation', 'checkedOn'], translation.checkedOn]
			]
		: own;
	return days.flatMap(([path, day]) => (day == null ? [] : [[path, day] as const]));
}

function diagnose(text: Located<unknown>, path: FieldPath, day: string, today: string): Diagnostic {
	const field = path.filter((key) => typeof key === 'string').join('.');
	const problem = `${field} is ${day}, which is to come: where the site is, it is ${today}`;
	const remedy = 'Write the day on which it was done; for a change note, the day of publication.';
	return problemAt(text, text.lineOf(path), problem, remedy);
}
