import { expect, test } from 'vitest';
import { goodSources, parsed, written } from '#tests/support/publisher/content-fixture.ts';
import type { Sources } from '../read/source-file.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { compileContent } from './compile-edition.ts';

const shutdown = { on: '2027-03-01', goTo: [{ name: 'City', url: 'https://city.example/' }] };

function withShutdown(notice: unknown): Sources {
	const text = goodSources().find(({ path }) => path === 'publisher.json')?.text ?? '';
	const publisher = { ...(JSON.parse(text) as object), shutdown: notice };
	return written(goodSources(), 'publisher.json', JSON.stringify(publisher));
}

test('a publisher who stops says so in the edition: from when on, and whom to ask then', () => {
	expect(compileContent(parsed(withShutdown(shutdown))).shutdownNotice).toEqual(shutdown);
	expect(compileContent(parsed()).shutdownNotice).toBeUndefined();
});

test.each([
	['words alone', 'We stop.'],
	['no day', { goTo: shutdown.goTo }],
	['nobody to ask', { ...shutdown, goTo: [] }],
	['an address that is not https', { ...shutdown, goTo: [{ name: 'A', url: 'http://a.example/' }] }]
])('a notice with %s is refused', (_, notice) => {
	const { diagnostics } = parseCorpus(withShutdown(notice));

	expect(diagnostics.map(({ file }) => file)).toEqual(['publisher.json']);
});
