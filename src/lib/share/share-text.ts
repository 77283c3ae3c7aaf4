import { siteOf } from '#lib/edition/address/base-path.ts';
import type { Article } from '#lib/edition/article.ts';
import { articleId, articlePath } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { callable } from '#lib/reader/contacts/callable.ts';
import { formatDate } from '#lib/reader/text/format-date.ts';
import { messageLanguage } from '#lib/reader/text/in-language.ts';
import { plainText } from '#lib/edition/text/plain-text.ts';
import { statusLooks } from '#lib/reader/cards/statuses.ts';
import { asOfLabel, editionLabel, lawyerLabel, translationLabels } from './labels.ts';

/** An article of one edition, and the language of the page on which it is shared. */
export interface Shared {
	readonly article: Article;
	readonly edition: Pick<Edition, 'version' | 'issued' | 'publisher'>;
	/** Language of the page. The article may be in English. */
	readonly lang: LanguageTag;
}

/** The longest shared text, in UTF-16 units: a character has one or two. */
export const MAX_SHARED = 700;

/**
 * The text to share of an article, or of one of its steps (counted from 0): title, labels, what to do,
 * dates, edition, source and link, in at most `MAX_SHARED`. Each part is in it whole or not at all, because
 * a list without one of its items says something else. Every phone makes the same text of the same article,
 * so that a phone that receives it can recognise it.
 */
export function shareText(t: Translate, shared: Shared, step?: number): string {
	return fitting(frameOf(t, shared), bodies(t, shared.article, step));
}

/** All texts that one article can be shared as: the whole, then each step. */
export function shareTexts(t: Translate, shared: Shared): string[] {
	const frame = frameOf(t, shared);
	const steps = stepsOf(shared.article).map((_, step) => step);
	return [undefined, ...steps].map((step) => fitting(frame, bodies(t, shared.article, step)));
}

/** The whole text without the limit on its length: people may share a part of it. */
export function unabridgedText(t: Translate, shared: Shared): string {
	const { title, labels, evidence } = frameOf(t, shared);
	const [body] = bodies(t, shared.article, undefined);
	return paragraphs(lines(title, ...labels), body, lines(...evidence));
}

/** The lines of the shared texts that are not guidance: labels, dates, source, link. */
export function frameLines(t: Translate, shared: Shared): string[] {
	const { labels, evidence } = frameOf(t, shared);
	const steps = stepsOf(shared.article);
	return [...labels, ...evidence, ...steps.map((_, step) => placeOf(t, step, steps.length))];
}

interface Frame {
	readonly title: string;
	/** Lines above the guidance, such as "Draft". */
	readonly labels: readonly string[];
	/** Lines below the guidance: dates, edition, source, link. */
	readonly evidence: readonly string[];
}

const frameOf = (t: Translate, shared: Shared): Frame => ({
	title: shared.article.title,
	labels: translationLabels(t, shared.article, shared.lang),
	evidence: evidence(t, shared)
});

/** Makes the text with the first of `bodies` that fits into `MAX_SHARED`. The last one is empty. */
function fitting({ title, labels, evidence }: Frame, bodies: readonly string[]): string {
	const [top, bottom] = [lines(title, ...labels), lines(...evidence)];
	const texts = bodies.map((body) => paragraphs(top, body, bottom));
	return texts.find(({ length }) => length <= MAX_SHARED) ?? texts.at(-1) ?? '';
}

const stepsOf = (article: Article): readonly { html: string }[] =>
	article.kind === 'guide' ? article.do.items : [];

const placeOf = (t: Translate, step: number, total: number): string =>
	t('share_step', { number: String(step + 1), total: String(total) });

type Parts = readonly (string | undefined)[];
const joined = (parts: Parts, by: string): string =>
	parts.filter((part) => part !== undefined && part !== '').join(by);
const lines = (...parts: Parts): string => joined(parts, '\n');
const paragraphs = (...parts: Parts): string => joined(parts, '\n\n');

function evidence(t: Translate, shared: Shared): string[] {
	const { article, edition } = shared;
	const publisher = article.sources[0]?.publisher;
	return [
		asOfLabel(t, article),
		...(publisher === undefined ? [] : [t('status_source', { publisher })]),
		`${t('app_name')} · ${editionLabel(t, edition)}`,
		lawyerLabel(t, article),
		t('not_advice'),
		t('share_all'),
		addressOf(shared)
	];
}

const addressOf = ({ article: { kind, slug }, edition, lang }: Shared): string =>
	siteOf(edition) + articlePath(lang, articleId(kind, slug));

/** Candidates for the guidance in the middle, the most complete first. */
function bodies(t: Translate, article: Article, step: number | undefined): string[] {
	if (article.kind === 'directive') {
		const { short, scopePlace, scopePeople, summary } = article;
		const scope = [
			scopePlace && t('scope_place', { place: scopePlace }),
			scopePeople && t('scope_people', { people: scopePeople })
		];
		const chip = lines(status(t, article), ...scope);
		return [lines(chip, plainText(short.html)), lines(chip, summary), chip, ''];
	}

	const items = article.do.items.map(({ html }) => plainText(html));
	if (step !== undefined) {
		const place = placeOf(t, step, items.length);
		return [lines(place, items[step]), place, ''];
	}
	const steps = lines(...items.map((item, index) => `${String(index + 1)}. ${item}`));
	const donts = article.dont?.items.map(({ html }) => `– ${plainText(html)}`) ?? [];
	const dont = lines(article.dont?.heading, ...donts);
	const contact = callable(article)?.contact;
	// name and number share a line, so that the number cannot end up under another name
	const call = contact && `${contact.name}: ${contact.display ?? contact.phone ?? ''}`;
	return [
		paragraphs(steps, dont, call),
		paragraphs(steps, dont),
		paragraphs(steps, call),
		steps,
		article.summary,
		''
	];
}

function status(t: Translate, { status, endedOn }: Extract<Article, { kind: 'directive' }>) {
	if (!status) return undefined;
	if (status !== 'ended' || !endedOn) return t(statusLooks[status].label);
	const date = formatDate(messageLanguage(t, 'status_ended_on'), endedOn);
	return t('status_ended_on', { date });
}
