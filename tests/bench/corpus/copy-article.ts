import { stringify } from 'yaml';
import type { SourceFile } from '../../../src/compiler/read/source-file.ts';
import { bodyLines, isMarker, sentencesOf, splitAtMarkers } from './body-lines.ts';
import type { Material } from './material.ts';
import { mixWords, shorten } from './mix-words.ts';
import type { Names } from './names.ts';
import { pick, type Random } from './random.ts';
import type { RealArticle } from './real-article.ts';

export interface Making {
	readonly names: Names;
	readonly material: Material;
	readonly random: Random;
}

/** Free text of the front matter, and how long it may be: the schema's limit where it has one. */
const TEXTS: Readonly<Record<string, number>> = {
	title: 60,
	summary: 140,
	officialName: 200,
	issuer: 200,
	appliesTo: 200,
	doesNotApplyTo: 200,
	statusNote: 240,
	scopePlace: 200,
	scopePeople: 200,
	court: 200,
	replacedByNote: 200
};
const REFERENCES: readonly string[] = ['directives', 'guides', 'replaces', 'replacedBy', 'amends'];
const FACT_ID = /\d{1,2}\.\d{2}/g;

/** The article itself; what points out of the corpus is left out. */
export function keepArticle(article: RealArticle, names: Names): SourceFile {
	const { folder, slug, front, body } = article;
	const lines = bodyLines(body).map(({ prefix, text }) => {
		return (
			prefix +
			splitAtMarkers(text)
				.map((piece) => renameFacts(piece, names))
				.join('')
		);
	});
	return toFile(folder, { ...front, ...referencesIn(front, names), slug }, lines.join('\n'));
}

/** An article of the same build, with other sentences about other things. */
export function copyArticle(article: RealArticle, making: Making): SourceFile {
	const { folder, front, body } = article;
	const { names, material, random } = making;
	const slug = names.articleSlug(article.slug) ?? article.slug;
	const texts = Object.entries(TEXTS).flatMap(([field, maxLength]) => {
		const text = front[field];
		if (typeof text !== 'string') return [];
		return [[field, shorten(mixWords(text, material.words, random), maxLength)]];
	});
	const lines = bodyLines(body).map(({ anchor, prefix, text }) => {
		if (text === '' || text.startsWith('contact:')) return prefix + text;
		const pieces = splitAtMarkers(text).map((piece) =>
			isMarker(piece) ? renameFacts(piece, names) : otherSentences(piece, anchor, making)
		);
		return prefix + pieces.join('');
	});
	const others = Object.fromEntries(texts) as Record<string, string>;
	const fields = { ...front, ...others, ...referencesIn(front, names), slug };
	return toFile(folder, fields, lines.join('\n'));
}

/** As many sentences as there were, from the same block of any article, about other things. */
function otherSentences(piece: string, anchor: string, { material, random }: Making): string {
	if (piece.trim() === '') return piece;
	const known = material.sentences.get(anchor) ?? [];
	const others = sentencesOf(piece).map(() =>
		mixWords(pick(known, random), material.words, random)
	);
	return (/^\s/.test(piece) ? ' ' : '') + others.join(' ');
}

const renameFacts = (piece: string, { factId }: Names): string =>
	isMarker(piece) ? piece.replaceAll(FACT_ID, factId) : piece;

function referencesIn(front: RealArticle['front'], names: Names): Record<string, string[]> {
	const renamed: Record<string, string[]> = {};
	for (const field of REFERENCES) {
		const slugs = front[field] as string[] | undefined;
		if (slugs) renamed[field] = slugs.flatMap((slug) => names.articleSlug(slug) ?? []);
	}
	if (renamed['directives']?.length === 0) renamed['directives'] = [names.anyDirective];
	if (Array.isArray(front['sources'])) {
		renamed['sources'] = (front['sources'] as string[]).map(names.sourceSlug);
	}
	return renamed;
}

function toFile(folder: string, fields: { slug: string }, body: string): SourceFile {
	const path = `${folder}/${fields.slug}/en.md`;
	return { path, name: path, text: `---\n${stringify(fields, { lineWidth: 0 })}---\n${body}` };
}
