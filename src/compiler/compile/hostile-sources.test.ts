import { describe, expect, test } from 'vitest';
import { edited, goodSources } from '#tests/support/publisher/content-fixture.ts';
import html from '#tests/fixtures/xss/html.json' with { type: 'json' };
import markdown from '#tests/fixtures/xss/markdown.json' with { type: 'json' };
import text from '#tests/fixtures/xss/text.json' with { type: 'json' };
import urls from '#tests/fixtures/xss/urls.json' with { type: 'json' };
import { parseCorpus } from '../read/parse-corpus.ts';
import { parseBody } from '../read/parse-body.ts';
import { renderBlock } from './render-article.ts';

const render = (body: string): string => {
	const [block] = parseBody('test', `## Why {#why}\n${body}\n`).blocks;
	return block ? renderBlock(block, 'en') : '';
};
const ELEMENTS = /<\/?([a-z]+)((?:\s[^>]*)?)>/g;
const ATTRIBUTES =
	/^( (href="(|https:\/\/[\w.-]+(:\d+)?([/?#][^"]*)?|\/en\/[^"]*)"|dir="(ltr|rtl)"|lang="en"))*$/;

/** Everything that is markup in what the compiler wrote. */
function expectHarmless(compiled: string): void {
	for (const [, name, attributes] of compiled.matchAll(ELEMENTS)) {
		expect(['p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'bdi', 'span']).toContain(name);
		expect(attributes).toMatch(ATTRIBUTES);
	}
	// what is left of a bracket is text
	expect(compiled.replaceAll(ELEMENTS, '')).not.toMatch(/</);
}

describe('what an editor is made to paste', () => {
	test.each(markdown)('in Markdown comes out harmless: %j', (body) => {
		expectHarmless(render(body));
	});
	test.each(html)('as HTML comes out harmless: $kind $html', (it) => {
		expectHarmless(render(it.html));
		expectHarmless(render(`Text ${it.html} text.`));
	});
	test.each(text)('as a title is refused, or is text and no more: %j', (title) => {
		const sources = edited(goodSources(), 'guides/bus-stop/en.md', {
			from: /^title: .*$/m.exec(titleOf())?.[0] ?? '',
			to: `title: ${JSON.stringify(title)}`
		});
		const { value } = parseCorpus(sources);
		const guide = value.guides.get('bus-stop')?.get('en');
		expect([undefined, title.trim()]).toContain(guide?.fields.title);
	});
	test.each(urls)('as the address of a source is refused: %j', (url) => {
		const source = goodSources().find(({ path }) => path === 'sources/city-law.yaml');
		const sources = edited(goodSources(), 'sources/city-law.yaml', {
			from: /^url: .*$/m.exec(source?.text ?? '')?.[0] ?? '',
			to: `url: ${JSON.stringify(url)}`
		});
		const { diagnostics } = parseCorpus(sources);
		expect(diagnostics.map(({ file }) => file)).toContain('sources/city-law.yaml');
	});
});

const titleOf = (): string =>
	goodSources().find(({ path }) => path === 'guides/bus-stop/en.md')?.text ?? '';
