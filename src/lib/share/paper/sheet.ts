import { siteOf } from '#lib/edition/address/base-path.ts';
import type { Guide } from '#lib/edition/article.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { shortPath } from '#lib/edition/address/places.ts';
import { plainText } from '#lib/edition/text/plain-text.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { callable } from '#lib/reader/contacts/callable.ts';
import type { PlainKey } from '#lib/reader/text/message-keys.ts';
import { asOfLabel, editionLabel, lawyerLabel, translationLabels } from '../labels.ts';
import { qrCode, type QrCode } from './qr-code.ts';

export type SheetName = Guide['print'][number];

export const sheetKeys = {
	wallet: 'paper_wallet',
	dash: 'paper_dash',
	door: 'paper_door',
	desk: 'paper_desk',
	poster: 'paper_poster'
} as const satisfies Record<SheetName, PlainKey>;

/**
 * What every sheet of a guide shows: in the reader's language and, for whoever stands opposite, in
 * English.
 */
export interface Sheet {
	readonly t: Translate;
	/** The interface in English. */
	readonly en: Translate;
	readonly guide: Guide;
	/** The guide in English. Absent if the guide is in English, or if English is not on the phone. */
	readonly english: Guide | undefined;
	/** The language of the page. The guide may lack it. */
	readonly lang: LanguageTag;
	/** The address as people type it: `handrail.example/g/home-door`. */
	readonly address: string;
	readonly code: QrCode;
	/** Labels of the translation, then who has not reviewed the text. Never left out. */
	readonly labels: readonly string[];
	readonly dates: readonly string[];
	/** The first contact that has a phone number. */
	readonly number: { readonly display: string; readonly name: string } | undefined;
}

interface Wanted {
	readonly guide: Guide;
	readonly english: Guide | undefined;
	readonly edition: Pick<Edition, 'version' | 'issued' | 'publisher'>;
	readonly lang: LanguageTag;
}

/** The short address that is printed on paper. */
export const shortAddress = (edition: Pick<Edition, 'publisher'>, slug: string): string =>
	siteOf(edition) + shortPath(slug);

export function toSheet(
	t: Translate,
	en: Translate,
	{ guide, english, edition, lang }: Wanted
): Sheet {
	const address = shortAddress(edition, guide.slug);
	const contact = callable(guide)?.contact;
	return {
		...{ t, en, guide, lang },
		// a guide that stands in for a missing one in a third language does not help an officer
		english: english?.lang === 'en' && guide.lang !== 'en' ? english : undefined,
		address: address.replace(/^https?:\/\/|\/$/g, ''),
		code: qrCode(address),
		labels: [
			...translationLabels(t, guide, lang),
			t('not_advice'),
			lawyerLabel(t, guide),
			...(guide.isApproved ? [] : [t('not_approved')])
		],
		dates: [asOfLabel(t, guide), editionLabel(t, edition)],
		number: contact && {
			display: contact.display ?? contact.phone ?? '',
			name: contact.name
		}
	};
}

/**
 * The lines to hand to an officer: what is said to whoever is there. A line that only some people
 * say, or that is said to somebody else, has words before its quotation mark, and is left out.
 */
export function linesToHand({ say, dont }: Guide): readonly string[] {
	const english = ({ html, english }: { html: string; english?: string | undefined }): string =>
		english ?? html;
	const said = (say?.items ?? []).map(english).filter((html) => /^["“]/.test(plainText(html)));
	return said.length > 0 ? said : (dont?.items ?? []).map(english);
}
