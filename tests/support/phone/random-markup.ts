import corpus from '#tests/fixtures/xss/html.json' with { type: 'json' };
import { pick, seededRandom, type Random } from '#tests/bench/corpus/random.ts';

const snippets = corpus.map(({ html }) => html);

/** Markup as the compiler writes it, to be damaged. Much of it must survive, or there is nothing to compare. */
const GOOD = [
	'<p>Call <bdi dir="ltr">311</bdi>. <a href="/en/help/">Help</a></p>',
	'<ul><li><strong>One</strong> &#x26; <em>two</em></li><li>Three</li></ul>',
	'<ol><li><a href="https://www.nyc.gov/a?b=1&#x26;c#d">The order</a>, said &#x3C;here></li></ol>',
	'Ask for a <span lang="es" dir="ltr">orden judicial</span>.',
	'<p>“Doors” and \'gates\' — 24 "hours"</p><p>Officers’ forms</p>'
];

const ALLOWED = ['p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'bdi', 'span'];
/** Elements that HTML parsers treat specially, and elements that are active. */
const SPECIAL =
	'html head body frameset frame title base meta link style script noscript template table caption ' +
	'colgroup col tbody thead tfoot tr td th form input button select option optgroup textarea ' +
	'svg math mi mtext mglyph annotation-xml foreignObject desc img image iframe object embed ' +
	'video audio source track details summary dialog xmp plaintext listing pre br hr nobr b i u font ' +
	'h1 div center dd dt dl rp rt ruby marquee applet portal x-y noembed noframes isindex';
const NAMES = SPECIAL.split(' ');
const URLS = [
	'/en/help/',
	'https://www.nyc.gov/',
	'javascript:alert(1)',
	'jav&#x09;ascript:alert(1)',
	' JaVaScRiPt:alert(1)',
	'&#1;javascript:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'//evil.example/',
	'/\\evil.example/',
	'https://XN--80ak6aa92e.com/',
	'https://nyc.gov@evil.example/',
	'#x',
	''
];
const ATTRIBUTES = [
	'href lang dir onclick onerror onload onmouseover style class id is src srcdoc action formaction',
	'xlink:href xml:base xmlns xmlns:xlink http-equiv shadowrootmode attributeName autofocus ping rel'
].flatMap((it) => it.split(' '));
const VALUES = [
	'ltr',
	'rtl',
	'en',
	'alert(1)',
	'refresh',
	'open',
	'position:fixed',
	'"',
	'>',
	'-->'
];
const TEXTS = [
	'x',
	'Hello',
	'<',
	'>',
	'&',
	'&lt;img src=x onerror=alert(1)&gt;',
	'&#x26;lt;',
	'&nbsp;',
	'\u0000',
	'\r\n',
	'&#13;',
	'\f',
	'&#0;',
	'-->',
	']]>',
	'😀',
	'\u202e',
	'\ud800'
];
const ODD = [
	'<!-- x -->',
	'<!-->',
	'<!--!>',
	'<!doctype html>',
	'<![CDATA[x]]>',
	'<?x?>',
	'</>',
	'<!',
	'</p>',
	'</br>',
	'<p/>',
	'</body>',
	'</html>'
];

const oddCase = (text: string, random: Random): string =>
	[...text].map((it) => (random() < 0.3 ? it.toUpperCase() : it)).join('');

function attribute(random: Random): string {
	const name = oddCase(pick(ATTRIBUTES, random), random);
	const value = pick(random() < 0.5 ? URLS : VALUES, random);
	const quote = pick(['"', "'", ''], random);
	return random() < 0.1
		? ` ${name}`
		: `${pick([' ', '/', '\t'], random)}${name}=${quote}${value}${quote}`;
}

/** A random tree in which some end tags are missing or misplaced. */
function tree(random: Random, depth: number): string {
	const kind = random();
	if (depth === 0 || kind < 0.2) return pick(TEXTS, random);
	if (kind < 0.3) return pick(ODD, random);
	if (kind < 0.38) return pick(snippets, random);
	const name = pick(random() < 0.5 ? ALLOWED : NAMES, random);
	const attributes = Array.from({ length: Math.floor(random() * 2.5) }, () => attribute(random));
	const inside = Array.from({ length: Math.floor(random() * 4) }, () => tree(random, depth - 1));
	const end = random() < 0.75 ? `</${name}>` : random() < 0.3 ? `</${pick(NAMES, random)}>` : '';
	return `<${oddCase(name, random)}${attributes.join('')}>${inside.join('')}${end}`;
}

/** A random tree that the compiler could have written: well nested, with allowed elements only. */
function valid(random: Random, depth: number): string {
	const inline = (left: number): string => {
		if (left === 0 || random() < 0.4)
			return pick(['x', ' and ', '&#x26;', '“a”', '&#x3C;'], random);
		const name = pick(['strong', 'em', 'bdi dir="ltr"', 'span lang="es"'], random);
		return `<${name}>${inline(left - 1)}${inline(left - 1)}</${name.replace(/ .*/, '')}>`;
	};
	const link = (): string => `<a href="${pick(URLS.slice(0, 2), random)}">${inline(1)}</a>`;
	const text = (): string => inline(depth) + (random() < 0.3 ? link() : '');
	const list = pick(['ul', 'ol'], random);
	return random() < 0.6 ? `<p>${text()}</p>` : `<${list}><li>${text()}</li></${list}>`;
}

/** Makes one to three small changes at random places. */
function spoil(html: string, random: Random): string {
	let text = html;
	for (let times = Math.floor(random() * 4); times > 0; times -= 1) {
		const at = Math.floor(random() * (text.length + 1));
		const to = at + Math.floor(random() * 12);
		const how = random();
		const put =
			random() < 0.5 ? tree(random, 1) : pick(['<', '>', '"', "'", '/', '=', '&'], random);
		if (how < 0.4) text = text.slice(0, at) + put + text.slice(at);
		else if (how < 0.6) text = text.slice(0, at) + text.slice(to);
		else if (how < 0.8) text = text.slice(0, to) + text.slice(at, to) + text.slice(to);
		else text = text.slice(0, at) + oddCase(text.slice(at, to), random) + text.slice(to);
	}
	return text;
}

/** The corpus of attacks, then `count` pieces of generated or damaged markup. The same seed gives the same. */
export function randomMarkup(seed: string, count: number): string[] {
	const random = seededRandom(seed);
	const make = (): string => {
		const kind = random();
		if (kind < 0.35) return tree(random, 4);
		if (kind < 0.5) return spoil(pick(snippets, random) + pick(snippets, random), random);
		if (kind < 0.75) return spoil(pick(GOOD, random), random);
		return spoil(valid(random, 3), random);
	};
	return [...snippets, ...GOOD, ...Array.from({ length: count }, make)];
}
