import type { Article, ChangeNote, Contact } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { aContact, aDirective, aGuide, aSource } from './fixture-articles.ts';
import type { LanguageContent, Publication } from './publisher.ts';

/** A value that no app knows yet, for fields that take one of a fixed list. */
const later = <T>(word: string): T => word as T;

/** Articles of a future format, by the part that is new. */
export const FUTURE_ARTICLES: Readonly<Record<string, Article>> = {
	level: aGuide({ slug: 'of-a-level', level: later('county') }),
	audience: aGuide({ slug: 'for-an-audience', audiences: ['family', later('nurse')] }),
	urgency: aGuide({ slug: 'of-an-urgency', urgency: later('tonight') }),
	print: aGuide({ slug: 'for-a-print', print: [later('sticker')] }),
	confidence: aGuide({ slug: 'of-a-confidence', confidence: later('none') }),
	status: aDirective({ slug: 'of-a-status', status: later('suspended') }),
	form: aDirective({ slug: 'of-a-form', form: later('treaty') }),
	source: aDirective({ slug: 'with-a-source', sources: [aSource({ type: later('podcast') })] }),
	grade: aDirective({ slug: 'with-a-grade', sources: [aSource({ grade: later('gold') })] }),
	language: aDirective({ slug: 'in-a-language', lang: later('tl') }),
	contact: aGuide({
		slug: 'with-a-contact',
		call: { heading: 'Call', items: [{ contact: aContact({ cost: later('barter') }) }] }
	}),
	'kind of call': aGuide({
		slug: 'with-a-call',
		call: { heading: 'Call', items: [later<{ html: string }>('a video')] }
	}),
	'kind of step': aGuide({
		slug: 'with-a-step',
		do: { heading: 'Do', items: [{ html: 'Look.' }, later<{ html: string }>('a picture')] }
	}),
	kind: aGuide({ slug: 'a-poster', kind: later('poster') })
};

const aNote = (overrides: Partial<ChangeNote>): ChangeNote => ({
	slug: '2026-11-25-later',
	lang: 'en',
	date: '2026-11-25',
	importance: 'major',
	articles: ['guide/school-bus'],
	audiences: ['family'],
	what: 'A change.',
	why: 'A reason.',
	doNow: 'Read it.',
	before: 'Something else.',
	sources: [],
	...overrides
});

/** An edition with one article of today's format and all of those above. */
export function aFutureEdition(title = 'From the future'): Publication {
	const contacts: Contact[] = [aContact(), aContact({ slug: 'fax', showAs: later('fax') })];
	const changes = [
		aNote({
			importance: later('vital'),
			audiences: ['family', later('nurse')],
			sources: [aSource({ type: later('podcast') })]
		})
	];
	const articles = [aGuide({ title }), aDirective(), ...Object.values(FUTURE_ARTICLES)];
	const content: LanguageContent = { articles, contacts, changes };
	const tagalog = { [later<LanguageTag>('tl')]: content };
	const note = { slug: '2026-11-25-later', date: '2026-11-25', articles: ['guide/school-bus'] };
	return {
		languages: { en: content, ...tagalog },
		edition: { changes: [{ ...note, importance: later('vital'), notify: later('siren') }] }
	};
}
