import { appendFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { copyGoodContent } from '#tests/support/publisher/content-fixture.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { formatDiagnostic } from '../base/diagnostic.ts';
import { parseCorpus } from './parse-corpus.ts';
import { readSources } from './read-sources.ts';

/** What is said of the good content with something in it. */
function saidOf(change: (content: string) => void): string {
	const content = join(aTemporaryFolder(), 'content');
	copyGoodContent(content);
	change(content);
	const { value, diagnostics } = readSources({ content });
	return [...diagnostics, ...parseCorpus(value).diagnostics].map(formatDiagnostic).join('\n');
}

const GUIDE = 'guides/bus-stop/en.md';

test('a text that is a link is named, and not left out without a word', () => {
	const said = saidOf((content) => {
		rmSync(join(content, GUIDE));
		symlinkSync('/etc/hostname', join(content, GUIDE));
		// an editor's lock
		symlinkSync('nowhere', join(content, 'guides/bus-stop/.#en.md'));
	});
	expect(said).toMatch(/bus-stop\/en\.md:1: this is a link.*\n {4}Put the file itself here/);
	expect(said).not.toContain('.#en.md');
});

test.each(['guides', 'evidence'])('so is a folder in %s that is a link, once', (place) => {
	const said = saidOf((content) => {
		symlinkSync(resolve('docs'), join(content, place, 'elsewhere'));
	});
	expect(said.split(`${place}/elsewhere:1: this is a link`)).toHaveLength(2);
});

test('values that stand for others are refused: ten lines of them would be three thousand million', () => {
	const said = saidOf((content) => {
		const lines = [...'bcdefghij'].map((name, at) => {
			const before = '*' + ('abcdefghij'[at] ?? '');
			return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]`;
		});
		appendFileSync(join(content, 'sources/city-law.yaml'), `a: &a [x, x]\n${lines.join('\n')}\n`);
	});
	expect(said).toMatch(/city-law\.yaml:\d+: an alias .*\n {4}Write the value out/);
});

test.each([
	['emphasis without end', '*a_'.repeat(200_000), /longer than 64000 characters/],
	[
		'one paragraph',
		'*a_'.repeat(5000),
		/en\.md:33: more than 8000 characters without an empty line/
	],
	[
		'lists in lists',
		Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
		/longer than 64000 characters/
	]
])('what would keep the compiler busy for minutes is not read: %s', (_what, text, sentence) => {
	const said = saidOf((content) => {
		appendFileSync(join(content, GUIDE), `\n\n${text}\n`);
	});
	expect(said).toMatch(sentence);
});
