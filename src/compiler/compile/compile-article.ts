import * as v from 'valibot';
import { Article, type Block, type Guide } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { isApproved } from '../approvals/approvals.ts';
import { compileContact } from './compile-small-kinds.ts';
import { newestChange, type ArticleText, type Corpus } from '../read/corpus.ts';
import type { DirectiveFront, GuideFront } from '../read/front-matter.ts';
import { markersIn, unitsOf, type Block as SourceBlock, type Unit } from '../read/parse-body.ts';
import { Refusal } from '../base/refusal.ts';
import { renderBlock, renderUnit } from './render-article.ts';
import { inLanguage } from './select-language.ts';
import { sourceRefs, sourcesOfFacts } from '../text/source-refs.ts';
import { blocksBehind, legalState, translationState } from '../text/translation-state.ts';

/** A text and the English that it was translated from; the same text if it is English. */
interface Pair<Front extends GuideFront | DirectiveFront> {
	readonly text: ArticleText<Front>;
	readonly english: ArticleText<Front>;
}

export function compileGuide(pair: Pair<GuideFront>, corpus: Corpus): Article {
	const { fields, lang, blocks } = pair.text;
	const { scenario, urgency, directives, sensitive, print, overview } = fields;
	const block = (anchor: string) => blocks.find((it) => it.anchor === anchor);
	const shared = compileShared(pair, corpus);
	const behind = blocksBehind(pair.text);
	// beside what was checked and has changed since, and beside all that nobody checked
	const needsEnglish = (anchor: string): boolean =>
		shared.translation !== undefined &&
		shared.translation.state !== 'checked' &&
		(shared.translation.isDraft || behind === undefined || behind.has(anchor));

	const guide = {
		kind: 'guide',
		...shared,
		scenario,
		urgency,
		directives,
		sensitive,
		print,
		...(overview.length > 0 && hasSameSteps(pair) && { overview }),
		do: withDrawings(toLines(pair, 'do', needsEnglish('do')), fields.drawings),
		// both languages always, checked or not: whoever is asked to listen speaks English
		say: block('say') && toLines(pair, 'say', lang !== 'en'),
		call: toCalls(pair, corpus, needsEnglish('call')),
		dont: block('dont') && toLines(pair, 'dont', needsEnglish('dont')),
		ifWrong: toBlock(block('if-wrong'), pair.text),
		papers: block('papers') && toLines(pair, 'papers', needsEnglish('papers')),
		why: toBlock(block('why'), pair.text),
		unconfirmed: toBlock(block('unconfirmed'), pair.text)
	};
	return finished(guide, pair.text);
}

export function compileDirective(pair: Pair<DirectiveFront>, corpus: Corpus): Article {
	const { fields, untranslated } = pair.text;
	const block = (anchor: string) => ownOrEnglish(pair, anchor);

	const directive = {
		...fields,
		...compileShared(pair, corpus),
		...(untranslated.length > 0 && { inEnglish: [...untranslated] }),
		short: block('short'),
		says: block('says'),
		limits: block('limits'),
		changed: block('changed'),
		unconfirmed: block('unconfirmed')
	};
	return finished(directive, pair.text);
}

/** A block of a directive: where the translation has none, that of the English, marked as such. */
function ownOrEnglish({ text, english }: Pair<DirectiveFront>, anchor: string): Block | undefined {
	const find = ({ blocks }: ArticleText) => blocks.find((it) => it.anchor === anchor);
	const own = toBlock(find(text), text);
	const original = own ? undefined : toBlock(find(english), english);
	return own ?? (original && { ...original, lang: 'en' });
}

/**
 * Parses a compiled article with the schema that phones use. That puts the fields into the schema's
 * order, so that the same source gives the same bytes. Content that passed its checks always fits.
 */
function finished(article: unknown, { name }: ArticleText): Article {
	const result = v.safeParse(Article, article);
	if (result.success) return result.output;
	const fields = result.issues.map((issue) => v.getDotPath(issue)).join(', ');
	throw new Refusal(`${name} cannot be shown without: ${fields}. Run: npm run edition:check`);
}

