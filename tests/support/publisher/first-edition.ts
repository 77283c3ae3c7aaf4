import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { splitArticle } from '../../../src/compiler/read/split-source.ts';
import { TRANSLATED_FRONTS } from '../../../src/compiler/read/translated-front.ts';
import { compile } from './content-folder.ts';

/**
 * The sources of the first edition, word for word, by their path below `src/content`. Phones of that time
 * have it, and newer editions are compared with it, so nothing in it is ever corrected.
 */
const FILE = 'tests/fixtures/first-edition.json.gz';

/** Drops the fields that translations repeated then and take from the English file now. */
function ownFields(path: string, text: string): string {
	const kind = KINDS[path.split('/')[0] ?? ''];
	if (kind === undefined) return text;
	const own = Object.keys(TRANSLATED_FRONTS[kind].entries);
	const split = splitArticle(text);
	const fields = (split?.yaml ?? text).split(/^(?=\w+:)/m);
	const kept = fields
		.filter((field) => own.includes(field.split(':')[0] ?? '') && field !== 'approvedBy: []\n')
		.join('');
	return split ? `---\n${kept}---\n${split.body}` : kept;
}

const KINDS: Readonly<Record<string, keyof typeof TRANSLATED_FRONTS>> = {
	guides: 'guide',
	directives: 'directive',
	contacts: 'contact',
	terms: 'term',
	changes: 'change'
};

/** Compiles the first edition into an emptied folder, signed with the keys of this clone. */
export function publishFirstEdition(publishedDir: string): void {
	const files = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Record<string, string>;
	const folder = mkdtempSync(join(tmpdir(), 'handrail-first-'));
	for (const [path, text] of Object.entries(files)) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, /\/en\.\w+$/.test(path) ? text : ownFields(path, text));
	}
	// what is true of the place stood in code at that time
	cpSync('src/content/site.json', join(folder, 'site.json'));
	rmSync(publishedDir, { recursive: true, force: true });
	compile('build', '--content', folder, '--out', publishedDir, '--version', '1');
	rmSync(folder, { recursive: true, force: true });
}
