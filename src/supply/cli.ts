// `npm run site:verify -- --at URL`: whether a site runs what this checkout builds.
import '../build/check-node.js';
import { parseArgs } from 'node:util';
import { readBasePath } from '../compiler/publish/app-base-path.ts';
import { readBuild } from './read-build.ts';
import { siteReader } from './site-reader.ts';
import { verifySite } from './verify-site.ts';

const USAGE = 'npm run site:verify -- --at https://example.org/ [--build build]';

try {
	const { values } = parseArgs({
		options: { at: { type: 'string' }, build: { type: 'string', default: 'build' } }
	});
	if (values.at === undefined || !URL.canParse(values.at))
		throw new Error(`--at needs a URL.\n${USAGE}`);
	const folder = values.build;
	const local = readBuild(folder, readBasePath(folder));
	const problems = await verifySite(local, siteReader(values.at, fetch));
	for (const problem of problems) console.error(problem);
	const count = Object.keys(local.code.files).length;
	console.log(
		problems.length === 0
			? `${values.at} serves the ${count} files of version ${local.code.version} as this source makes them.`
			: `${values.at} does not run this source: ${problems.length} differences.`
	);
	process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 2;
}
