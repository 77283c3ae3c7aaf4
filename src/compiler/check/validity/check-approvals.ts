import { articlesOf, textsOf, type Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import type { Approval } from '../../read/front-matter.ts';
import type { Located } from '../../read/yaml/parse-yaml.ts';
import {
	isApproved,
	isTranslator,
	personOf,
	standingApprovals,
	voidApprovals
} from '../../approvals/approvals.ts';
import type { Approvable } from '../../approvals/approvals.ts';
import { verifyProof } from '../../approvals/verify-proof.ts';
import type { LastAuthors } from '../../approvals/last-authors.ts';

/** A text that is published under the names of those who approved it. */
type Text = Approvable & {
	readonly slug: string;
	readonly lang: string;
} & Located<Approvable['fields']>;

/** Every text that is approved before release: articles and change notes, in every language. */
export function approvables(corpus: Corpus): Text[] {
	return [...articlesOf(corpus), ...textsOf(corpus.changes)];
}

/** English texts that fewer than two people have approved. Translations follow the English. */
export const waitingTexts = (corpus: Corpus): Text[] =>
	approvables(corpus).filter((it) => it.lang === 'en' && !isApproved(it));

/** Reports approvals that an edit has made void. A notice: the text is published as not approved. */
export function* checkVoidApprovals(corpus: Corpus): Generator<Diagnostic> {
	for (const text of approvables(corpus)) {
		for (const approval of voidApprovals(text)) {
			const { name, role, on } = approval;
			const problem = `the approval of ${name} (${role}, ${on}) is void: the file was edited since`;
			const remedy = `They read it again, and then: ${commandFor(text, approval)}`;
			yield problemAt(text, text.lineOf(['approvedBy']), problem, remedy);
		}
	}
}

/** Reports a proof that is not one of the person whom the approval names, for the text that it names. */
export function* checkProofs(corpus: Corpus): Generator<Diagnostic> {
	for (const text of approvables(corpus)) {
		for (const approval of text.fields.approvedBy) {
			if (verifyProof(approval, corpus.approvers.fields) !== 'wrong') continue;
			const problem = `the proof of ${approval.name}'s approval is not by a passkey of theirs`;
			yield problemAt(text, text.lineOf(['approvedBy']), problem, PROVE);
		}
	}
}

const PROVE =
	'Delete that approval. They approve it again in the editor, with a key that is in approvers.json.';

const commandFor = ({ slug, lang }: Text, { name, role }: Approval): string =>
	`npm run edition:approve -- ${slug}${lang === 'en' ? '' : ` --lang ${lang}`} --as "${name}" --role "${role}"`;

/**
 * Reports approvals by a text's last author or by its translator. Texts whose author `authorsOf` does
 * not know are counted, and not reported.
 */
export function checkAuthors(
	corpus: Corpus,
	authorsOf: (file: string) => LastAuthors
): { readonly problems: readonly Diagnostic[]; readonly unknown: number } {
	const approved = approvables(corpus).filter(({ fields }) => fields.approvedBy.length > 0);
	const problems: Diagnostic[] = [];
	let unknown = 0;
	for (const text of approved) {
		const standing = standingApprovals(text);
		const authors = standing.length > 0 ? authorsOf(text.name) : { names: [] };
		if ('unknown' in authors) unknown++;
		const people = new Set('names' in authors ? authors.names.map(personOf) : []);
		for (const { name } of standing.filter((it) => people.has(personOf(it.name)))) {
			problems.push(problemAt(text, text.lineOf(['approvedBy']), OWN(name), ANOTHER));
		}
		for (const { name } of text.fields.approvedBy) {
			if (!isTranslator(name, text.fields.translation)) continue;
			problems.push(
				problemAt(
					text,
					text.lineOf(['approvedBy']),
					`${name} translated it and approved it`,
					ANOTHER
				)
			);
		}
	}
	return { problems, unknown };
}

const OWN = (name: string): string => `${name} wrote it last, as Git has it, and approved it`;
const ANOTHER = 'Delete that approval. Two others read it and approve it: npm run edition:approve';
