import { isArticleId } from '#lib/edition/card.ts';
import type { ContentChanges, TextChange } from './compare-content.ts';

/** "Compared with edition 3 in static/published: 2 articles changed, 1 is new, none withdrawn." */
export function countChanges({ baseline, texts, unread }: ContentChanges): string {
	const english = texts.filter(({ id, lang }) => lang === 'en' && isArticleId(id));
	const count = (state: TextChange['state']): string =>
		String(english.filter((it) => it.state === state).length);
	const { version, publisher } = baseline.edition;
	const edition = `${publisher.isDemo ? 'demo edition' : 'edition'} ${String(version)}`;
	const left =
		unread.length > 0 ? ` Not compared, because it cannot be read: ${unread.join(', ')}.` : '';
	return (
		`Compared with ${edition} in ${baseline.folder}, English articles: ` +
		`${count('changed')} changed, ${count('added')} added, ${count('withdrawn')} withdrawn.${left}`
	);
}
