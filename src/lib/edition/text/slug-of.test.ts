import { expect, test } from 'vitest';
import { slugOf } from './slug-of.ts';

test.each([
	['Officers are at your door', 'officers-are-at-your-door'],
	['  ¿Qué hacer? ', 'que-hacer'],
	['For principals: ICE or other officers come in', 'for-principals-ice-or-other-officers'],
	['a'.repeat(60), 'a'.repeat(40)],
	['你好', '']
])('%s is addressed by %s', (title, slug) => {
	expect(slugOf(title)).toBe(slug);
});
