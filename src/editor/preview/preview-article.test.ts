import { expect, test } from 'vitest';
import { goodSources } from '#tests/support/publisher/content-fixture.ts';
import { ArticlePreview } from './preview-article.ts';

const files = new Map(goodSources().map(({ path, text }) => [path, text]));
const textOf = (path: string): string => files.get(path) ?? '';
const GUIDE = 'guides/bus-stop/en.md';

test('a preview shows what is typed', () => {
	const text = textOf(GUIDE).replace('Look at the sign.', 'Stop. Look at the sign.');
	const shown = new ArticlePreview(goodSources).compile(GUIDE, text);
	expect(JSON.stringify(shown?.article)).toContain('Stop. Look at the sign.');
});

test('a preview knows a rule that the draft alone has, and what is typed in it later', () => {
	const preview = new ArticlePreview(goodSources);
	const rule = textOf('directives/door-rule/en.md').replace('slug: door-rule', 'slug: gate-rule');
	const titled = (title: string) =>
		new Map([['directives/gate-rule/en.md', rule.replace(/^title: .*$/m, `title: ${title}`)]]);
	const text = textOf(GUIDE).replace('[door-rule, court-case]', '[gate-rule]');
	const titles = (over?: ReadonlyMap<string, string>) =>
		preview.compile(GUIDE, text, over)?.cards.map(({ title }) => title);
	expect(titles()).not.toContain('A gate');
	expect(titles(titled('A gate'))).toContain('A gate');
	expect(titles(titled('The gate'))).toContain('The gate');
	expect(titles()).not.toContain('The gate');
});

test('a translation is shown beside the English that the draft has', () => {
	const preview = new ArticlePreview(goodSources);
	const [english, spanish] = ['guides/gate/en.md', 'guides/gate/es.md'];
	const renamed = (path: string) => textOf(path).replace('slug: front-door', 'slug: gate');
	const over = new Map([[english, renamed('guides/front-door/en.md')]]);
	const shown = preview.compile(spanish, renamed('guides/front-door/es.md'), over);
	expect(shown?.article).toMatchObject({ slug: 'gate', lang: 'es' });
});
