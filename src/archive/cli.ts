// `npm run edition:archive -- --to DIR`: the whole edition as one file that opens without us.
import '../build/check-node.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../build/folders/make-folder.ts';
import * as v from 'valibot';
import { FILE_NAMES } from '#lib/edition/generated/site.ts';
import { translator, type Catalogue } from '#lib/messages/translate.ts';
import { readFlags, refuseFlags } from '../build/flags/read-flags.ts';
import { publishedFolder, siteFolder, takeSite } from '../build/site/site-folder.ts';
import { sha256 } from '../compiler/base/text-hash.ts';
import { readOwnAnchor } from '../compiler/keys/anchor-file.ts';
import { readBasePath } from '../compiler/publish/app-base-path.ts';
import { verifyPublished } from '../compiler/verify/verify-published.ts';
import { archiveFiles } from './archive-files.ts';
import { readOpenData } from './read-open-data.ts';
import { readingFiles } from './reading-files.ts';
import { writeZip } from './write-zip.ts';

const USAGE = 'npm run edition:archive -- --to DIR [--out DIR] [--build build] [--site DIR]';
const CATALOGUES = 'src/lib/messages/generated';
const ANCHOR_MODULE = 'src/lib/trust/generated/anchor.ts';

const { values } = readFlags(
	takeSite(process.argv.slice(2)),
	{ to: { type: 'string' }, out: { type: 'string' }, build: { type: 'string', default: 'build' } },
	{ usage: USAGE }
);
const { to, out = publishedFolder(), build } = values;
if (!to) refuseFlags('--to is missing: the folder for the archive.', USAGE);

try {
	const anchor = readOwnAnchor(siteFolder(), ANCHOR_MODULE);
	const whole = await verifyPublished(out, { anchor, now: new Date() });
	const edition = whole.edition.content;
	const base = readBasePath(build);
	const data = readOpenData(`${build}/prerendered${base}`, edition);
	const App = v.object({ version: v.string() });
	const code = readFileSync(`${build}/client${base}/code.json`, 'utf8');
	const { version: app } = v.parse(App, JSON.parse(code));
	const reading = readingFiles(
		out,
		whole,
		(lang) =>
			translator(JSON.parse(readFileSync(`${CATALOGUES}/${lang}.json`, 'utf8')) as Catalogue),
		app
	);

	const formats = new Uint8Array(readFileSync('docs/formats.md'));
	const files = archiveFiles({ edition, reading, data, formats });
	const zip = writeZip(files, edition.issued);
	const name = `${FILE_NAMES.own}-${String(edition.version)}.zip`;
	const hash = sha256(zip);
	makeFolder(to);
	writeFileSync(join(to, name), zip);
	writeFileSync(join(to, `${name}.sha256`), `${hash}  ${name}\n`);
	const megabytes = (zip.length / 1e6).toFixed(1);
	console.log(
		`${join(to, name)}: edition ${String(edition.version)}, ${String(files.size)} files, ${megabytes} MB, SHA-256 ${hash}`
	);
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
