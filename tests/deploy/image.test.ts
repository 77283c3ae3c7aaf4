import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string): string => readFileSync(`docs/deploy/${name}`, 'utf8');
const [, first = '', last = ''] = read('Dockerfile').split(/^FROM .*$/m);

test('no key and no other secret is among what the image is made from', () => {
	const ignored = read('Dockerfile.dockerignore').split('\n');
	for (const pattern of [
		'.keys',
		'**/.keys',
		'**/*.pem',
		'**/*.env',
		'**/*.sqlite*',
		'.data',
		'.git'
	]) {
		expect(ignored).toContain(pattern);
	}
});

test('the image takes from the first stage what the server needs, and looks for keys once more', () => {
	const copied = [...last.matchAll(/^COPY --from=build (\S+)/gm)].map(([, path]) => path);
	expect(copied).toEqual([
		'/app/package.json',
		'/app/node_modules',
		'/app/build',
		'/app/src',
		'/www/published'
	]);
	expect(last).not.toMatch(/^COPY (?!--from=build)/m);
	expect(last).toMatch(/^RUN ! find .* -name '\*\.pem'/m);
});

test('an edition under keys of a publisher is never signed while an image is made', () => {
	expect(first).not.toContain('--keys DIR;');
	const build = first.indexOf('npm run edition:build;');
	expect(first.lastIndexOf('if [ ! -e src/content/anchor.json ]', build)).toBeGreaterThan(0);
	// the one place that says whether edition and app fit
	expect(first.indexOf('npm run edition:publish -- --to /www')).toBeGreaterThan(
		first.indexOf('npx vite build')
	);
});
