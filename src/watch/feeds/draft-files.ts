import { stringify } from 'yaml';
import type { LawDocument } from './law-document.ts';

/** A file of the content folder that an editor has to finish. */
export interface DraftFile {
	/** Below the content folder. */
	readonly path: string;
	readonly text: string;
}

/**
 * A source file with what the register says of a document. When and by whom it was read, and which facts
 * rest on it, is not in any register: the check asks for it.
 */
export function draftSource(document: LawDocument): DraftFile {
	const { id, title, register, url, isOrder, publishedOn, citation } = document;
	const fields = {
		kind: 'source',
		slug: id,
		title: citation === undefined ? title : `${title} (${citation})`,
		publisher: register,
		url,
		copy: 'original',
		...(isOrder ? { type: 'order' } : {}),
		docDate: publishedOn ?? null,
		grade: 'official',
		facts: []
	};
	return { path: `sources/${id}.yaml`, text: yaml(fields) };
}

/**
 * A directive with what the register says: its name, who issued it, its days. It has no word of what
 * the document means, and no status: the check names all that is missing.
 */
export function draftDirective(document: LawDocument, slug: string): DraftFile {
	const { names, title, citation, issuer, level, isOrder, signedOn, effectiveOn, id } = document;
	const [name] = names;
	const called = name === undefined || name === citation ? `"${title}"` : `${name}, "${title}"`;
	const fields = {
		kind: 'directive',
		slug,
		lang: 'en',
		level,
		...(isOrder ? { form: 'order' } : {}),
		officialName: citation === undefined ? called : `${called} (${citation})`,
		...(issuer === '' ? {} : { issuer }),
		...(signedOn === undefined ? {} : { issuedOn: signedOn }),
		...(effectiveOn === undefined ? {} : { inForceFrom: effectiveOn }),
		sources: [id],
		checkedOn: null,
		approvedBy: [],
		legalReview: { state: 'none' }
	};
	const blocks = HEADINGS.map((heading) => `## ${heading}\n`).join('\n');
	return { path: `directives/${slug}/en.md`, text: `---\n${yaml(fields)}---\n${blocks}` };
}

const HEADINGS: readonly string[] = [
	'In short {#short}',
	'What it says {#says}',
	'What it does not say {#limits}',
	'What changed {#changed}',
	'Not confirmed {#unconfirmed}'
];

/** One line a field, however long: as editors write it, and as `edition:approve` looks for it. */
const yaml = (fields: object): string => stringify(fields, { lineWidth: 0 });
