import { CITY_PHONE_TEXT } from '#lib/edition/generated/site.ts';
import type { Article } from '#lib/edition/article.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { formatDate, formatInstant } from '#lib/reader/text/format-date.ts';
import { messageLanguage } from '#lib/reader/text/in-language.ts';

/*
 * What goes with a text wherever it goes, by chat, as a picture or on paper: never left out to make room.
 */

/** What a reader must know before reading a text: that it is missing, behind, or a draft. */
export function translationLabels(t: Translate, article: Article, lang: LanguageTag): string[] {
	if (article.lang !== lang) return [t('missing_label', { phone: CITY_PHONE_TEXT })];
	const { state, isDraft, on, englishChangedOn = on } = article.translation ?? {};
	const texts = [];
	if (state === 'behind' && englishChangedOn) {
		const date = formatDate(messageLanguage(t, 'behind_label'), englishChangedOn);
		texts.push(t('behind_label', { date }));
	}
	if (isDraft) texts.push(t('draft_label'));
	return texts;
}

/** Whether a lawyer has looked at the text. */
export function lawyerLabel(t: Translate, { legalReview, changedOn }: Article): string {
	if (legalReview.state === 'none') return t('lawyer_none');
	const key = legalReview.state === 'done' ? 'lawyer_checked' : 'lawyer_older';
	return t(key, { date: formatDate(messageLanguage(t, key), legalReview.on ?? changedOn) });
}

/** The day that the evidence speaks for. */
export const asOfLabel = (t: Translate, { statusAsOf }: Article): string =>
	t('as_of', { date: formatDate(messageLanguage(t, 'as_of'), statusAsOf) });

/** Which edition it is from. */
export const editionLabel = (
	t: Translate,
	{ version, issued }: Pick<Edition, 'version' | 'issued'>
): string =>
	t('footer_edition', {
		number: String(version),
		date: formatInstant(messageLanguage(t, 'footer_edition'), issued)
	});
