import { drop, put, type Change } from './change-json.ts';
import type { Forgery } from './forge.ts';
import type { Row } from './row.ts';

const text = (id: string, change: (text: string) => string): Forgery => ({
	members(_lang, texts) {
		const before = texts.get(id) ?? '';
		const after = change(before);
		if (after === before) throw new Error(`${id} was not altered`);
		texts.set(id, after);
	}
});
export const json = (id: string, change: Change): Forgery =>
	text(id, (it) => JSON.stringify(change(JSON.parse(it))));
export const GUIDE = 'guide/bus-stop';
const html = (value: string): Forgery => json(GUIDE, put('why.html', value));
const change = 'change/2026-11-25-door-words';
const shown = /HTML that is not shown/;
const exact = /form that the compiler writes/;

/** Blobs: their form, their fields and their HTML. */
export const TEXT_ROWS: readonly Row[] = [
	['a blob that is no JSON', text(GUIDE, () => 'a guide'), 'malformed', /not JSON/],
	[
		'contacts that are no JSON',
		text('contacts', () => 'us'),
		'malformed',
		/contacts \(en\) is not JSON/
	],
	['a blob with a space', text(GUIDE, (it) => it.replace(',', ', ')), 'takes', exact],
	[
		'a blob with a key twice',
		text(GUIDE, (it) => it.replace('{', '{"kind":"guide",')),
		'takes',
		exact
	],
	['a blob with its keys in another order', text(GUIDE, reordered), 'takes', exact],
	[
		'a blob with an escape that is not needed',
		text(GUIDE, (it) => it.replace('"Wait', '"\\u0057ait').replace('"kind"', '"\\u006bind"')),
		'takes',
		exact
	],
	['a blob after a byte order mark', text(GUIDE, (it) => `\ufeff${it}`), 'malformed', /not JSON/],
	[
		'a blob with a field of the future',
		json(GUIDE, put('later', 1)),
		'takes',
		/something at later/
	],
	[
		'a blob of another id',
		json(GUIDE, put('slug', 'bus-stap')),
		'takes',
		/is the text of guide\/bus-stap/
	],
	[
		'a blob of another kind',
		json(GUIDE, put('kind', 'directive')),
		'takes',
		/guide\/bus-stop \(en\)/
	],
	[
		'a blob of a kind of the future',
		json(GUIDE, put('kind', 'video')),
		'takes',
		/guide\/bus-stop \(en\)/
	],
	[
		'a blob in a language of the future',
		json(GUIDE, put('lang', 'tlh')),
		'takes',
		/guide\/bus-stop \(en\)/
	],
	['a blob without a title', json(GUIDE, drop('title')), 'malformed', /title/],
	[
		'a blob without steps, which phones see when they open it',
		json(GUIDE, drop('do')),
		'takes',
		/do: /
	],
	['a level of the future', json(GUIDE, put('level', 'planet')), 'takes', /level/],
	['an audience of the future', json(GUIDE, put('audiences.0', 'robots')), 'takes', /audiences/],
	['a day that is none', json(GUIDE, put('reviewBy', '2026-13-01')), 'malformed', /reviewBy/],
	[
		'a source with a script for an address',
		json(GUIDE, put('sources.0.url', 'javascript:alert(1)')),
		'takes',
		/sources\.0\.url/
	],
	[
		'a Spanish list with the English of another edition',
		{
			members: (lang, texts) => {
				if (lang === 'es') texts.set(GUIDE, (texts.get(GUIDE) ?? '').replace('Wait', 'Stay'));
			}
		},
		'takes',
		/is English, and not the English of this edition/
	],
	[
		'a change note of another date',
		json(change, put('date', '2026-11-01')),
		'takes',
		/another date, importance or articles/
	],
	[
		'a change note of another id',
		json(change, put('slug', 'another')),
		'takes',
		/is the text of change\/another/
	],
	[
		'a change note of another article',
		json(change, put('articles', ['guide/bus-stop'])),
		'takes',
		/another date, importance or articles/
	],
	[
		'coverage of a verdict of the future',
		json('coverage', put('claims.0.verdict', 'perhaps')),
		'takes',
		/coverage \(en\)/
	],
	[
		'coverage that counts less than nothing',
		json('coverage', put('evidence.unusedFacts', -1)),
		'takes',
		/coverage \(en\)/
	],
	[
		'a contact that is called by a word',
		json('contacts', put('0.showAs', 'shout')),
		'takes',
		/contacts \(en\)/
	],
	['a term without its word', json('terms', drop('0.term')), 'takes', /terms \(en\)/],

	['HTML with a script', html('<p>a</p><script>alert(1)</script>'), 'takes', shown],
	['HTML with an image', html('<img src=x onerror=alert(1)>'), 'takes', shown],
	['HTML with a frame set', html('<frameset></frameset><img onerror=alert(1)>'), 'takes', shown],
	['HTML with a cell', html('<td onmouseover="alert(1)">a</td>'), 'takes', shown],
	[
		'HTML with a refresh',
		html('<meta http-equiv="refresh" content="0;url=https://a.example">'),
		'takes',
		shown
	],
	['HTML with a comment', html('<p>a<!-- b --></p>'), 'takes', shown],
	['HTML with a handler', html('<p onclick="alert(1)">a</p>'), 'takes', shown],
	['HTML with a style', html('<p style="color:red">a</p>'), 'takes', shown],
	['HTML with a link to a script', html('<a href="javascript:alert(1)">a</a>'), 'takes', shown],
	['HTML with a link by http', html('<a href="http://a.example/">a</a>'), 'takes', shown],
	[
		'HTML with a link that begins with two slashes',
		html('<a href="//a.example/">a</a>'),
		'takes',
		shown
	],
	[
		'HTML with a link to a look-alike host',
		html('<a href="https://xn--80ak6aa92e.com/">a</a>'),
		'takes',
		shown
	],
	[
		'HTML with a link to a look-alike host in capitals',
		html('<a href="https://XN--80ak6aa92e.com/">a</a>'),
		'takes',
		shown
	],
	[
		'HTML with a link and a user',
		html('<a href="https://nyc.gov@a.example/">a</a>'),
		'takes',
		shown
	],
	[
		'HTML with a link that opens elsewhere',
		html('<a href="https://a.example/" target="_top">a</a>'),
		'takes',
		shown
	],
	['HTML with a heading', html('<h1>a</h1>'), 'takes', shown],
	['HTML with a direction of its own', html('<bdi dir="up">a</bdi>'), 'takes', shown],
	['HTML with a list in a paragraph', html('<p>a<ul><li>b</li></ul></p>'), 'takes', shown],
	[
		'HTML with a link in a link',
		html('<p><a href="/en/">a<a href="/es/">b</a></a></p>'),
		'takes',
		shown
	],
	['HTML that is not closed', html('<p>a'), 'takes', shown],
	['HTML that is closed in another order', html('<p><em>a</p></em>'), 'takes', shown],
	['HTML in capitals', html('<P>a</P>'), 'takes', shown],
	['HTML in a step', json(GUIDE, put('do.items.0.html', '<img src=x>')), 'takes', shown],
	[
		'HTML in the English beside a step',
		json(GUIDE, put('do.items.0.english', '<img src=x>')),
		'takes',
		shown
	],
	[
		'HTML as the compiler writes it',
		html(
			'<p>a &#x26; b <strong>c</strong> <a href="/en/guides/bus-stop/">d</a> <bdi dir="ltr">311</bdi></p><ul><li>e</li></ul>'
		),
		'takes',
		'takes'
	]
];

function reordered(it: string): string {
	return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(it) as object).reverse()));
}
