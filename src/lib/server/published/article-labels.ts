import { CITY_PHONE_TEXT } from '#lib/edition/generated/site.ts';
import type { Article, Translation } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Translate } from '#lib/messages/translate.ts';

export interface Translated {
	/** `en` where the translation is missing. */
	readonly lang: LanguageTag;
	readonly translation?: Translation | undefined;
}

/** What must accompany a text: that it is a draft, is behind the English, or is in English. */
export function translationLabels(
	t: Translate,
	lang: LanguageTag,
	{ lang: own, translation }: Translated
): string[] {
	if (own !== lang) return [t('missing_label', { phone: CITY_PHONE_TEXT })];
	if (!translation) return [];
	const date = translation.englishChangedOn;
	const behind = date ? t('behind_label', { date }) : t('behind_label_undated');
	return [
		...(translation.state === 'behind' ? [behind] : []),
		...(translation.isDraft ? [t('draft_label')] : [])
	];
}

/** The labels of an article's page about how far its text can be relied on. */
export function articleLabels(t: Translate, lang: LanguageTag, article: Article): string[] {
	const { state, on } = article.legalReview;
	const date = on ?? article.changedOn;
	const lawyer = {
		none: () => t('lawyer_none'),
		done: () => t('lawyer_checked', { date }),
		older: () => t('lawyer_older', { date })
	};
	return [
		t('not_advice'),
		...translationLabels(t, lang, article),
		lawyer[state](),
		...(article.isApproved ? [] : [t('not_approved')])
	];
}
