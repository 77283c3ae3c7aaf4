// `npm run site:verify -- --at URL`: whether a site runs what this checkout builds.
import '../build/check-node.js';
import { readFlags, refuseFlags } from '../build/flags/read-flags.ts';
import { readBasePath } from '../compiler/publish/app-base-path.ts';
import { readBuild } from './read-build.ts';
import { siteReader } from './site-reader.ts';
import { verifySite } from './verify-site.ts';

const USAGE = 'npm run site:verify -- --at URL [--build build]';

const { values } = readFlags(
	process.argv.slice(2),
	{ at: { type: 'string' }, build: { type: 'string', default: 'build' } },
	{ usage: USAGE }
);
const { at = '', build: folder } = values;
if (!/^https?:$/.test(URL.parse(at)?.protocol ?? '')) {
	refuseFlags('--at needs an address such as https://example.org/.', USAGE);
}

try {
	const local = readBuild(folder, readBasePath(folder));
	const problems = await verifySite(local, siteReader(at, fetch));
	for (const problem of problems) console.error(problem);
	const count = Object.keys(local.code.files).length;
	console.log(
		problems.length === 0
			? `${at} serves the ${count} files of version ${local.code.version} as this source makes them.`
			: `${at} does not run this source: ${problems.length} differences.`
	);
	process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 2;
}
