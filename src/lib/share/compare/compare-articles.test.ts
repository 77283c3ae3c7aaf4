import { expect, test } from 'vitest';
import { aContact, aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { compareArticles } from './compare-articles.ts';

const t = textsOf('en');
const changed = (
	...args: Parameters<typeof compareArticles> extends [unknown, ...infer R] ? R : []
) => compareArticles(t, ...args).map(({ heading }) => heading);

test('names only the parts of a guide whose words changed', () => {
	const items = [{ html: 'Keep every door closed.' }];
	const next = aGuide({ do: { heading: 'Do', items }, title: 'Officers and the bus' });
	expect(changed(aGuide(), next)).toEqual(['Heading', 'Do']);
	expect(changed(aGuide(), aGuide())).toEqual([]);
});

test('compares each paragraph and item as a line, without its markup', () => {
	const why = { heading: 'Why', html: '<p>One <strong>rule</strong>.</p><ul><li>Two.</li></ul>' };
	const [part] = compareArticles(
		t,
		aGuide({ why }),
		aGuide({ why: { ...why, html: '<p>One.</p>' } })
	);
	expect(part?.before.map(({ text }) => text).join('')).toBe('One rule.\nTwo.');
});

test('sees another number to call', () => {
	const call = (display: string) => ({
		heading: 'Call',
		items: [{ contact: aContact({ display }) }]
	});
	expect(changed(aGuide({ call: call('311') }), aGuide({ call: call('312') }))).toEqual(['Call']);
});

test('sees that a court stopped a rule, and a part that is gone', () => {
	const limits = { heading: 'What it does not say', html: '<p>Much.</p>' };
	expect(changed(aDirective({ limits }), aDirective({ status: 'blocked' }))).toEqual([
		'How settled it is',
		'What it does not say'
	]);
});
