import type { Article } from '#lib/edition/article.ts';
import type { PlainKey } from '../text/message-keys.ts';

/** The first item or paragraph of a block, as HTML of one line. `undefined` if there is none. */
export const firstLine = (html: string | undefined): string | undefined =>
	html && /<(li|p)>(.*?)<\/\1>/s.exec(html)?.[2];

type Reviewed = Pick<Article, 'checkedOn' | 'isApproved' | 'legalReview'>;

/** The message that says who has not reviewed a text yet. `undefined` if everyone has. */
export function reviewGap({ checkedOn, isApproved, legalReview }: Reviewed): PlainKey | undefined {
	const hasLawyer = legalReview.state === 'done';
	if (!hasLawyer) return checkedOn ? 'weak_no_lawyer' : 'weak_nobody';
	if (!checkedOn) return 'weak_not_compared';
	return isApproved ? undefined : 'not_approved';
}