function compileShared({ text, english }: Pair<GuideFront | DirectiveFront>, corpus: Corpus) {
	const { fields, slug, lang, blocks } = text;
	const { title, summary, level, audiences, statusAsOf, confidence, checkedOn, reviewBy } = fields;
	const { changes, claims } = fields;
	const anchors = new Set(blocks.map(({ anchor }) => anchor));
	const inEnglish = english.blocks.filter(({ anchor }) => !anchors.has(anchor));
	const shown = text.fields.kind === 'directive' ? [...blocks, ...inEnglish] : blocks;
	const facts = markersIn(shown).flatMap((it) => it.facts);
	const changedOn = newestChange(fields.changes, corpus) ?? '';
	const state = translationState(text, newestChange(english.fields.changes, corpus));
	const translation = state && blocksBehind(text) ? { ...state, inBlocks: true } : state;

	return {
		...{
			slug,
			lang,
			title,
			summary,
			level,
			audiences,
			statusAsOf,
			confidence,
			checkedOn,
			reviewBy
		},
		isApproved: isApproved(text),
		legalReview: legalState(fields.legalReview, english),
		...(translation && { translation }),
		sources: sourceRefs(sourcesOfFacts(facts, corpus), corpus),
		changes,
		changedOn,
		search: '',
		claims
	};
}

const toBlock = (block: SourceBlock | undefined, text: ArticleText): Block | undefined =>
	block && {
		heading: block.heading,
		html: renderBlock(block, text.lang),
		...markBehind(text, block.anchor)
	};

const markBehind = (text: ArticleText, anchor: string): { isBehind?: true } =>
	blocksBehind(text)?.has(anchor) === true ? { isBehind: true } : {};

type Lines = Guide['do'];

function toLines(pair: Pair<GuideFront>, anchor: string, withEnglish: boolean): Lines {
	const { heading, rows } = sideBySide(pair, anchor);
	const { lang } = pair.text;
	const items = rows.map(({ unit, beside }) =>
		toItem(unit, lang, withEnglish ? beside : undefined)
	);
	return { heading, items, ...markBehind(pair.text, anchor) };
}

/** A translation that is behind may have other steps: the wrong drawing beside one would mislead. */
function withDrawings(lines: Lines, drawings: GuideFront['drawings']): Lines {
	const { items } = lines;
	if (drawings.length !== items.length) return lines;
	return { ...lines, items: items.map((item, index) => ({ ...item, drawing: drawings[index] })) };
}

/** A translation that is behind may have other steps: by its number another one would be shown. */
function hasSameSteps({ text, english }: Pair<GuideFront>): boolean {
	const count = ({ blocks }: ArticleText): number => {
		const steps = blocks.find(({ anchor }) => anchor === 'do');
		return steps ? unitsOf(steps).length : 0;
	};
	return count(text) === count(english);
}

function toCalls(pair: Pair<GuideFront>, corpus: Corpus, withEnglish: boolean): Guide['call'] {
	const { heading, rows } = sideBySide(pair, 'call');
	const { lang } = pair.text;
	const items = rows.map(({ unit, beside }) => {
		const slug = contactSlug(unit);
		const contact = slug && inLanguage(corpus.contacts.get(slug), lang, corpus);
		if (contact) return { contact: compileContact(contact) };
		return toItem(unit, lang, withEnglish ? beside : undefined);
	});
	return { heading, items, ...markBehind(pair.text, 'call') };
}

/** `contact:<slug>` alone on its line: the contact stands there, whole. */
export const contactSlug = ({ text }: Unit): string | undefined =>
	/^contact:([a-z0-9-]+)$/.exec(text)?.[1];

interface Row {
	readonly unit: Unit;
	/** The English of the same item. */
	readonly beside: Unit | undefined;
}

function sideBySide({ text, english }: Pair<GuideFront>, anchor: string) {
	const find = ({ blocks }: ArticleText) => blocks.find((it) => it.anchor === anchor);
	const block = find(text);
	const original = find(english);
	const englishUnits = original ? unitsOf(original) : [];
	const units = block ? unitsOf(block) : [];
	// a translation that is behind may have fewer items: the wrong English beside one would mislead
	const isAligned = units.length === englishUnits.length;
	const rows = units.map((unit, index): Row => {
		return { unit, beside: isAligned ? englishUnits[index] : undefined };
	});
	return { heading: block?.heading ?? '', rows };
}

function toItem(unit: Unit, lang: LanguageTag, english: Unit | undefined) {
	const html = renderUnit(unit, lang);
	return english ? { html, english: renderUnit(english, 'en') } : { html };
}
