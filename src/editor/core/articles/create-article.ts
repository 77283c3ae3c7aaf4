import { FACT_CONFIDENCES } from '#lib/edition/vocabulary.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { addDays } from '../../../compiler/base/days.ts';
import type { Corpus } from '../../../compiler/read/corpus.ts';
import { DirectiveFront, GuideFront } from '../../../compiler/read/front-matter.ts';
import { BLOCK_MODELS } from '../../../compiler/text/block-model.ts';
import { sourcesOfFacts } from '../../../compiler/text/source-refs.ts';
import type { JsonValue } from '../contract/document.ts';
import type { NewArticle } from '../contract/new-article.ts';
import { piecesOf } from '../document/pieces.ts';
import { frontNodes } from '../document/front-nodes.ts';
import { partsOf } from '../document/to-document.ts';
import { applyEdit } from '../edits/apply-edit.ts';
import { blockText } from '../edits/edit-blocks.ts';
import { valueText } from '../edits/yaml-text.ts';
import { yamlOf } from './yaml-of.ts';

/** What is not of the form. */
export interface Around {
	readonly corpus: Corpus;
	readonly today: string;
	/** A text as it is now, with the draft over it. */
	readonly textOf: (path: string) => string | undefined;
	/** Whose translation stubs are. */
	readonly by: string;
}

/** A day by which a text that nobody has compared with its sources must be looked at. */
const REVIEW_DAYS = 30;

type Files = Map<string, string>;

/**
 * The files of a new guide or directive, by path: its English, files to translate it in, sources, a
 * change note, and the other ends of its links. What the form leaves open stays out, for the check to
 * name.
 */
export function createArticle(form: NewArticle, around: Around): Files {
	const { kind, slug, newSources, languages } = form;
	const note = noteSlug(form, around.today);
	const files: Files = new Map();
	for (const source of newSources) {
		const name = typeof source['slug'] === 'string' ? source['slug'] : '';
		files.set(`sources/${name}.yaml`, yamlOf({ kind: 'source', ...source }));
	}
	const english = `---\n${yamlOf(frontOf(form, note, around))}---\n${bodyOf(form)}\n`;
	files.set(`${kind}s/${slug}/en.md`, english);
	files.set(`changes/${note}/en.yaml`, yamlOf(noteOf(form, note, around.today)));
	for (const lang of languages.filter((it) => it !== 'en')) {
		files.set(`${kind}s/${slug}/${lang}.md`, stubOf(form, lang, around));
	}
	for (const [path, text] of otherEnds(form, around)) files.set(path, text);
	return files;
}

/** In the order of the model, with what the form says over what can be told from the facts. */
function frontOf(form: NewArticle, note: string, around: Around): Record<string, JsonValue> {
	const { kind, slug, fields, links, blocks } = form;
	const facts = [...new Set(blocks.flatMap((it) => it.items).flatMap(factsIn))];
	const named = new Set(newSourcesOf(form, facts));
	const sources = [...new Set([...sourcesOfFacts(facts, around.corpus), ...named])];
	const all: Readonly<Record<string, JsonValue | undefined>> = {
		confidence: weakest(facts, around.corpus),
		checkedOn: null,
		reviewBy: addDays(around.today, REVIEW_DAYS),
		approvedBy: [],
		legalReview: { state: 'none' },
		...fields,
		kind,
		slug,
		lang: 'en',
		[kind === 'guide' ? 'directives' : 'guides']: [...links],
		sources,
		changes: [note]
	};
	const order = Object.keys((kind === 'guide' ? GuideFront : DirectiveFront).entries);
	const names = [...new Set([...order, ...Object.keys(all)])];
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = all[name];
			return value === undefined ? [] : [[name, value]];
		})
	);
}

const factsIn = (source: string): readonly string[] =>
	piecesOf(source, 0).flatMap((piece) => (piece.kind === 'marker' ? piece.facts : []));

function newSourcesOf({ newSources }: NewArticle, facts: readonly string[]): string[] {
	return newSources.flatMap(({ slug, facts: own }) => {
		const isUsed =
			Array.isArray(own) &&
			(own as JsonValue[]).some((it) => typeof it === 'string' && facts.includes(it));
		return typeof slug === 'string' && isUsed ? [slug] : [];
	});
}

/** At most that of the weakest fact; one that is weaker than any article may be stands elsewhere. */
function weakest(ids: readonly string[], { facts }: Corpus): string | undefined {
	const levels = ids.flatMap((id) => facts.get(id)?.fields.confidence ?? []);
	const strong = levels.filter((it) => it === 'high' || it === 'medium');
	return strong.sort((a, b) => FACT_CONFIDENCES.indexOf(b) - FACT_CONFIDENCES.indexOf(a))[0];
}

function bodyOf({ kind, blocks }: NewArticle): string {
	const models = BLOCK_MODELS[kind];
	const place = (anchor: string): number => models.findIndex((it) => it.anchor === anchor);
	return [...blocks]
		.sort((a, b) => place(a.anchor) - place(b.anchor))
		.map(({ anchor, heading, items }) =>
			blockText({ block: anchor, heading, items }, models[place(anchor)]?.list)
		)
		.join('\n\n');
}

const noteSlug = ({ slug }: NewArticle, today: string): string => `${today}-${slug}`;

function noteOf({ slug, note, fields }: NewArticle, name: string, today: string) {
	const { importance, what, why, doNow, before } = note;
	return {
		kind: 'change',
		slug: name,
		lang: 'en',
		date: today,
		importance,
		articles: [slug],
		audiences: fields['audiences'] ?? [],
		...{ what, why, doNow, before },
		sources: [],
		approvedBy: [],
		notify: 'none'
	};
}

/** A file to translate: the English words, and the hash that says that nothing is translated yet. */
function stubOf(form: NewArticle, lang: LanguageTag, { today, by }: Around): string {
	const { fields } = form;
	const words = yamlOf({ title: fields['title'], summary: fields['summary'] });
	const hash = '0'.repeat(64);
	const translation = `{sourceHash: "${hash}", method: draft, by: ${valueText(by, 'flow')}, on: ${today}}`;
	return `---\n${words}translation: ${translation}\n---\n${bodyOf(form)}\n`;
}

/** The texts that this one names, with its name in them. */
function otherEnds({ kind, slug, links }: NewArticle, { textOf }: Around): [string, string][] {
	const [folder, field] =
		kind === 'guide' ? (['directives', 'guides'] as const) : (['guides', 'directives'] as const);
	return links.flatMap((link): [string, string][] => {
		const path = `${folder}/${link}/en.md`;
		const text = textOf(path);
		const parts = text === undefined ? undefined : partsOf(path, text);
		if (text === undefined || !parts) return [];
		const named = frontNodes(parts.yaml).find(({ name }) => name === field)?.value;
		const list = Array.isArray(named) ? (named as JsonValue[]) : [];
		if (list.includes(slug)) return [];
		const value = [...list, slug];
		const edited = applyEdit(path, text, { type: 'set-field', path: [field], value });
		return edited.ok ? [[path, edited.value.text]] : [];
	});
}
