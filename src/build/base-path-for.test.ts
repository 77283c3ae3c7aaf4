import { expect, test } from 'vitest';
import { basePathFor } from './base-path-for.ts';

test.each([
	[undefined, 'https://a.example', ''],
	[undefined, 'https://a.example/', ''],
	[undefined, 'https://a.example/handrail', '/handrail'],
	['/handrail', 'https://a.example', '/handrail'],
	['/handrail/', 'https://a.example', '/handrail'],
	['/handrail', 'https://a.example/handrail/', '/handrail'],
	['/help/handrail', 'https://a.example', '/help/handrail'],
	['/', 'https://a.example', ''],
	['', 'https://a.example', '']
])('BASE_PATH=%s for an app at %s is built for "%s"', (setting, address, base) => {
	expect(basePathFor(setting, address)).toBe(base);
});

test.each([
	'handrail',
	'/a b',
	'//evil.example',
	'/..',
	'/a/../b',
	'/é',
	'/a?b',
	'https://a.example/b'
])('BASE_PATH=%s is refused with a sentence that helps', (setting) => {
	expect(() => basePathFor(setting, 'https://a.example')).toThrow(/such as \/handrail/);
});

test.each(['/other', '/'])(
	'BASE_PATH=%s against the publisher’s own address is refused',
	(setting) => {
		expect(() => basePathFor(setting, 'https://a.example/handrail')).toThrow(
			/publisher\.json says that readers find the app at https:\/\/a\.example\/handrail/
		);
	}
);
