import { siteOf } from '#lib/edition/address/base-path.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { escapeMarkup } from '#lib/edition/text/escape-markup.ts';
import { APP_NAME } from '#lib/edition/generated/site.ts';
import { languages } from '#lib/messages/languages.ts';
import { sha256 } from '../compiler/base/text-hash.ts';
import type { ReadingFile } from './reading-files.ts';

/** Sums of all other files, as `sha256sum -c` reads them. */
export const SUMS = 'SHA256SUMS';
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What an archive is made of. */
export interface ArchiveParts {
	readonly edition: Pick<Edition, 'version' | 'issued' | 'publisher' | 'shutdownNotice'>;
	readonly reading: readonly ReadingFile[];
	/** The open data by path: `data/edition.json`. */
	readonly data: ReadonlyMap<string, Uint8Array>;
	/** How signed editions are read and verified, for who has nothing of ours but this. */
	readonly formats: Uint8Array;
}

/** All files of an archive by path, sorted, the sums last. */
export function archiveFiles(parts: ArchiveParts): Map<string, Uint8Array> {
	const encoder = new TextEncoder();
	const files = [
		...parts.reading.map(({ name, html }) => [`read/${name}`, encoder.encode(html)] as const),
		...parts.data,
		['FORMATS.md', parts.formats] as const,
		['README.txt', encoder.encode(readmeOf(parts))] as const,
		['index.html', encoder.encode(indexOf(parts))] as const
	].sort(([a], [b]) => (a < b ? -1 : 1));
	const sums = files.map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join('');
	return new Map([...files, [SUMS, encoder.encode(sums)]]);
}

function readmeOf({ edition, reading }: ArchiveParts): string {
	const { version, issued, publisher, shutdownNotice } = edition;
	const tell = (notice: NonNullable<Edition['shutdownNotice']>): string =>
		`\nFrom ${notice.on}, ${publisher.name} no longer checks these texts. Ask here instead:\n` +
		notice.goTo.map(({ name, url }) => `  ${name}: ${url}\n`).join('');
	return `${APP_NAME}, edition ${String(version)} of ${issued.slice(0, 10)}
By ${publisher.name}, ${siteOf(edition)}
Licence of the texts: ${publisher.licence}
This is information, not legal advice. It says what was known on that day.
${shutdownNotice ? tell(shutdownNotice) : ''}${publisher.isDemo ? '\nSigned with demo keys: a trial, which proves nothing.\n' : ''}
To read it: open index.html, or a file in read/, in any browser. No network is asked.

read/       all guides and rules, one file for each language (${reading.map(({ lang }) => lang).join(', ')})
data/       the same as JSON; start with data/edition.json
${SUMS}  hash of each file; to compare them: sha256sum -c ${SUMS}

The hashes prove that nothing was damaged, not who wrote it. That is in each file of read/: it carries
the signed edition, between <template id="handrail-edition"> and </template>. The app's page "Open a file"
checks it. Without the app, FORMATS.md says how: begin with "A file that is passed on".

Addresses in data/ name the publisher's site, which may be gone. The files are here: what the site has
at /data/en/terms.json is data/en/terms.json.
`;
}

function indexOf({ edition, reading }: ArchiveParts): string {
	const rows = reading.map(({ lang, name }) => {
		const { name: own, dir } = languages[lang];
		return `<li><a href="read/${escapeMarkup(name)}" lang="${lang}" dir="${dir}">${escapeMarkup(own)}</a></li>`;
	});
	const title = `${escapeMarkup(APP_NAME)} · ${String(edition.version)} · ${edition.issued.slice(0, 10)}`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1.25rem/1.5 system-ui,sans-serif;max-width:38rem;margin:0 auto;padding:1rem}ul{list-style:none;padding:0}li a{display:block;padding:.6rem 0}</style>
</head>
<body>
<h1>${title}</h1>
<p>${escapeMarkup(edition.publisher.name)}</p>
<ul>
${rows.join('\n')}
</ul>
<p><a href="README.txt">README</a> · <a href="data/edition.json">JSON</a></p>
</body>
</html>
`;
}
