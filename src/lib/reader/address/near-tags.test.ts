import { expect, test } from 'vitest';
import { LANGUAGE_TAGS } from '#lib/edition/language-tags.ts';
import { preferredTag } from './near-tags.ts';

test.each([
	[['es-US', 'en-US'], 'es'],
	[['pt-BR', 'fr-CA', 'en'], 'fr'],
	[['zh-TW'], 'zh-Hant'],
	[['zh-Hant-HK'], 'zh-Hant'],
	[['zh-CN', 'en'], 'zh-Hans'],
	[['zh'], 'zh-Hans'],
	[['uz'], 'uz-Latn'],
	[['ar-EG'], 'ar'],
	[['pt-BR', 'de'], undefined],
	[[], undefined]
])('a phone that wants %j is offered %s', (wanted, tag) => {
	expect(preferredTag(wanted, LANGUAGE_TAGS)).toBe(tag);
});

test('what the publisher does not have is not offered', () => {
	expect(preferredTag(['ko-KR', 'es'], ['en', 'es'])).toBe('es');
});
