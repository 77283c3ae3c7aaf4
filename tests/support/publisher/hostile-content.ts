import html from '#tests/fixtures/xss/html.json' with { type: 'json' };
import text from '#tests/fixtures/xss/text.json' with { type: 'json' };
import { aContact, aDirective, aGuide, aSource } from './fixture-articles.ts';
import type { LanguageContent } from './publisher.ts';

const snippets = html.map((it) => it.html);
const lines = (list: readonly string[]) => list.map((it) => ({ html: it, english: it }));

/** One guide and one directive with every hostile snippet in every field that takes text. */
export function hostileContent(): LanguageContent {
	const block = { heading: text.join(' '), html: snippets.join('') };
	const words = (index: number): string => text[index % text.length] ?? '';
	const sources = text.map((it, index) => {
		return aSource({ slug: `source-${index}`, title: it, publisher: words(index + 1) });
	});
	const guide = aGuide({
		title: words(0),
		summary: words(1),
		sources,
		do: { heading: words(2), items: lines(snippets) },
		say: { heading: words(3), items: lines(snippets) },
		call: {
			heading: words(4),
			items: [
				...lines(snippets),
				{
					contact: aContact({ name: words(5), does: words(6), display: words(1), phone: words(6) })
				}
			]
		},
		dont: { heading: words(7), items: lines(snippets) },
		ifWrong: block,
		why: block,
		unconfirmed: block,
		claims: [...text],
		search: text.join(' ')
	});
	const directive = aDirective({
		title: words(8),
		summary: words(9),
		officialName: words(10),
		issuer: words(11),
		appliesTo: words(12),
		doesNotApplyTo: words(1),
		statusNote: words(2),
		scopePlace: words(1),
		scopePeople: words(1),
		court: words(4),
		sources,
		short: block,
		says: block,
		limits: block,
		changed: block
	});
	const note = {
		slug: '2026-11-24-first-edition',
		lang: 'en',
		date: '2026-11-24',
		importance: 'major',
		articles: ['guide/school-bus'],
		audiences: [],
		what: words(0),
		why: words(1),
		doNow: words(4),
		before: words(5),
		sources: []
	} as const;
	const contact = aContact({ name: words(1), does: words(2), display: words(3), email: words(1) });
	const term = { slug: 'a', lang: 'en', term: words(0), plain: words(1) } as const;
	return {
		articles: [guide, directive],
		contacts: [contact],
		terms: [term],
		changes: [{ ...note, articles: [...note.articles], audiences: [], sources: [] }]
	};
}
