import { describe, expect, test } from 'vitest';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { articleLabels, translationLabels } from './article-labels.ts';

const en = textsOf('en');
const es = textsOf('es');

describe('the labels of a text', () => {
	test('English and a checked translation need none', () => {
		const checked = { state: 'checked', isDraft: false, on: '2026-11-24' } as const;
		expect(translationLabels(en, 'en', { lang: 'en' })).toEqual([]);
		expect(translationLabels(es, 'es', { lang: 'es', translation: checked })).toEqual([]);
	});

	test('a draft that is behind says both, with the day if it is known', () => {
		const behind = { state: 'behind', isDraft: true, on: '2026-11-24' } as const;
		const labelsOf = (englishChangedOn?: string) =>
			translationLabels(es, 'es', { lang: 'es', translation: { ...behind, englishChangedOn } });
		expect(labelsOf('2026-12-01')).toEqual([
			expect.stringContaining('2026-12-01'),
			es('draft_label')
		]);
		expect(labelsOf()).toEqual([es('behind_label_undated'), es('draft_label')]);
	});

	test('English in place of a missing translation says so in the language asked for', () => {
		expect(translationLabels(es, 'es', { lang: 'en' })).toEqual([
			es('missing_label', { phone: '311' })
		]);
	});

	test('an article says too who has not looked at it', () => {
		expect(articleLabels(en, 'en', aGuide())).toEqual([
			en('not_advice'),
			en('lawyer_none'),
			en('not_approved')
		]);
		const done = { state: 'done', on: '2026-11-20' } as const;
		expect(articleLabels(en, 'en', aGuide({ isApproved: true, legalReview: done }))).toEqual([
			en('not_advice'),
			en('lawyer_checked', { date: '2026-11-20' })
		]);
	});
});
