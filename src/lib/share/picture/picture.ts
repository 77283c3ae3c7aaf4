import { siteOf } from '#lib/edition/address/base-path.ts';
import type { Guide } from '#lib/edition/article.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { shortPath } from '#lib/edition/address/places.ts';
import { plainText } from '#lib/edition/text/plain-text.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { callable } from '#lib/reader/contacts/callable.ts';
import { firstLine, reviewGap } from '#lib/reader/labels/weak-point.ts';
import { asOfLabel, editionLabel, translationLabels } from '../labels.ts';

/** The words of a picture, by their places in it. */
export interface Picture {
	/** The language of the guide's texts. */
	readonly lang: LanguageTag;
	/** The language of the labels around them. */
	readonly around: LanguageTag;
	readonly name: string;
	readonly asOf: string;
	readonly title: string;
	/** Labels that a reader must see first: that the text is a draft, behind, or not translated. */
	readonly labels: readonly string[];
	readonly steps: readonly {
		readonly text: string;
		/** The English of a step, if nobody has reviewed its translation. */
		readonly english?: string;
		readonly drawing?: string;
	}[];
	readonly number?: { readonly display: string; readonly name: string };
	readonly weak: string;
	readonly notAdvice: string;
	readonly address: string;
	readonly edition: string;
}

/**
 * Invisible marks that keep a number left to right within a line that runs right to left (UAX 9).
 */
const [FROM, TO] = ['\u2066', '\u2069'];

const toDrawn = (html: string): string =>
	plainText(html.replace(/<(bdi|span)\b[^>]*\bdir="ltr"[^>]*>(.*?)<\/\1>/g, `${FROM}$2${TO}`));

export function toPicture(
	t: Translate,
	{
		guide,
		edition,
		lang
	}: {
		guide: Guide;
		edition: Pick<Edition, 'version' | 'issued' | 'publisher'>;
		lang: LanguageTag;
	}
): Picture {
	const contact = callable(guide)?.contact;
	const unconfirmed = firstLine(guide.unconfirmed?.html);
	const gap = reviewGap(guide);
	const weak = [unconfirmed && toDrawn(unconfirmed), gap && t(gap)].filter(Boolean).join(' ');
	return {
		lang: guide.lang,
		around: t.lang,
		name: t('app_name'),
		asOf: asOfLabel(t, guide),
		title: guide.title,
		labels: translationLabels(t, guide, lang),
		steps: guide.do.items.map(({ html, english, drawing }) => ({
			text: toDrawn(html),
			...(english !== undefined && { english: toDrawn(english) }),
			...(drawing !== undefined && { drawing })
		})),
		...(contact && {
			number: { display: contact.display ?? contact.phone ?? '', name: contact.name }
		}),
		weak: weak === '' ? '' : `${t('weak_title')}: ${weak}`,
		notAdvice: t('not_advice'),
		address: siteOf(edition) + shortPath(guide.slug),
		edition: editionLabel(t, edition)
	};
}

/** All words of the picture as a text. It is sent with the picture, and read by screen readers. */
export function wordsOf(picture: Picture): string {
	const { title, asOf, labels, steps, number, weak, notAdvice, address, edition, name } = picture;
	return [
		title,
		asOf,
		...labels,
		'',
		...steps.flatMap(({ text, english }, index) => [
			`${String(index + 1)}. ${text}`,
			...(english === undefined ? [] : [`    ${english}`])
		]),
		'',
		...(number ? [`${number.name}: ${number.display}`] : []),
		...(weak === '' ? [] : [weak]),
		notAdvice,
		`${name} · ${edition}`,
		address
	]
		.join('\n')
		.replaceAll(FROM, '')
		.replaceAll(TO, '');
}
