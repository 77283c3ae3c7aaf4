import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { TRANSLATED_FRONTS } from '../../../src/compiler/read/translated-front.ts';
import { compile } from './content-folder.ts';

/**
 * The sources of the first edition, word for word, by their path below `src/content`: what phones of
 * that time have. Newer editions are compared with it; nothing in it is ever corrected.
 */
const FILE = 'tests/fixtures/first-edition.json.gz';

/** At that time a translation repeated what it takes over from the English now. */
function ownFields(path: string, text: string): string {
	const kind = KINDS[path.split('/')[0] ?? ''];
	if (kind === undefined) return text;
	const own = Object.keys(TRANSLATED_FRONTS[kind].entries);
	const [front = '', body = ''] = text.startsWith('---\n')
		? [
				/^---\n[^]*?\n(?=---\n)/.exec(text)?.[0].slice(4),
				text.replace(/^---\n[^]*?\n(?=---\n)/, '')
			]
		: [text];
	const fields = front
		.split(/^(?=\w+:)/m)
		.filter((field) => own.includes(field.split(':')[0] ?? ''));
	const kept = fields.filter((field) => field !== 'approvedBy: []\n').join('');
	return body === '' ? kept : `---\n${kept}${body}`;
}

const KINDS: Readonly<Record<string, keyof typeof TRANSLATED_FRONTS>> = {
	guides: 'guide',
	directives: 'directive',
	contacts: 'contact',
	terms: 'term',
	changes: 'change'
};

/** Makes a folder anew with the first edition in it, by the compiler and with the keys of this clone. */
export function publishFirstEdition(publishedDir: string): void {
	const files = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Record<string, string>;
	const folder = mkdtempSync(join(tmpdir(), 'handrail-first-'));
	for (const [path, text] of Object.entries(files)) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, /\/en\.\w+$/.test(path) ? text : ownFields(path, text));
	}
	rmSync(publishedDir, { recursive: true, force: true });
	compile('build', '--content', folder, '--out', publishedDir, '--version', '1');
	rmSync(folder, { recursive: true, force: true });
}
