import { expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

test.each([
	['{"a":[1]}', { a: [1] }],
	['null', null],
	['', undefined],
	['<!doctype html>', undefined],
	['{"a":', undefined]
])('%s', (text, value) => {
	expect(parseJson(text)).toEqual(value);
});
