import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { approvalHash } from '../read/approval-hash.ts';
import { approvalRefusal, type ApprovalRefusal } from '../approvals/approval-refusal.ts';
import { peopleMissing, personOf } from '../approvals/approvals.ts';
import { approvables } from '../check/validity/check-approvals.ts';
import { lastAuthors } from '../approvals/last-authors.ts';
import { writeApprovals } from '../approvals/write-approvals.ts';
import { dayAt, type Corpus } from '../read/corpus.ts';
import { formatDiagnostic } from '../base/diagnostic.ts';
import type { Approval } from '../read/front-matter.ts';
import type { Io } from '../base/io.ts';
import { loadCorpus } from '../check/load-corpus.ts';
import { didYouMean } from '../base/nearest.ts';
import { Refusal } from '../base/refusal.ts';
import { writeWhole } from '../base/write-whole.ts';

export interface ApproveOptions {
	readonly content: string;
	/** Slugs of guides, directives and change notes. */
	readonly slugs: readonly string[];
	readonly name: string;
	readonly role: string;
	/** English, unless a translation is approved. */
	readonly lang: LanguageTag;
}

type Text = ReturnType<typeof approvables>[number];

/**
 * Writes into each text who approved it, when, in which role, and for which words. All or none: what
 * cannot be approved is refused before anything is written.
 */
export function approve(options: ApproveOptions, io: Io): Promise<number> {
	const { value: corpus, diagnostics } = loadCorpus(options);
	const texts = options.slugs.map((slug) => find(slug, options, corpus));
	const broken = diagnostics.filter(({ file }) => texts.some(({ name }) => name === file));
	for (const diagnostic of broken) io.printError(formatDiagnostic(diagnostic));
	if (broken.length > 0) throw new Refusal('Nothing was approved: mend these problems first.');

	const on = dayAt(corpus, io.now());
	const approved = texts.map((text) => approveText(text, { ...options, on }));
	for (const { name, text, said } of approved) {
		writeWhole(name, text, { flush: true });
		for (const line of said) io.print(line);
	}
	return Promise.resolve(0);
}

function find(slug: string, { lang, content }: ApproveOptions, corpus: Corpus): Text {
	const texts = approvables(corpus);
	const text = texts.find((it) => it.slug === slug && it.lang === lang);
	if (text) return text;
	const hint = didYouMean(
		slug,
		texts.map((it) => it.slug)
	);
	throw new Refusal(
		`${content} has no guide, directive or change note "${slug}" in ${lang} that can be read. ${hint}`.trim()
	);
}

/** The file that a translation takes the fields over from that are the same in all languages. */
const readEnglish = (file: string): string =>
	readFileSync(join(dirname(file), `en${extname(file)}`), 'utf8');

type Person = Pick<Approval, 'name' | 'role' | 'on'>;

function refusalText(refusal: ApprovalRefusal, name: string, same: Approval | undefined): string {
	if (refusal === 'approved-already') {
		return `${same?.name ?? name} approved this text already, on ${same?.on ?? ''}.`;
	}
	const why = refusal === 'translator' ? 'translated it' : 'wrote it last, as Git has it';
	return `${name} ${why}. Two others must approve it.`;
}

function approveText({ name: file, lang, fields }: Text, { name, role, on }: Person) {
	const text = readFileSync(file, 'utf8');
	const hash = approvalHash(text, lang === 'en' ? undefined : readEnglish(file));
	const standing = fields.approvedBy.filter((it) => it.hash === hash);
	const authors = lastAuthors(file);
	const refusal = approvalRefusal(name, hash, fields, authors);
	if (refusal) {
		const same = standing.find((it) => personOf(it.name) === personOf(name));
		throw new Refusal(`${file}: ${refusalText(refusal, name, same)}`);
	}

	const approvals = [...standing, { name, role, on, hash }];
	const missing = peopleMissing(approvals);
	const state = missing > 0 ? `${String(missing)} more must approve it` : 'approved';
	const left = fields.approvedBy.filter((it) => it.hash !== hash).map((it) => it.name);
	const author = 'names' in authors ? authors.names.join(', ') : `not known (${authors.unknown})`;
	return {
		name: file,
		text: writeApprovals(text, approvals),
		said: [
			`${file}: approved by ${approvals.map((it) => `${it.name} (${it.role})`).join(', ')}: ${state}.`,
			`    Last author: ${author}.`,
			...(left.length > 0 ? [`    Taken out, for an older text: ${left.join(', ')}.`] : [])
		]
	};
}
