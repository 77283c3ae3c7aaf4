import type { Translate } from '#lib/messages/translate.ts';
import { publishedHere } from '#lib/server/published/published-here.ts';
import { toFeed, type Feed } from './feed.ts';

/** The feed of this build's edition, in the language of `t`. */
export async function feedHere(t: Translate): Promise<Feed> {
	const library = publishedHere();
	const [edition, notes, cards] = await Promise.all([
		library.edition(),
		library.changeNotes(t.lang),
		library.cards(t.lang)
	]);
	return toFeed(
		{
			edition,
			notes: 'found' in notes ? notes.found : [],
			cards: 'found' in cards ? cards.found : []
		},
		t
	);
}
