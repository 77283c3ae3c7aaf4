import type { Commit } from './history.ts';

/** The last commit before subjects were held to this: older ones are not judged. */
export const SINCE = 'a159ef3ae2318158a82ee38f4f76baed2d91bd1c';

const LONGEST = 72;
/** `sync: refuse …`, `tests/e2e: …`. */
const AREA = /^[a-z0-9][a-z0-9./+-]*(, ?[a-z0-9][a-z0-9./+-]*)*: \S/;
/** Words that tell what was done or is being done, where a subject says what the commit does. */
const NOT_IMPERATIVE = /^(\w+(ed|ing)|adds|changes|fixes|makes|moves|removes|updates|uses)\b/i;
/** Imperatives that look like one of those. */
const IMPERATIVE =
	/^(bring|embed|exceed|feed|need|ping|proceed|seed|shed|speed|spring|string|swing)\b/i;

/** What is wrong with a subject, for its author; nothing where it is as it should be. */
export function judgeSubject({ id, subject }: Commit): string[] {
	// Git's own words for a commit that takes another one back
	if (subject.startsWith('Revert "')) return [];
	const problems: string[] = [];
	if (subject.length > LONGEST)
		problems.push(`is ${subject.length} characters long, not ${LONGEST}`);
	if (!AREA.test(subject)) problems.push('does not begin with its area, such as "sync: "');
	const [, words = ''] = /^[^:]*: (.*)$/.exec(subject) ?? [];
	if (NOT_IMPERATIVE.test(words) && !IMPERATIVE.test(words)) {
		problems.push('does not say what the commit does: "refuse", not "refused" or "refusing"');
	}
	if (subject.endsWith('.')) problems.push('ends in a full stop');
	return problems.map((problem) => `${id.slice(0, 9)} ${subject}\n    ${problem}`);
}
