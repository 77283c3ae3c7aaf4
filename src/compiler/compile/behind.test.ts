import { describe, expect, test } from 'vitest';
import type { Guide } from '#lib/edition/article.ts';
import { edited, goodSources, parsed } from '#tests/support/publisher/content-fixture.ts';
import type { Sources } from '../read/source-file.ts';
import { compileGuide } from './compile-article.ts';

const checked = edited(goodSources(), 'guides/front-door/es.md', {
	from: 'method: draft, by: Ana, on: 2026-11-24',
	to: 'method: human, by: Ana, on: 2026-11-24, checkedBy: Luz, checkedOn: 2026-11-25'
});
const behind = edited(checked, 'guides/front-door/en.md', {
	from: 'Keep the door closed.',
	to: 'Leave the door closed.'
});

function guideOf(sources: Sources): Guide {
	const corpus = parsed(sources);
	const texts = corpus.guides.get('front-door');
	const [text, english] = [texts?.get('es'), texts?.get('en')];
	const guide = text && english && compileGuide({ text, english }, corpus);
	if (guide?.kind !== 'guide') throw new Error('The guide is not there');
	return guide;
}

const englishIn = (lines: Guide['do'] | undefined) => lines?.items.map(({ english }) => english);

describe('a translation', () => {
	test('that was checked and is behind in one block says so there, with the English there', () => {
		const guide = guideOf(behind);
		expect(guide.translation).toMatchObject({ state: 'behind', isDraft: false, inBlocks: true });
		expect(guide.do.isBehind).toBe(true);
		expect(englishIn(guide.do)?.[0]).toBe('Leave the door closed.');
		expect(guide.dont).not.toHaveProperty('isBehind');
		expect(englishIn(guide.dont)).toEqual([undefined]);
	});

	test('whose title is behind says so as a whole', () => {
		const title = edited(behind, 'guides/front-door/en.md', { from: 'title: ', to: 'title: Oh, ' });
		const guide = guideOf(title);
		expect(guide.translation).toMatchObject({ state: 'behind' });
		expect(guide.translation).not.toHaveProperty('inBlocks');
		expect(guide.do).not.toHaveProperty('isBehind');
	});
});
