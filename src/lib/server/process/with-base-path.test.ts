import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { withBasePath } from './with-base-path.ts';
import { parseSettings } from './settings.ts';

const aBuildFor = (basePath: string): string => {
	const build = aTemporaryFolder();
	writeFileSync(join(build, 'built-for.json'), JSON.stringify({ basePath }));
	return build;
};

test('the server takes the path that the app was built for, and says where it is', () => {
	const settings = parseSettings(withBasePath({ PORT: '8080' }, aBuildFor('/handrail')));
	expect(settings).toMatchObject({
		origin: 'http://localhost:8080',
		basePath: '/handrail',
		address: 'http://localhost:8080/handrail'
	});
});

test.each(['/handrail', '/handrail/', ''])(
	'BASE_PATH=%s is no contradiction to it',
	(BASE_PATH) => {
		const settings = withBasePath({ BASE_PATH }, aBuildFor('/handrail'));
		expect(settings['BASE_PATH']).toBe('/handrail');
	}
);

test('a server that is asked for another path than the build’s does not start', () => {
	const start = () => withBasePath({ BASE_PATH: '/other' }, aBuildFor('/handrail'));
	expect(start).toThrow(/BASE_PATH is \/other, but .* built to be served at \/handrail\//);
	expect(start).toThrow(/BASE_PATH=\/other npm run build/);
});

test('a server whose build does not say where it belongs does not start', () => {
	const build = aBuildFor('/handrail');
	writeFileSync(join(build, 'built-for.json'), '{"basePath":');
	expect(() => withBasePath({}, build)).toThrow(/does not say where .* npm run build/);
});
