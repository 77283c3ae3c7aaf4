import { expect, test } from 'vitest';
import { parseBuiltFor } from './built-for.ts';

test('a build says where it is to be served', () => {
	expect(parseBuiltFor('{"basePath":"/handrail"}')).toBe('/handrail');
	expect(parseBuiltFor('{"basePath":""}')).toBe('');
});

test.each(['', '{', '{}', '{"basePath":7}', '{"basePath":"handrail"}', '{"basePath":"/a b"}'])(
	'%j says nothing of it',
	(text) => {
		expect(parseBuiltFor(text)).toBeUndefined();
	}
);
